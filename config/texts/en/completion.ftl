# The published rule in plain words: one sentence a demand.

rule-sessions = Presence in at least { $needed } of the { $of } sessions.
rule-share = Presence in at least { $percent } % of the sessions: { $needed } of { $of }.
rule-required = Presence in { $count ->
    [one] session
   *[other] sessions
} { $numbers } is required.
rule-minutes = At least { $minutes } minutes of recorded presence.
rule-assessment = A result of at least { $mark } % in the assessment{ $attempts ->
    [none] {""}
    [one] , in one attempt
   *[other] , in up to { $attempts } attempts
}.
rule-survey = The survey is handed in.
rule-deadline = All of this before { $deadline }.
rule-cancelled-need-unchanged = A cancelled session changes nothing in what is needed; a required session that is cancelled is waived.
rule-cancelled-need-reduced = For each cancelled session one session less is needed; a required session that is cancelled is waived.
rule-cancelled-count-as-attended = A cancelled session counts as if everybody had been present.
rule-added-need-unchanged = A session added later is one chance more and raises nothing.
rule-added-need-raised = For each session added later one session more is needed.
rule-added-do-not-count = A session added later does not count.
rule-excused = An excused absence counts towards the sessions needed, and is shown as excused.

# Why a person's completion stands as it does: one sentence for each code of the closed set.

completion-why-withdrawn = Withdrawn since { $at }.
completion-why-sessions-met = { $needed } of { $of } sessions were needed; { $have } are counted.
completion-why-sessions-short = { $needed } of { $of } sessions are needed; you have { $have }. { $left ->
    [0] None is left.
    [one] One is left: { $may_miss ->
        [0] you may not miss it.
       *[other] you may miss it.
    }
   *[other] { $left } are left: you may miss { $may_miss ->
        [0] none
       *[other] { $may_miss }
    }.
}{ $make_good ->
    [0] {""}
    [one] {" "}One missed session must be made good.
   *[other] {" "}{ $make_good } missed sessions must be made good.
}
completion-why-sessions-out-of-reach = { $needed } of { $of } sessions were needed; you have { $have } and can reach { $possible }.
completion-why-session-cancelled = Session { $number } was cancelled. { $effect ->
    [need-reduced] One session less is needed.
    [count-as-attended] It counts as if everybody had been present.
   *[other] That changes nothing in what is needed.
}
completion-why-recording-open = Session { $number } can be made good by the recording until { $until }.
completion-why-question-open = An organiser has yet to decide on session { $number }.
completion-why-required-met = Session { $number } is required and counted.
completion-why-required-left = Session { $number } is required and still to come.
completion-why-required-to-make-good = Session { $number } is required, was missed and can still be made good.
completion-why-required-missed = Session { $number } is required and was missed.
completion-why-required-waived = Session { $number } was required and is waived, for it was cancelled.
completion-why-minutes-met = { $needed } minutes were needed; { $have } are recorded.
completion-why-minutes-short = { $needed } minutes are needed; you have { $have } and can still reach { $possible }.
completion-why-minutes-out-of-reach = { $needed } minutes were needed; you have { $have } and can reach { $possible }.
completion-why-score-passed = The assessment is passed with { $best } %; { $pass_mark } % were needed.
completion-why-score-missing = { $best ->
    [none] The assessment is still to be taken; { $pass_mark } % are needed.
   *[other] The best result so far is { $best } %; { $pass_mark } % are needed.
}{ $attempts_left ->
    [none] {""}
    [one] {" "}One attempt is left.
   *[other] {" "}{ $attempts_left } attempts are left.
}{ $until ->
    [none] {""}
   *[other] {" "}It counts before { $until }.
}
completion-why-score-out-of-reach = { $best ->
    [none] The assessment was not taken in time; { $pass_mark } % were needed.
   *[other] The best result is { $best } %; { $pass_mark } % were needed, and no further attempt counts.
}
completion-why-survey-done = The survey is handed in.
completion-why-survey-missing = The survey is still to be handed in{ $until ->
    [none] {""}
   *[other] {" "}before { $until }
}.
completion-why-survey-out-of-reach = The survey was not handed in before { $until }.

# Said once to each person at risk, about each rule, by day in their own zone.

at-risk-text = You can still reach “{ $rule }”. As recorded so far:
at-risk-end = `/me` shows all that is recorded of you. If something is missing there, its button lets you say so.
