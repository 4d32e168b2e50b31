# Сайт: публичные страницы и календари.

# Календари. Приставка стоит перед названием отменённого занятия там, где STATUS не показывают.
feed-cancelled-prefix = Отменено:{" "}
feed-speakers = Ведут:{" "}
feed-join = Вход:{" "}
feed-join-label = Войти на занятие
feed-alarm = Скоро начнётся занятие.
feed-present = Ваше присутствие зафиксировано.
feed-partial = Ваше присутствие зафиксировано на части этого занятия.
feed-excused = Ваше отсутствие на этом занятии — по уважительной причине.
feed-personal-name = { $marathon } (ваш)

# Все страницы
page-skip = К содержанию
page-languages = Языки

# Список марафонов
index-title = Учебные марафоны
index-none = Здесь пока не объявлен ни один марафон. Зайдите позже или спросите тех, кто дал вам этот адрес.
index-sessions = { $count ->
    [1] одно занятие
    [one] { $count } занятие
    [few] { $count } занятия
    [many] { $count } занятий
   *[other] { $count } занятия
}
index-span = { $from } – { $to }

# Страница марафона
marathon-next = Следующее занятие
marathon-next-none = Позже этого момента занятий не назначено.
marathon-now = Сейчас
marathon-programme = Программа
marathon-empty = Занятия ещё не опубликованы. Подпишитесь на календарь: они появятся там сами.
marathon-zone-label = Показывать время для
marathon-zone-own = вашего часового пояса ({ $zone })
marathon-zone-programme = часового пояса программы ({ $zone })
marathon-zone-shown = Часовой пояс: { $zone }.
marathon-column-number = №
marathon-column-session = Занятие
marathon-column-when = Когда
marathon-column-duration = Длительность
marathon-column-speakers = Ведут
marathon-column-venue = Где
marathon-duration = { $count ->
    [1] одна минута
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
marathon-cancelled = Отменено
marathon-subscribe = Подписаться на календарь
marathon-subscribe-how = Календарь по подписке сам следует за каждым изменением. Google и Outlook проверяют изменения несколько раз в день; о поздних изменениях говорят и в чате.
marathon-subscribe-app = Apple, Thunderbird и другие календари
marathon-subscribe-google = Google Календарь
marathon-subscribe-outlook = Outlook в интернете
marathon-subscribe-address = Или скопируйте этот адрес в свою программу календаря:
marathon-apply = Как подать заявку
marathon-apply-chat = Места дают по заявкам. Войдите на чат-сервер этого марафона и используйте там команду /apply.
marathon-apply-open-chat = Открыть чат-сервер
marathon-apply-opens = Приём заявок начнётся { $moment }.
marathon-apply-until = Заявки принимаются до { $moment }.
marathon-apply-open = Заявки принимаются.
marathon-apply-closed = Приём заявок завершён { $moment }.
marathon-website = Подробнее об этом марафоне
marathon-print = Напечатанная программа не следует за изменениями. Адрес страницы: { $url }.

# Отказы
missing-title = Здесь ничего нет
missing-text = Такой страницы или такого календаря нет. Адрес личного календаря перестаёт работать, когда его владелец просит новый.
failed-title = Произошла ошибка
failed-text = Эту страницу не удалось создать. Попробуйте через минуту; если не поможет, сообщите организаторам этот номер: { $reference }
