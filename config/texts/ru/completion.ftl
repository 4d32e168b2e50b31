# Опубликованное правило простыми словами: одно предложение на требование.

rule-sessions = Присутствие не менее чем на { $needed } из { $of } занятий.
rule-share = Присутствие не менее чем на { $percent } % занятий: { $needed } из { $of }.
rule-required = { $count ->
    [1] Присутствие на занятии { $numbers } обязательно.
   *[other] Присутствие на занятиях { $numbers } обязательно.
}
rule-minutes = Зафиксированное присутствие, минут не менее: { $minutes }.
rule-assessment = Результат оценки знаний не ниже { $mark } %{ $attempts ->
    [none] {""}
    [1] , с одной попытки
   *[other] , попыток не более { $attempts }
}.
rule-survey = Анкета сдана.
rule-deadline = Всё это до { $deadline }.
rule-cancelled-need-unchanged = Отменённое занятие ничего не меняет в требованиях; обязательное занятие, если оно отменено, больше не требуется.
rule-cancelled-need-reduced = За каждое отменённое занятие требуется на одно меньше; обязательное занятие, если оно отменено, больше не требуется.
rule-cancelled-count-as-attended = Отменённое занятие засчитывается, как если бы присутствовали все.
rule-added-need-unchanged = Занятие, добавленное позже, — это ещё одна возможность; требования не растут.
rule-added-need-raised = За каждое занятие, добавленное позже, требуется на одно больше.
rule-added-do-not-count = Занятие, добавленное позже, не засчитывается.
rule-excused = Отсутствие по уважительной причине засчитывается в требуемые занятия и показывается как таковое.

# Почему положение человека таково: одно предложение на код.

completion-why-withdrawn = Отказ от участия с { $at }.
completion-why-sessions-met = Требовалось занятий: { $needed } из { $of }; засчитано { $have }.
completion-why-sessions-short = Требуется занятий: { $needed } из { $of }; у вас { $have }. { $left ->
    [0] Больше занятий не осталось.
    [1] Осталось одно: { $may_miss ->
        [0] пропускать его нельзя.
       *[other] его можно пропустить.
    }
   *[other] Осталось { $left }: { $may_miss ->
        [0] пропускать нельзя ни одного
       *[other] пропустить можно { $may_miss }
    }.
}{ $make_good ->
    [0] {""}
    [1] {" "}Одно пропущенное занятие нужно наверстать.
   *[other] {" "}Пропущенных занятий нужно наверстать: { $make_good }.
}
completion-why-sessions-out-of-reach = Требовалось занятий: { $needed } из { $of }; у вас { $have }, а набрать можно { $possible }.
completion-why-session-cancelled = Занятие { $number } отменено. { $effect ->
    [need-reduced] Требуется на одно меньше.
    [count-as-attended] Оно засчитывается, как если бы присутствовали все.
   *[other] В требованиях это ничего не меняет.
}
completion-why-recording-open = Занятие { $number } можно наверстать по записи до { $until }.
completion-why-question-open = Организатор ещё не принял решение по занятию { $number }.
completion-why-required-met = Занятие { $number } обязательно и засчитано.
completion-why-required-left = Занятие { $number } обязательно и ещё предстоит.
completion-why-required-to-make-good = Занятие { $number } обязательно, пропущено, но его ещё можно наверстать.
completion-why-required-missed = Занятие { $number } обязательно и пропущено.
completion-why-required-waived = Занятие { $number } было обязательным и больше не требуется, так как отменено.
completion-why-minutes-met = Требовалось минут: { $needed }; зафиксировано { $have }.
completion-why-minutes-short = Требуется минут: { $needed }; у вас { $have }, и ещё можно набрать { $possible }.
completion-why-minutes-out-of-reach = Требовалось минут: { $needed }; у вас { $have }, а набрать можно { $possible }.
completion-why-score-passed = Оценка знаний пройдена: { $best } %; требовалось { $pass_mark } %.
completion-why-score-missing = { $best ->
    [none] Оценка знаний ещё предстоит; требуется { $pass_mark } %.
   *[other] Лучший результат пока { $best } %; требуется { $pass_mark } %.
}{ $attempts_left ->
    [none] {""}
    [1] {" "}Осталась одна попытка.
   *[other] {" "}Осталось попыток: { $attempts_left }.
}{ $until ->
    [none] {""}
   *[other] {" "}Засчитывается до { $until }.
}
completion-why-score-out-of-reach = { $best ->
    [none] Оценка знаний не пройдена вовремя; требовалось { $pass_mark } %.
   *[other] Лучший результат { $best } %; требовалось { $pass_mark } %, новые попытки не засчитываются.
}
completion-why-survey-done = Анкета сдана.
completion-why-survey-missing = Анкету ещё нужно сдать{ $until ->
    [none] {""}
   *[other] {" "}до { $until }
}.
completion-why-survey-out-of-reach = Анкета не сдана до { $until }.
at-risk-text = Вы ещё можете получить «{ $rule }». Что записано до сих пор:
at-risk-end = `/me` показывает всё, что о вас записано. Если чего-то не хватает, сообщите об этом кнопкой там.
