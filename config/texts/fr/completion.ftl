# La règle publiée, en mots simples : une phrase par exigence.

rule-sessions = Présence à au moins { $needed } des { $of } séances.
rule-share = Présence à au moins { $percent } % des séances : { $needed } sur { $of }.
rule-required = { $count ->
    [1] La présence à la séance { $numbers } est obligatoire.
    [one] La présence à la séance { $numbers } est obligatoire.
   *[other] La présence aux séances { $numbers } est obligatoire.
}
rule-minutes = Au moins { $minutes } minutes de présence enregistrée.
rule-assessment = Un résultat d’au moins { $mark } % à l’évaluation{ $attempts ->
    [none] {""}
    [1] , en une seule tentative
   *[other] , en { $attempts } tentatives au plus
}.
rule-survey = Le questionnaire est rendu.
rule-deadline = Tout cela avant le { $deadline }.
rule-cancelled-need-unchanged = Une séance annulée ne change rien à ce qui est demandé ; une séance obligatoire annulée n’est plus exigée.
rule-cancelled-need-reduced = Pour chaque séance annulée, il en faut une de moins ; une séance obligatoire annulée n’est plus exigée.
rule-cancelled-count-as-attended = Une séance annulée compte comme si tout le monde avait été présent.
rule-added-need-unchanged = Une séance ajoutée ensuite est une chance de plus et n’augmente rien.
rule-added-need-raised = Pour chaque séance ajoutée ensuite, il en faut une de plus.
rule-added-do-not-count = Une séance ajoutée ensuite ne compte pas.
rule-excused = Une absence excusée compte parmi les séances demandées et apparaît comme excusée.

# Pourquoi l’état d’une personne est ce qu’il est : une phrase par code de la liste fermée.

completion-why-withdrawn = Retrait depuis le { $at }.
completion-why-sessions-met = { $needed } séances sur { $of } étaient demandées ; { $have } sont comptées.
completion-why-sessions-short = { $needed } séances sur { $of } sont demandées ; vous en avez { $have }. { $left ->
    [0] Il n’en reste aucune.
    [1] Il en reste une : { $may_miss ->
        [0] vous ne pouvez pas la manquer.
       *[other] vous pouvez la manquer.
    }
   *[other] Il en reste { $left } : vous { $may_miss ->
        [0] ne pouvez en manquer aucune
       *[other] pouvez en manquer { $may_miss }
    }.
}{ $make_good ->
    [0] {""}
    [1] {" "}Une séance manquée doit être rattrapée.
   *[other] {" "}{ $make_good } séances manquées doivent être rattrapées.
}
completion-why-sessions-out-of-reach = { $needed } séances sur { $of } étaient demandées ; vous en avez { $have } et pouvez en atteindre { $possible }.
completion-why-session-cancelled = La séance { $number } a été annulée. { $effect ->
    [need-reduced] Il en faut une de moins.
    [count-as-attended] Elle compte comme si tout le monde avait été présent.
   *[other] Cela ne change rien à ce qui est demandé.
}
completion-why-recording-open = La séance { $number } peut être rattrapée avec l’enregistrement jusqu’au { $until }.
completion-why-question-open = Un organisateur doit encore se prononcer sur la séance { $number }.
completion-why-required-met = La séance { $number } est obligatoire et comptée.
completion-why-required-left = La séance { $number } est obligatoire et encore à venir.
completion-why-required-to-make-good = La séance { $number } est obligatoire, a été manquée et peut encore être rattrapée.
completion-why-required-missed = La séance { $number } est obligatoire et a été manquée.
completion-why-required-waived = La séance { $number } était obligatoire et n’est plus exigée, car elle a été annulée.
completion-why-minutes-met = { $needed } minutes étaient demandées ; { $have } sont enregistrées.
completion-why-minutes-short = { $needed } minutes sont demandées ; vous en avez { $have } et pouvez encore en atteindre { $possible }.
completion-why-minutes-out-of-reach = { $needed } minutes étaient demandées ; vous en avez { $have } et pouvez en atteindre { $possible }.
completion-why-score-passed = L’évaluation est réussie avec { $best } % ; { $pass_mark } % étaient demandés.
completion-why-score-missing = { $best ->
    [none] L’évaluation reste à passer ; { $pass_mark } % sont demandés.
   *[other] Le meilleur résultat jusqu’ici est de { $best } % ; { $pass_mark } % sont demandés.
}{ $attempts_left ->
    [none] {""}
    [1] {" "}Il reste une tentative.
   *[other] {" "}Tentatives restantes : { $attempts_left }.
}{ $until ->
    [none] {""}
   *[other] {" "}Elle compte avant le { $until }.
}
completion-why-score-out-of-reach = { $best ->
    [none] L’évaluation n’a pas été passée à temps ; { $pass_mark } % étaient demandés.
   *[other] Le meilleur résultat est de { $best } % ; { $pass_mark } % étaient demandés, et aucune autre tentative ne compte.
}
completion-why-survey-done = Le questionnaire est rendu.
completion-why-survey-missing = Le questionnaire reste à rendre{ $until ->
    [none] {""}
   *[other] {" "}avant le { $until }
}.
completion-why-survey-out-of-reach = Le questionnaire n’a pas été rendu avant le { $until }.
at-risk-text = Vous pouvez encore obtenir « { $rule } ». Ce qui est enregistré jusqu’ici :
at-risk-end = `/me` montre tout ce qui est enregistré à votre sujet. S’il manque quelque chose, son bouton permet de le signaler.
