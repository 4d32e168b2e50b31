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
me-zone-kept = 您的时区现为 { $zone }；当地时间 { $local }。
me-reminders = 提醒
reminders-title = 您的提醒
reminders-by-channel = 提醒与所有人一样发在**频道**中。
reminders-by-dm = 除频道中的消息外，提醒还会以**私信**发给您。
reminders-muted = **不会向您发送本培训马拉松的任何内容**，也没有消息会点名提及您。提及所有人的消息可在 Discord 中静音：右键点击频道，“静音频道”。
reminders-refused = ⚠️ 自 { $at } 起您的提醒又回到频道：Discord 未允许私信送达您。请允许本服务器成员的私信（服务器菜单 → 隐私设置），然后再次选择。
reminders-quiet = { $quiet ->
    [none] 没有免打扰时段：私信随时送达。
   *[other] 免打扰时段 { $quiet }（{ $zone }）：其间的内容等到结束后送达；若等待会太迟，则在此前送达。
}
reminders-snoozed = 暂停至 { $until }：届时仍有用的内容会送达。
reminders-choose-dm = 给我发私信
reminders-choose-channel = 仅在频道中
reminders-choose-quiet = 免打扰时段
reminders-quiet-field = 起止时间，如 22:00-07:00；或 -
reminders-mute = 静音本培训马拉松
reminders-unmute = 取消静音
reminders-which-pick = 您需要哪些提醒
reminders-snooze-pick = 暂停
reminders-snooze = { $days ->
    [0] 结束暂停
   *[other] { $days } 天内不提醒
}
reminders-hello = 今后您的提醒会发到这里。可在服务器上用 `/me` 更改：选择哪些提醒、免打扰时段、暂停，或改回频道。
reminder-rule-lead = { $anchor ->
    [session] 开场
    [survey-due] 问卷截止
   *[certificates-ready] 证书就绪
}前 { $count } { $unit ->
    [days] 天
    [hours] 小时
   *[minutes] 分钟
}{ $audience ->
    [not-checked-in] ，如您尚未签到
    [missed-last] ，如您缺席了上一场
   *[other] {""}
}
reminder-rule-now = { $anchor ->
    [session] 开场时
    [survey-due] 问卷截止时
   *[certificates-ready] 证书就绪时
}{ $audience ->
    [not-checked-in] ，如您尚未签到
    [missed-last] ，如您缺席了上一场
   *[other] {""}
}
reminder-rule-wall = { $own ->
    [yes] 您的时区
   *[other] 日程的时区
} { $at }，{ $days ->
    [0] 当天
    [1] 前一天
   *[other] { $days } 天前
}{ $audience ->
    [not-checked-in] ，如您尚未签到
    [missed-last] ，如您缺席了上一场
   *[other] {""}
}
reminder-calendar = 添加到日历
reminder-absent = 我不能参加
reminder-coming = 我又能参加了
reminder-mute = 静音本培训马拉松
reminder-unmute = 取消静音
reminder-calendar-here = 打开文件可将本场加入您的日历，或[添加到 Google 日历]({ $google })。副本不会随日程变更。
reminder-calendar-feed = 会跟随每次变更的日历：
reminder-absent-noted = 已记下：您不能参加第 { $number } 场，{ $start }。组织者可以看到，不会再就此提醒您，这既不加分也不减分：如果您最终参加，签到即可。
reminder-coming-noted = 已记下：您又能参加第 { $number } 场，{ $start }。届时见。
reminder-muted = 已静音：不再向您发送本培训马拉松的任何内容，也没有消息会点名提及您。可随时用 `/me` → 提醒更改。
