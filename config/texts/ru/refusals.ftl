# По сообщению на отказ, по имени его класса. Неизвестный факт — слово «none».

refusal-unknown-zone = Часовой пояс «{ $zone }» здесь неизвестен. { $nearest ->
    [none] Укажите город, страну или имя вроде Africa/Nairobi.
   *[other] Возможно, один из этих: { $nearest }.
}
refusal-several-zones = «{ $text }»: там действует несколько времён. Укажите, какое: { $zones }.
refusal-imaginary-time = Времени { $wall } в { $zone } не бывает: в этот момент часы переводят вперёд. Возможно, { $before } или { $after }.
refusal-ambiguous-time = { $wall } в { $zone } бывает дважды, потому что часы переводят назад: в { $first } и в { $second }. Укажите, какое имеется в виду.
refusal-not-allowed = Для этого нужна одна из ролей в марафоне: { $needs }. Её может дать организатор.
refusal-unknown-marathon = { $known ->
    [none] Здесь ещё нет марафона. Загрузите программу: `marathon programme import FILE`.
   *[other] { $key ->
        [none] Укажите, какой марафон: { $known }.
       *[other] Марафона «{ $key }» здесь нет. Есть: { $known }.
    }
}
refusal-unknown-session = Занятия { $number } в этой программе нет. { $known ->
    [none] В ней ещё нет занятий.
   *[other] Есть: { $known }.
}
refusal-applications-closed = Сейчас заявки не принимаются. Начало приёма: { $opens }; окончание: { $closes }.
refusal-already-applied = Вы уже подали заявку: { $applied }. `/me` показывает ваше положение.
refusal-check-in-not-open = Отметка ещё не открыта. Она откроется { $opens }; зайдите тогда.
refusal-check-in-closed = Отметка закрылась { $closed }. Если вы были на занятии, скажите организатору: присутствие ещё можно записать.
refusal-wrong-code = Это не тот код, который показан сейчас. { $tries_left ->
    [0] Пока попыток больше нет.
    [1] Ещё одна попытка.
   *[other] Осталось попыток: { $tries_left }.
}
refusal-too-many-wrong-codes = Слишком много неверных кодов. Попробуйте снова { $again }.
refusal-unknown-participant = { $several ->
    [none] «{ $text }» не указывает ни на кого с местом в марафоне. Укажите номер, адрес электронной почты или точное имя.
   *[other] «{ $text }» подходит нескольким людям: { $several }. Укажите номер или адрес электронной почты.
}
refusal-unknown-evidence = Записи { $number }, которую можно было бы отозвать, здесь нет.
refusal-unknown-import = Отчёта под номером { $number } не загружали.
refusal-already-decided = По номеру { $number } решение уже принято: { $decided }. Ничего не изменено.
refusal-appeal-not-possible = Апелляцию по этому занятию можно подать с { $opens } до { $until }.
refusal-appeal-waiting = Ваша апелляция от { $since } по этому занятию ждёт организатора. Ответ вы получите здесь.
refusal-recording-not-counted = { $until ->
    [none] В этой программе записи не засчитываются.
   *[other] Запись этого занятия засчитывалась до { $until }.
}
refusal-no-place = У вас нет места в этом марафоне, поэтому отметиться нельзя. `/me` показывает состояние вашей заявки.
refusal-session-cancelled = Занятие { $number }, { $title }, отменено. Для него ничего не записывается.
refusal-bad-value = «{ $value }» не подходит для поля «{ $field }»: { $expected ->
    [email-address] нужен адрес электронной почты вида name@example.org.
    [when] укажите как 2025-09-16 15:00, tomorrow 15:00, tuesday 15:00 или как шаг вроде +1d или +90m.
    [when-unambiguous] неясно, какое число — день. Напишите год, месяц, день: 2025-09-16 15:00.
    [when-time] не хватает времени суток. Добавьте его: 2025-09-16 15:00.
    [when-exists] такого дня или часа нет в календаре.
    [session-minutes] занятие длится от 5 минут до 24 часов (1440 минут).
    [web-address] нужен веб-адрес, который начинается с https://.
   *[other] ожидается { $expected }.
}
refusal-value-missing = Поле «{ $field }» нельзя оставить пустым.
refusal-bad-length = В поле «{ $field }» должно быть от { $minimum } до { $maximum } знаков, среди них буквы; у вас { $length }.
refusal-bad-characters = В поле «{ $field }» недопустимы эти знаки: { $characters }
refusal-unknown-choice = «{ $value }» — не вариант для поля «{ $field }». Выберите один из: { $choices }.
refusal-unknown-country = Страны «{ $value }» нет. { $nearest ->
    [none] Выберите страну из списка.
   *[other] Возможно, одна из этих: { $nearest }.
}
refusal-consent-missing = Без вашего согласия с положением о защите данных ничего не сохраняется.
refusal-email-twice = { $email } уже стоит в строке { $line }. Оставьте нужную строку.
refusal-no-application = Вашей заявки в этом марафоне нет. Место можно попросить командой `/apply`.
refusal-not-possible-now = При нынешнем состоянии заявки ({ $status }) это невозможно. Сейчас возможно: { $possible }.
refusal-no-offer = Предложения, на которое можно ответить, нет ({ $status }).
refusal-offer-expired = Срок предложения истёк { $deadline }.
refusal-offer-still-open = Предложение действует до { $deadline } и раньше истечь не может.
refusal-fields-fixed = Эти поля изменить уже нельзя, по ним проведён отбор: { $fields }.
refusal-name-frozen = Имя в сертификате неизменно с { $since }. Организатор может исправить его с указанием причины.
refusal-reason-needed = Для этого решения нужна причина: оно идёт против порядка отбора.
refusal-no-free-place = Свободных мест нет: занято { $taken } из { $capacity }.
refusal-capacity-too-low = Мест слишком мало ({ $capacity }): уже занято или предложено { $taken }.
refusal-unknown-application = Заявки номер { $number } в этом марафоне нет.
refusal-no-proposal = Предложения для утверждения нет. { $newest ->
    [none] Сначала составьте его.
   *[other] Самое новое — номер { $newest }.
}
refusal-already-approved = Предложение { $number } уже утверждено: { $by }, { $at }.
refusal-proposal-outdated = С составления предложения { $number } заявки изменились. Составьте новое.
refusal-bad-serial = «{ $text }» — не номер сертификата. { $problem ->
    [length] Знаков в нём { $length }, а должно быть { $expected }.
    [characters] Таких знаков в номерах не бывает: { $characters }.
   *[other] Проверьте, нет ли опечатки.
}
refusal-certificate-revoked = Сертификат { $serial } отозван { $revoked }: { $reason }. Это окончательно.
refusal-certificate-superseded = Сертификат { $serial } заменён { $superseded } на { $by }.
refusal-missing-glyphs = Ни один установленный шрифт не показывает { $characters } в «{ $text }». Это могут пакеты: { $packages }.
refusal-marathon-exists = Марафон «{ $key }» уже есть. Дайте программе другой ключ или перенесите её на другие даты с другим ключом.
refusal-nobody-to-tell = Это никого не достигнет: сейчас в этой аудитории никого нет, или никто из неё так не получает сообщений.
refusal-said-already = Эти слова сегодня уже были сказаны тем же людям тем же способом: ничто не говорится дважды.
refusal-not-failed = Отправка { $number } удалась или здесь неизвестна: повторяется только неудавшееся.
refusal-nothing-to-announce = «{ $key }» ещё не настроен ни на одном сервере: сначала `/setup`.
refusal-bound-elsewhere = «{ $key }» живёт на другом сервере. Загрузите программу для этого под другим ключом.
refusal-broken-template = Шаблон сертификата нельзя сверстать: { $message }. { $hints ->
    [none] {""}
   *[other] Подсказка: { $hints }.
}
refusal-bad-credential = { $problem ->
    [signature] Подпись не сходится: свидетельство изменили после подписания или никогда здесь не подписывали.
    [key] Это свидетельство подписано не нашим ключом.
    [algorithm] Это свидетельство подписано иначе, чем наши (RS256).
   *[other] Это не подписанное свидетельство. Передайте файл, оканчивающийся на .jwt, без изменений.
}
refusal-move-into-past = { $start } уже прошло. Задайте занятию время, которое ещё впереди.
refusal-sessions-collide = У тех же людей занятие { $number }, { $title }, с { $start } до { $end }. Выберите другое время или сначала перенесите то занятие.
refusal-session-unchanged = Занятие { $number } уже такое. Ничего не изменено.
refusal-already-cancelled = Занятие { $number }, { $title }, отменено с { $cancelled }.
refusal-not-cancelled = Занятие { $number }, { $title }, не отменено: восстанавливать нечего.
refusal-not-while-cancelled = Занятие { $number }, { $title }, отменено. Сначала восстановите его, затем перенесите.
refusal-session-over = Занятие { $number } окончилось { $ended }, перенести его нельзя: сведения о присутствовавших относятся к тому времени.
refusal-number-taken = Занятие { $number } есть: { $title }. Следующий свободный номер: { $free }.
refusal-changed-meanwhile = Тем временем занятие { $number } { $verb ->
    [moved] перенесено
    [cancelled] отменено
    [restored] восстановлено
   *[other] изменено
} ({ $by }, { $at }). Сейчас оно { $status ->
    [cancelled] отменено (было назначено на { $start })
   *[other] назначено на { $start }
}. Ваше действие не выполнено: посмотрите ещё раз.
refusal-unknown-rule = Правила прохождения «{ $key }» нет. Есть: { $known }.
refusal-not-over-yet = Марафон закончится не раньше { $ends }. Сертификаты подтверждают его целиком, поэтому список составляют после.
refusal-no-list = Такого списка для утверждения нет. { $newest ->
    [none] Сначала подготовьте его.
   *[other] Самый новый — номер { $newest }.
}
refusal-four-eyes = Список { $number } подготовлен: { $by }. Утвердить его должен другой организатор: четыре глаза.
refusal-own-list = В списке { $number } есть вы. Утвердить его должен тот, кого в нём нет.
refusal-list-approved = Список { $number } уже утверждён: { $by }, { $at }.
refusal-list-changed = С подготовки списка { $number } { $changed ->
    [none] изменилось правило
   *[other] изменились записи или имена (номера людей: { $changed })
}. Его утверждение больше не действует. Подготовьте новый список и дайте его утвердить.
refusal-not-approved = Ничего не выдаётся, пока другой организатор не утвердил список для «{ $rule }».
refusal-names-missing = У этих людей нет имени для сертификата: { $persons }. Ничего не выдано.
refusal-unknown-certificate = Сертификата { $serial } здесь нет.
refusal-not-carried = Нынешние записи не подтверждают сертификата вместо { $serial } ({ $status }). Его можно отозвать.
refusal-files-not-kept = Файлы нельзя записать в { $folder }: { $reason }. Выдано и действует сертификатов: { $issued }; осталось: { $left }. Освободите место и выдайте снова: двух не получит никто.
refusal-file-changed = Файла { $file } сертификата { $serial } нет, или это не тот, что был выдан. Восстановите его из копии.
refusal-unknown-person = «{ $text }»: с местом в марафоне такого человека нет.
refusal-wrong-link-code = Ни у одной заявки нет такого кода. Скопируйте его из письма без изменений, например 12-K7QPXW2MNA.
refusal-account-in-use = Эта учётная запись Discord или эта заявка уже связана. Организатор может проверить.
refusal-cancel-first = Занятие { $number }, { $title }, состоится. Сначала отмените его, чтобы все узнали, затем удалите.
refusal-has-evidence = На занятии { $number } зафиксировано присутствие, человек: { $people }. Записи сохраняются, занятие остаётся отменённым.
refusal-file-too-large = Размер файла { $megabytes } МБ; принимается не более { $maximum } МБ. Достаточно фотографии или одной страницы PDF: пока ничего не сохранено.
refusal-file-not-taken = Файл «{ $name }» принять нельзя. Отправьте один из видов: { $kinds }. Подойдёт снимок экрана или фотография: пока ничего не сохранено.

# Что называют отказы: поля, действия с заявкой, роли

field-name = имя
field-email = адрес электронной почты
field-organisation = организация
field-country = страна
field-kind = вид организации
field-function = область работы
field-gender = пол
field-zone = часовой пояс
field-language = язык
field-cohort = группа
field-time = время
field-reason = причина
field-text = описание
field-file = адрес подтверждения
field-people = люди
field-proof = подтверждение
field-verdict = решение
field-score = балл
field-title = название
field-topic = тема
field-speakers = ведущие
field-venue = место
field-join-url = ссылка для входа
field-duration = продолжительность

can-start = начать
can-submit = отправить
can-edit = исправить
can-withdraw = отозвать
can-select = отобрать
can-offer = предложить место
can-accept = принять
can-decline = отказаться
can-wait = внести в список ожидания
can-admit = принять без очереди
can-reject = отклонить
can-expire = дать сроку истечь
can-reinstate = вернуть в список ожидания

role-organiser = организатор
role-approver = утверждающий
role-speaker = ведущий
role-auditor = аудитор
refusal-attended-in-group = В нынешней группе записано присутствие на занятиях { $sessions }, в другой оно не будет засчитано. Если запись ошибочна, сначала отзовите её.
refusal-bad-number = Поле «{ $field }»: от { $minimum } до { $maximum }; { $number } не подходит.
