# Программа и то, что говорится о занятиях в каналах. Время приходит метками Discord.

session-length = { $minutes } мин
session-speakers = Ведут: { $speakers }
session-venue = Место: { $venue }
session-join = Вход: { $url }

lead-days = { $days ->
    [1] день
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}
lead-hours = { $hours ->
    [1] час
    [one] { $hours } час
    [few] { $hours } часа
    [many] { $hours } часов
   *[other] { $hours } часа
}
lead-minutes = { $minutes ->
    [1] минуту
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}

reminder-before = Занятие { $number } начнётся через { $lead }
reminder-now = Занятие { $number } начинается
reminder-applications-close = Приём заявок заканчивается { $time }. **Подайте заявку командой `/apply`.**
reminder-survey-due = Анкета открыта до { $time }. Без неё сертификат могут не выдать: `/me` показывает, что вам ещё осталось.
reminder-certificates-ready = Курс завершён. `/me` показывает, прошли ли вы его до конца, и ваш сертификат, когда он будет выдан.
reminder-late = _Это сообщение должно было прийти в { $due }._

announcement-apply = **Подайте заявку командой `/apply`.** Всё время выше показано в вашем часовом поясе.
announcement-feed = Календарь: { $url }

session-planned = В программе новое занятие: { $number }
session-moved = У занятия { $number } новое время
session-cancelled = Занятие { $number } отменено
session-restored = Занятие { $number } всё же состоится
session-edited = Занятие { $number } изменено
moved-before = Было назначено на
moved-why = Почему
moved-by-zone-data = Местное время в { $zone } остаётся прежним: страна изменила свои правила исчисления времени.

clock-change-title = С занятия { $number } для некоторых из вас меняется час
clock-change-text = Между двумя занятиями переводят часы; сама программа не сдвигается. Занятие { $number } начинается по вашим часам { $at }. По сравнению с прежними занятиями:
clock-change-later = • { $minutes ->
    [60] на час позже
   *[other] на { $minutes } мин позже
}: { $places }
clock-change-earlier = • { $minutes ->
    [60] на час раньше
   *[other] на { $minutes } мин раньше
}: { $places }

reach-title = У занятия { $number } новое время: верен ли ваш календарь?
reach-field = Календари
reach-text = Новое время получили личные календари: { $current } из { $calendars }. Если ваш показывает другое, верьте времени выше; программы календарей обновляются, когда хотят, некоторые лишь раз в день.

completion-notice-title = Последнее занятие окончено
completion-notice-text = Спасибо за участие. `/me` показывает ваше присутствие и прошли ли вы марафон до конца.

places-given-title = Места предлагаются
places-given-text = { $places ->
    [1] Место предлагается одному человеку.
   *[other] Предложено мест: { $places }.
} `/me` показывает, есть ли среди них ваше, и позволяет ответить; остальные видят там свой номер в списке ожидания.

programme-none-here = На этом сервере марафон ещё не настроен. Это может сделать тот, кто управляет сервером, командой `/setup`.
programme-next = **Следующее занятие**
programme-cancelled = (отменено)

# Стол организаторов
desk-note-title = Нужно ваше внимание
desk-note-too-late = Это не удалось сказать вовремя. Никто этого не получил:
desk-note-failed = Это не удалось сказать. { $cure } (`{ $reason }`)
desk-note-zone-data = Правила времени часового пояса изменились, и назначенного часа там больше нет или он бывает дважды. Задайте время командой `/programme move`:
desk-note-item = • «{ $kind }» { $session }, срок { $due }
desk-note-more = … и ещё { $count }: `/reminders ledger`

# Что может сделать организатор, когда что-то не удалось сказать
cure-gone = То, куда нужно было писать (канал, сообщение или роль), удалено: `/setup` создаст заново, затем `/reminders ledger` отправит ещё раз.
cure-forbidden = Здесь боту это запрещено: дайте его роли в этом канале права «Просматривать канал», «Отправлять сообщения» и «Встраивать ссылки», поставьте её выше выдаваемых ролей, затем `/reminders ledger` отправит ещё раз.
cure-not-set-up = Marathon не знает, куда это написать: `/setup` создаст недостающее, затем `/reminders ledger` отправит ещё раз.
cure-refused = Discord не принимает это в таком виде. Почему — сказано в журнале бота; пожалуйста, сообщите об этом.
cure-no-connection = Discord несколько минут был недоступен: `/reminders ledger` отправит ещё раз.
cure-discord = Discord несколько минут отвечал собственными ошибками: `/reminders ledger` отправит ещё раз.
cure-unknown-guild = Бот не видит этот сервер: пригласите его снова.
cure-events-full = На этом сервере 100 незавершённых событий, больше Discord не хранит: удалите часть, затем `/reminders ledger` отправит ещё раз.
cure-broken = Бот ошибся, когда писал это. Как именно — сказано в журнале бота; пожалуйста, сообщите об этом.
cure-nothing-to-say = Сказать было уже нечего: то, о чём шла речь, изменилось или исчезло.
cure-nothing-to-update = Сообщения, которое нужно было изменить, больше нет.
cure-no-means = Это нужно было отправить способом, которого у этой установки нет.
cure-no-dms = Сейчас Discord не даёт боту открывать личные сообщения: кто хотел личное, найдёт его в канале.
