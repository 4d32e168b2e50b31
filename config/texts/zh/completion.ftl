# 用通俗语言公布的规则：每项要求一句。

rule-sessions = 在 { $of } 场中至少有 { $needed } 场在场。
rule-share = 至少在 { $percent }% 的场次在场：{ $of } 场中的 { $needed } 场。
rule-required = { $count ->
   *[other] 第 { $numbers } 场必须在场。
}
rule-minutes = 记录的在场时间至少 { $minutes } 分钟。
rule-assessment = 考核成绩至少 { $mark }%{ $attempts ->
    [none] {""}
    [1] ，仅限一次
   *[other] ，最多 { $attempts } 次
}。
rule-survey = 已提交问卷。
rule-deadline = 以上各项均须在 { $deadline } 之前完成。
rule-cancelled-need-unchanged = 取消的场次不改变要求；必修场次被取消的，不再要求。
rule-cancelled-need-reduced = 每取消一场，要求减少一场；必修场次被取消的，不再要求。
rule-cancelled-count-as-attended = 取消的场次视同所有人均在场。
rule-added-need-unchanged = 后来增加的场次只是多一次机会，不提高要求。
rule-added-need-raised = 每增加一场，要求增加一场。
rule-added-do-not-count = 后来增加的场次不计入。
rule-excused = 请假的场次计入所要求的场次，并注明为请假。

# 某人的结业情况为何如此：每个代码一句。

completion-why-withdrawn = 自 { $at } 起退出。
completion-why-sessions-met = 要求 { $of } 场中的 { $needed } 场；已计入 { $have } 场。
completion-why-sessions-short = 要求 { $of } 场中的 { $needed } 场；您已有 { $have } 场。{ $left ->
    [0] 没有剩余场次。
    [1] 还剩一场：{ $may_miss ->
        [0] 不可缺席。
       *[other] 可以缺席。
    }
   *[other] 还剩 { $left } 场：{ $may_miss ->
        [0] 一场也不可缺席
       *[other] 可以缺席 { $may_miss } 场
    }。
}{ $make_good ->
    [0] {""}
   *[other] 需要补上 { $make_good } 场缺席的场次。
}
completion-why-sessions-out-of-reach = 要求 { $of } 场中的 { $needed } 场；您已有 { $have } 场，最多可达 { $possible } 场。
completion-why-session-cancelled = 第 { $number } 场已取消。{ $effect ->
    [need-reduced] 要求减少一场。
    [count-as-attended] 视同所有人均在场。
   *[other] 要求不变。
}
completion-why-recording-open = 第 { $number } 场可在 { $until } 之前通过录像补上。
completion-why-question-open = 第 { $number } 场尚待组织者决定。
completion-why-required-met = 第 { $number } 场为必修，已计入。
completion-why-required-left = 第 { $number } 场为必修，尚未举行。
completion-why-required-to-make-good = 第 { $number } 场为必修，已缺席，仍可补上。
completion-why-required-missed = 第 { $number } 场为必修，已缺席。
completion-why-required-waived = 第 { $number } 场原为必修，因取消而不再要求。
completion-why-minutes-met = 要求 { $needed } 分钟；已记录 { $have } 分钟。
completion-why-minutes-short = 要求 { $needed } 分钟；您已有 { $have } 分钟，仍可达到 { $possible } 分钟。
completion-why-minutes-out-of-reach = 要求 { $needed } 分钟；您已有 { $have } 分钟，最多可达 { $possible } 分钟。
completion-why-score-passed = 考核已通过，成绩 { $best }%；要求 { $pass_mark }%。
completion-why-score-missing = { $best ->
    [none] 尚未参加考核；要求 { $pass_mark }%。
   *[other] 目前最好成绩为 { $best }%；要求 { $pass_mark }%。
}{ $attempts_left ->
    [none] {""}
   *[other] 还剩 { $attempts_left } 次机会。
}{ $until ->
    [none] {""}
   *[other] 在 { $until } 之前有效。
}
completion-why-score-out-of-reach = { $best ->
    [none] 未按时参加考核；要求 { $pass_mark }%。
   *[other] 最好成绩为 { $best }%；要求 { $pass_mark }%，不再有有效的考核机会。
}
completion-why-survey-done = 已提交问卷。
completion-why-survey-missing = 问卷尚待提交{ $until ->
    [none] {""}
   *[other] ，须在 { $until } 之前
}。
completion-why-survey-out-of-reach = 未在 { $until } 之前提交问卷。
at-risk-text = 您仍可达到“{ $rule }”。目前的记录：
at-risk-end = `/me` 显示有关您的全部记录。如有遗漏，可用其中的按钮说明。
