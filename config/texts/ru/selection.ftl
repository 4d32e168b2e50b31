income-low = низкий уровень дохода
income-lower-middle = уровень дохода ниже среднего
income-upper-middle = уровень дохода выше среднего
income-high = высокий уровень дохода
income-unclassified = Всемирным банком не классифицирована
income-not-listed = в списке Всемирного банка нет

reason-income-priority = Приоритетная группа { $group }{ $groups ->
    [0] {""}
   *[other] {" "}из { $groups }
} по стране: { $country } ({ $income }).
reason-income-override = В программе { $country } отнесена к группе «{ $income }»: { $why }
reason-kind-priority = Приоритетная группа { $group } по виду организации: { $kind }.
reason-function-priority = Приоритетная группа { $group } по области работы: { $function }.
reason-first-come = По времени подачи: место { $place }{ $of ->
    [0] {""}
   *[other] {" "}из { $of }
} среди равных.
reason-lot = По жребию (зерно { $seed }): место { $place }{ $of ->
    [0] {""}
   *[other] {" "}из { $of }
} среди равных.
reason-within-places = Очередь { $claim }{ $of ->
    [0] {""}
   *[other] {" "}из { $of }
} при { $places } местах → место есть.
reason-low-income-quota = Место есть, потому что мест для стран с доходом низким и ниже среднего: { $needed }.
reason-gender-quota = Место есть, потому что мест для каждого пола: { $needed }.
reason-kept-for-low-income = Места нет: для стран с доходом низким и ниже среднего сохранено мест: { $needed }.
reason-kept-for-balance = Места нет: для равновесия полов сохранено мест: { $needed }.
reason-country-cap = { $place }{ $of ->
    [0] {""}
   *[other] {" "}из { $of }
} по стране ({ $country }); оттуда место могут получить { $cap }.
reason-organisation-cap = { $place }{ $of ->
    [0] {""}
   *[other] {" "}из { $of }
} из той же организации; из неё место могут получить { $cap }.
reason-full = Очередь { $claim }{ $of ->
    [0] {""}
   *[other] {" "}из { $of }
} при { $places } местах: они достались тем, кто выше.
reason-waiting-list = → список ожидания, номер { $rank }{ $of ->
    [0] {""}
   *[other] {" "}из { $of }
}.

status-draft = черновик
status-applied = подана
status-waiting = в ожидании
status-offered = место предложено
status-accepted = принята
status-declined = отказ
status-expired = срок истёк
status-rejected = отклонена
status-withdrawn = отозвана

select-none = Ни одна заявка не ждёт решения. Когда заявки поступят, `/applications select` предложит, кому дать места.
select-title = Предложение { $number }
select-summary = Заявок: { $applications }. Место предлагается: **{ $offered }**; ждут: **{ $waiting }**{ $rejected ->
    [0] {""}
   *[other] ; отклоняются: **{ $rejected }**
}. Пока никому ничего не сообщено: сообщат, когда вы утвердите, и каждое предложение действует { $days ->
    [1] один день
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}.
select-changes = { $changes ->
    [1] Одно решение изменено вручную.
   *[other] Решений изменено вручную: { $changes }.
}
select-income = Группа дохода: с местом из поданных
select-kind = Вид: с местом из поданных
select-country = Страна: с местом из поданных
select-region = Регион ВОЗ: с местом из поданных
select-quotas = Квоты: достигнуто из требуемого
select-quota-low-income-quota = Доход низкий и ниже среднего
select-quota-gender-quota = Пол: { $of }
select-approve = Утвердить и сообщить
select-change = Изменить одно решение
select-approved = Предложение { $number } утверждено: место предложено { $offered } до { $deadline }, ждут { $waiting }, отклонено { $rejected }. Сообщения рассылаются.
select-seed-needed = Программа бросает жребий и не называет зерна. Опубликуйте его и укажите: `/applications select seed:…`
select-change-title = Изменить одно решение
select-change-number = Номер заявки
select-change-decision = Новое решение
select-change-reason = Причина
select-changed = Заявка { $application }: { $decision ->
    [offer] место предлагается
    [wait] ждёт
   *[reject] отклонена
}, когда предложение { $number } будет утверждено.
decision-offer = Предложить место
decision-wait = Список ожидания
decision-reject = Отклонить
event-offer = Предложить место вне очереди
event-admit = Дать место без переспроса
event-reject = Отклонить
event-reinstate = Вернуть в список ожидания

decide-done = Заявка { $number }: { $status }.{ $next ->
    [0] {""}
    [1] {" "}Место предложено следующему человеку.
   *[other] {" "}Предложено мест следующим: { $next }.
}
offer-done = { $count ->
    [0] Свободных мест нет, или никто не ждёт: ничего не предложено.
    [1] Предложено одно место.
   *[other] Предложено мест: { $count }.
}
list-empty = Таких заявок нет.
list-page = Страница { $page } из { $pages }, заявок: { $count }
list-earlier = Назад
list-later = Вперёд
list-same-email = тот же адрес, что у { $numbers }
show-title = Заявка { $number }: { $status }
show-person = Человек
show-statements = Указано
show-reasons = Почему так
show-history = История
show-nothing = Отбор её ещё не рассматривал.
stats-title = Заявок: { $count }
stats-status = Состояние
stats-income = Группа дохода
stats-kind = Вид
stats-function = Область работы
stats-country = Страна
stats-region = Регион ВОЗ
export-done = Заявок: { $count }; с этими полями и никакими другими: { $fields }
export-unknown = Поля { $unknown } нет. Есть: { $fields }.
name-corrected = Заявка { $number }: имя в сертификате теперь «{ $name }».

# Названия, которые даёт своим регионам сама ВОЗ.
region-AFR = Африканский регион
region-AMR = Регион Америки
region-EMR = Регион Восточного Средиземноморья
region-EUR = Европейский регион
region-SEAR = Регион Юго-Восточной Азии
region-WPR = Регион Западной части Тихого океана
region-elsewhere = ни в одном регионе ВОЗ
cohort-done =
    Заявка { $number } теперь в группе { $cohort }, человеку сообщено.{ $next ->
        [0] { "" }
        [1] { " " }Место предложено следующему человеку.
       *[other] { " " }Предложено мест следующим: { $next }.
    }
cohort-same = Заявка { $number } уже в группе { $cohort }; ничего не изменено.
capacity-done = Мест: { $before } → { $after }. { $free ->
    [0] Свободных нет.
   *[other] Свободно: { $free }; `/applications offer` предложит их списку ожидания.
}
