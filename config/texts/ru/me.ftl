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
completion-reach = Требуется занятий: { $needed } из { $of }; у вас { $have }. { $left ->
    [0] Больше занятий не осталось.
    [1] Осталось одно; пропустить можно { $miss }.
   *[other] Осталось { $left }; пропустить можно { $miss }.
}
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
