# 认定为何如此：每个代码一条。要简短：一行里有几条。

why-check-in = { $at } 签到
why-check-in-late = { $at } 签到，晚于 { $until }，不计入
why-check-in-outside = { $at } 签到，当时未开放
why-minutes-enough = { $sources } { $spans } = { $minutes }／{ $length } 分钟 ≥ { $share }%
why-minutes-short = { $sources } { $spans } = { $minutes }／{ $length } 分钟，不足 { $share }%
why-minutes-range = { $sources } { $spans } = { $minutes_min } 至 { $minutes_max }／{ $length } 分钟：报告未说明是否达到 { $share }%
why-statement = 组织者于 { $at } 声明：{ $verdict ->
    [present] 在场
    [excused] 请假
   *[absent] 缺席
}{ $reason ->
    [none] {""}
   *[other] （“{ $reason }”）
}
why-statement-not-counted = 组织者于 { $at } 的声明，本日程不计入
why-group = 集体观看，经会签，{ $at }
why-group-waiting = { $at } 声明集体观看，等待组织者签署
why-recording = 已观看录像，{ $at }
why-recording-too-late = { $at } 观看录像，晚于 { $until }
why-recording-not-allowed = { $at } 观看录像，本日程不计入
why-together-met = 合计已足够：{ $kinds }
why-together-missing = 仍缺：{ $kinds }
why-withdrawn = 已撤回 { $count } 条记录
why-not-over = 在 { $until } 之前仍可证明在场
why-session-cancelled = 该场已取消
why-no-evidence = 无任何记录

evidence-check-in = 签到
evidence-presence = 语音频道
evidence-report = 会议报告
evidence-statement = 组织者声明
evidence-group = 集体观看
evidence-recording = 录像

platform-zoom-meeting = Zoom
platform-zoom-webinar = Zoom
platform-zoom-unique-users = Zoom
platform-zoom-registration = Zoom
platform-teams-list = Teams
platform-teams-report-2021 = Teams
platform-teams-report = Teams
platform-webex = Webex
platform-google-meet = Google Meet
platform-bbb = BigBlueButton
platform-other = 会议报告
