me-status-none = Вы не подавали заявку. Место можно попросить командой `/apply`.
me-status-draft = Ваша заявка начата и не отправлена. Продолжить её можно командой `/apply`.
me-status-applied = Ваша заявка получена. Вы узнаете, когда места будут распределены.
me-status-waiting = { $rank ->
    [0] Вы в списке ожидания.
   *[other] Ваш номер в списке ожидания: { $rank }.
}
me-waiting-until = Место, которое освободится до { $until }, предлагают следующему по опубликованному правилу; вы узнаете об этом сразу.
me-status-offered = Вам предлагается место. Ответьте, пока срок предложения не истёк.
me-status-accepted = У вас есть место.
me-status-declined = Вы отказались от предложенного места.
me-status-expired = Срок предложения места истёк без ответа.
me-status-rejected = Ваша заявка не принята.
me-status-withdrawn = Вы отозвали заявку.
me-name = Имя в сертификате
me-sessions = Ваши занятия
me-calendar = Ваш календарь
me-language-kept = Теперь мы пишем вам по-русски: здесь, по электронной почте и в вашем календаре.

completion-on-track = Всё идёт по плану.
completion-at-risk = Под угрозой.
completion-out-of-reach = Уже недостижимо.
completion-complete = Пройдено.
completion-withdrawn = Отказ от участия.
completion-people = { $count ->
    [0] Пока ни у кого нет места.
    [1] Один участник.
    [one] { $count } участник.
    [few] { $count } участника.
    [many] { $count } участников.
   *[other] { $count } участника.
}

verdict-present = Присутствие
verdict-partial = Частично
verdict-absent = Отсутствие
verdict-excused = Уважительная причина
verdict-open = Решается
attendance-nobody = Пока ни у кого нет места.
and-more = … и ещё { $count }.
me-cohort-changed =
    { $cohort ->
        [none] Вы в любой группе, где есть место.
       *[other] Ваша группа: «{ $cohort }».
    }
me-zone-kept = Ваш часовой пояс теперь { $zone }; там { $local }.
me-reminders = Напоминания
reminders-title = Ваши напоминания
reminders-by-channel = Напоминания приходят вам **в канале**, как всем.
reminders-by-dm = Напоминания приходят вам **личным сообщением**, кроме публикаций в канале.
reminders-muted = **Из этого марафона вам ничего не отправляется**, и ни одна публикация не упоминает вас по имени. Публикации для всех можно отключить в Discord: правый щелчок по каналу, «Заглушить канал».
reminders-refused = ⚠️ С { $at } ваши напоминания снова в канале: Discord не пропустил к вам личное сообщение. Разрешите личные сообщения от участников этого сервера (его меню → Настройки конфиденциальности) и выберите их ещё раз.
reminders-quiet = { $quiet ->
    [none] Тихих часов нет: личные сообщения приходят в любое время.
   *[other] Тихие часы { $quiet } ({ $zone }): что пришло бы тогда, ждёт их конца или приходит перед ними, если ждать будет поздно.
}
reminders-snoozed = Отложено до { $until }: что ещё пригодится, придёт тогда.
reminders-choose-dm = Слать мне личные сообщения
reminders-choose-channel = Только в канале
reminders-choose-quiet = Тихие часы
reminders-quiet-field = С какого до какого: 22:00-07:00; или -
reminders-mute = Заглушить этот марафон
reminders-unmute = Снова получать
reminders-which-pick = Какие напоминания вам нужны
reminders-snooze-pick = Отложить
reminders-snooze = { $days ->
    [0] Больше не откладывать
    [one] Ничего { $days } день
    [few] Ничего { $days } дня
    [many] Ничего { $days } дней
   *[other] Ничего { $days } дня
}
reminders-hello = Теперь ваши напоминания приходят сюда. Изменить это можно командой `/me` на сервере: какие именно, тихие часы, пауза или снова в канале.
reminder-rule-lead = За { $count } { $unit ->
    [days] { $count ->
        [one] день
        [few] дня
       *[other] дней
    }
    [hours] { $count ->
        [one] час
        [few] часа
       *[other] часов
    }
   *[minutes] { $count ->
        [one] минуту
        [few] минуты
       *[other] минут
    }
} до { $anchor ->
    [session] начала занятия
    [survey-due] срока анкеты
   *[certificates-ready] готовности сертификатов
}{ $audience ->
    [not-checked-in] , если вы не отметились
    [missed-last] , если вы пропустили прошлое
   *[other] {""}
}
reminder-rule-now = { $anchor ->
    [session] Когда начинается занятие
    [survey-due] Когда наступает срок анкеты
   *[certificates-ready] Когда готовы сертификаты
}{ $audience ->
    [not-checked-in] , если вы не отметились
    [missed-last] , если вы пропустили прошлое
   *[other] {""}
}
reminder-rule-wall = { $at } { $own ->
    [yes] по вашему времени
   *[other] по времени программы
}, { $days ->
    [0] в тот же день
    [1] накануне
    [one] за { $days } день
    [few] за { $days } дня
   *[other] за { $days } дней
}{ $audience ->
    [not-checked-in] , если вы не отметились
    [missed-last] , если вы пропустили прошлое
   *[other] {""}
}
reminder-calendar = В календарь
reminder-absent = Я не смогу прийти
reminder-coming = Всё-таки смогу прийти
reminder-mute = Заглушить этот марафон
reminder-unmute = Снова получать
reminder-calendar-here = Откройте файл, чтобы внести занятие в календарь, или [добавьте его в Google Календарь]({ $google }). Копия не следует за изменениями программы.
reminder-calendar-feed = Календарь, который следует за каждым изменением:
reminder-absent-noted = Отмечено: вы не сможете прийти на занятие { $number }, { $start }. Организаторы это видят, напоминать о нём вам больше не будут, и это не считается ни за вас, ни против: если всё же придёте, просто отметьтесь.
reminder-coming-noted = Отмечено: вы всё-таки сможете прийти на занятие { $number }, { $start }. До встречи.
reminder-muted = Заглушено: из этого марафона вам больше ничего не отправляется, и ни одна публикация не упоминает вас по имени. Изменить это можно в любое время: `/me` → Напоминания.
