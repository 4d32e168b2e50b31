me-status-none = 您尚未申请。可用 `/apply` 申请名额。
me-status-draft = 您的申请已开始但尚未提交。可用 `/apply` 继续。
me-status-applied = 您的申请已收到。名额分配时会通知您。
me-status-waiting = { $rank ->
    [0] 您在候补名单上。
   *[other] 您在候补名单上排第 { $rank } 位。
}
me-waiting-until = { $until } 之前空出的名额将按公布的规则提供给下一位，并会立即通知您。
me-status-offered = 为您提供了一个名额。请在邀请过期之前答复。
me-status-accepted = 您有名额。
me-status-declined = 您谢绝了所提供的名额。
me-status-expired = 名额邀请未获答复，已过期。
me-status-rejected = 您的申请未获通过。
me-status-withdrawn = 您已撤回。
me-name = 证书上的姓名
me-sessions = 您的场次
me-calendar = 您的日历
me-language-kept = 今后我们将用中文与您联系：在这里、在电子邮件中以及在您的日历中。
me-cohort-changed =
    { $cohort ->
        [none] 您在任一有空位的小组。
       *[other] 您的小组是“{ $cohort }”。
    }

completion-on-track = 进展顺利。
completion-at-risk = 有风险。
completion-out-of-reach = 已无法达到。
completion-complete = 已完成。
completion-withdrawn = 已退出。
completion-reach = 要求 { $of } 场中的 { $needed } 场；您已有 { $have } 场。{ $left ->
    [0] 没有剩余场次。
   *[other] 还剩 { $left } 场；可以缺席 { $miss } 场。
}
completion-people = { $count ->
    [0] 尚无人获得名额。
   *[other] { $count } 名学员。
}

verdict-present = 在场
verdict-partial = 部分在场
verdict-absent = 缺席
verdict-excused = 请假
verdict-open = 待定
attendance-nobody = 尚无人获得名额。
and-more = …… 另有 { $count } 项。
