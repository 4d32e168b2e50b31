mail-greeting = Здравствуйте, { $name }!
mail-subject-waiting = { $marathon }: вы в списке ожидания
mail-subject-offered = { $marathon }: вам предлагается место
mail-subject-accepted = { $marathon }: у вас есть место
mail-subject-declined = { $marathon }: вы отказались от места
mail-subject-expired = { $marathon }: срок предложения истёк
mail-subject-rejected = { $marathon }: ваша заявка
mail-subject-withdrawn = { $marathon }: ваша заявка отозвана
mail-waiting = Ваш номер в списке ожидания ({ $marathon }): { $rank }. Когда место освобождается, его предлагают по опубликованному правилу, и вы сразу узнаёте об этом.
mail-offered = Вам предлагается место: { $marathon }. Ответьте до { $deadline }; после этого оно перейдёт следующему человеку.
mail-accepted = У вас есть место: { $marathon }. Добро пожаловать!
mail-declined = Вы отказались от места: { $marathon }. Оно переходит следующему человеку. Спасибо, что сообщили.
mail-expired = На предложение места ({ $marathon }) не было ответа в срок, и место перешло следующему человеку.
mail-rejected = Ваша заявка ({ $marathon }) не принята. { $why ->
    [none] {""}
   *[other] Причина: { $why }
}
mail-withdrawn = Ваша заявка ({ $marathon }) отозвана. Больше сообщений о ней не будет.
mail-page = Ваша личная страница, где вы можете ответить и узнать своё положение. Не показывайте этот адрес другим:
    { $page }
mail-code = Если вы пользуетесь Discord, свяжите там учётную запись с заявкой командой
    /link code:{ $code }
mail-end = { $organiser }

link-done = Ваша учётная запись Discord теперь связана с заявкой. `/me` показывает ваше положение.

cure-no-mail-server = Почтовый сервер не задан. `marathon applications mail-merge` пишет письма для вашей почтовой программы; или задайте MARATHON_SMTP_HOST и MARATHON_SMTP_FROM.
cure-mail = Почтовый сервер окончательно отверг письмо. Попросите у человека другой адрес: его показывает `/applications show`.

mail-subject-appeal-upheld = { $marathon }: ваша апелляция по занятию { $number } удовлетворена
mail-subject-appeal-rejected = { $marathon }: по вашей апелляции о занятии { $number } принято решение
mail-appeal-upheld = Ваша апелляция по занятию { $number } ({ $marathon }) удовлетворена: присутствие засчитано. Обоснование организаторов: { $reason }
mail-appeal-rejected = Ваша апелляция по занятию { $number } ({ $marathon }) не удовлетворена. Обоснование организаторов: { $reason }
mail-subject-cohort-changed = { $marathon }: вы в другой группе
mail-cohort-changed =
    Теперь вы в другой группе ({ $marathon }): { $cohort ->
        [none] любая, где есть место
       *[other] «{ $cohort }»
    }. Обоснование организаторов: { $why } На вашей странице новое время, а календарь обновится сам.
mail-subject-reminder-session = { $marathon }: занятие { $number }, { $time }
mail-subject-reminder-offer-expires = { $marathon }: место всё ещё предлагается вам
mail-subject-reminder-survey-due = { $marathon }: пора сдать анкету
mail-subject-reminder-certificates-ready = { $marathon }: курс завершён
mail-reminder-session = { $words ->
    [none] Занятие { $number } ({ $marathon }), «{ $title }», начинается: { $time }.
   *[other] { $words }

    «{ $title }» начинается: { $time }.
}{ $venue ->
    [none] {""}
   *[other] { " " }Место: { $venue }.
}{ $join ->
    [none] {""}
   *[other] { " " }Вход: { $join }
}
mail-reminder-offer-expires = Предложенное вам место ({ $marathon }) можно занять до { $time }. После этого оно перейдёт следующему человеку.
mail-reminder-survey-due = Анкета ({ $marathon }) открыта до { $time }. Без неё сертификат могут не выдать.
mail-reminder-certificates-ready = { $marathon }: курс завершён. Ваша страница показывает, прошли ли вы его до конца, и ваш сертификат, когда он будет выдан.
mail-subject-at-risk = { $marathon }: что ещё нужно сделать
mail-at-risk = вы ещё можете получить «{ $rule }» в { $marathon }. Что записано до сих пор:
    { $why }
    Если чего-то не хватает, сообщите об этом на своей странице.
mail-subject-certificate-yours = { $marathon }: ваш сертификат готов
mail-certificate-yours = ваш сертификат { $marathon } готов.{ $link ->
    [none] {""}
   *[other] {" "}Он здесь, только для вас, в формате PDF:
        { $link }
}
    Любой может проверить его по номеру { $serial } по адресу
    { $verify }
mail-subject-certificate-replaced = { $marathon }: ваш новый сертификат
mail-certificate-replaced = у вас новый сертификат { $marathon } вместо прежнего, который по-прежнему можно проверить как заменённый.{ $link ->
    [none] {""}
   *[other] {" "}Он здесь, только для вас, в формате PDF:
        { $link }
}
    Любой может проверить его по номеру { $serial } по адресу
    { $verify }
