# Сертификат, запись об обучении и подписанное свидетельство. Даты и числа приходят готовыми.

certificate-heading-participation = Сертификат об участии
certificate-heading-completion = Сертификат о прохождении курса
certificate-document-title = { $heading } – { $name }
certificate-document-description = { $title }, { $dates }: сертификат и запись об обучении, номер { $serial }
certificate-lead = Настоящим подтверждается, что
certificate-statement-participation = принял(а) участие в учебном марафоне
certificate-statement-completion = прошёл (прошла) до конца, с оценкой знаний, учебный марафон
certificate-theme = «{ $theme }»
certificate-span = { $first } – { $last }
certificate-dates = { $dates }  ·  { $sessions ->
    [1] одно занятие
    [one] { $sessions } занятие
    [few] { $sessions } занятия
    [many] { $sessions } занятий
   *[other] { $sessions } занятия
}, { $length }
certificate-presence = Присутствие зафиксировано на занятиях: { $attended } из { $held }, { $length }
certificate-assessment = Оценка знаний пройдена: { $score } %{ $mark ->
    [none] {""}
   *[other] {" "}(проходной балл { $mark } %)
}
certificate-rule = Выдан по правилу прохождения, версия { $version }: { $rule }
certificate-issued = Дата выдачи: { $day }
certificate-serial = Номер сертификата
certificate-verify = Проверить этот сертификат:
certificate-code-alt = QR-код, ведущий на { $address }
certificate-logo-alt = Логотип: { $issuer }
certificate-hours = { $hours ->
    [0] { $minutes } мин
   *[other] { $minutes ->
        [0] { $hours } ч
       *[other] { $hours } ч { $minutes } мин
    }
}

record-heading = Запись об обучении
record-course = Курс
record-theme = Тема
record-dates = Даты
record-rule = Правило
record-rule-text = Версия { $version }: { $rule }
record-result = Оценка знаний
record-result-text = { $score } %{ $mark ->
    [none] {""}
   *[other] {" "}(проходной балл { $mark } %)
}
record-number = №
record-day = Дата
record-topic = Тема
record-trainers = Преподаватели
record-basis = Чем подтверждено
record-score = Балл
record-minutes = Минуты
record-score-value = { $score } %
record-total = Занятий: { $attended } из { $held }, { $length }
record-note-minutes = Там, где измерялось подключение, указаны измеренные минуты. В остальных случаях присутствие зафиксировано в определённый момент, а минуты — это продолжительность занятия.
record-note-connection = «Подключение»: измерено время подключения к встрече; о том, что происходило в это время, ничего не утверждается.
record-page = Страница {"{page}"} из {"{pages}"}

basis-check-in = отметка
basis-connection = подключение
basis-statement = заявление организатора
basis-group = просмотр в группе
basis-recording = запись
basis-excused = уважительная причина
basis-cancelled = отменено, засчитано

badge-description = { $heading }: { $title }, { $dates }. Выдал: { $issuer }.
badge-evidence = Запись об обучении
badge-evidence-text = { $presence }. { $rule }
badge-result = Оценка знаний
