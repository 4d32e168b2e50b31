# 日程以及频道中关于各场的通知。时间为 Discord 时间戳。

session-length = { $minutes } 分钟
session-speakers = 讲者：{ $speakers }
session-venue = 地点：{ $venue }
session-join = 加入：{ $url }

lead-days = { $days } 天
lead-hours = { $hours } 小时
lead-minutes = { $minutes } 分钟

reminder-before = 第 { $number } 场将在 { $lead }后开始
reminder-now = 第 { $number } 场现在开始
reminder-applications-close = 申请截止：{ $time }。**请用 `/apply` 申请。**
reminder-survey-due = 问卷开放至 { $time }。未提交问卷可能无法颁发证书：`/me` 可查看您尚需完成的内容。
reminder-certificates-ready = 课程已结束。`/me` 显示您是否已完成，以及颁发后的证书。
reminder-late = _此消息本应于 { $due } 发出。_

announcement-apply = **请用 `/apply` 申请。**以上时间均按您所在时区显示。
announcement-feed = 日历：{ $url }

session-planned = 日程新增第 { $number } 场
session-moved = 第 { $number } 场改期
session-cancelled = 第 { $number } 场取消
session-restored = 第 { $number } 场仍将举行
session-edited = 第 { $number } 场有变更
moved-before = 原定时间
moved-why = 原因
moved-by-zone-data = { $zone } 的当地钟点不变；该国更改了时间规则。

clock-change-title = 自第 { $number } 场起，部分学员的当地时间有变
clock-change-text = 两场之间有时钟调整；日程本身不变。第 { $number } 场按您的时钟于 { $at } 开始。与之前的场次相比：
clock-change-later = • { $minutes ->
    [60] 晚一小时
   *[other] 晚 { $minutes } 分钟
}：{ $places }
clock-change-earlier = • { $minutes ->
    [60] 早一小时
   *[other] 早 { $minutes } 分钟
}：{ $places }

reach-title = 第 { $number } 场改期：您的日历正确吗？
reach-field = 日历
reach-text = 目前 { $calendars } 个个人日历中有 { $current } 个已取得新时间。如您的日历显示不同，请以上述时间为准；日历程序自行决定何时更新，有的一天只更新一次。

completion-notice-title = 最后一场已结束
completion-notice-text = 感谢您的参与。`/me` 可查看您的出席情况以及您是否已完成培训马拉松。

places-given-title = 正在发放名额
places-given-text = 向 { $places ->
   *[other] { $places } 位申请者提供名额。
}`/me` 显示其中是否有您，并可在那里答复；其他人可看到自己在候补名单上的位次。

programme-none-here = 此服务器尚未设置培训马拉松。可管理服务器的人可用 `/setup` 设置。
programme-next = **下一场**
programme-cancelled = （已取消）

# 组织者工作台
desk-note-title = 有事需要您处理
desk-note-too-late = 以下内容未能及时发出，没有人收到：
desk-note-failed = 以下内容未能发出。{ $cure }（`{ $reason }`）
desk-note-zone-data = 某时区的时间规则已变，原定时刻在那里不再存在或出现两次。请用 `/programme move` 重新定时：
desk-note-item = • “{ $kind }” { $session }，应发时间 { $due }
desk-note-more = …… 另有 { $count } 项：`/reminders ledger`

# 未能发出时组织者可以做什么
cure-gone = 要写入的频道、消息或角色已被删除：`/setup` 重新建立，然后 `/reminders ledger` 重新发送。
cure-forbidden = 机器人在此没有权限：请在本频道为其角色授予“查看频道”“发送消息”和“嵌入链接”，并将其置于所授予角色之上，然后 `/reminders ledger` 重新发送。
cure-not-set-up = Marathon 不知道写到哪里：`/setup` 补齐所缺，然后 `/reminders ledger` 重新发送。
cure-refused = Discord 不接受其现有形式。机器人日志说明原因；请予以报告。
cure-no-connection = 连续数分钟无法连接 Discord：`/reminders ledger` 重新发送。
cure-discord = Discord 连续数分钟返回自身错误：`/reminders ledger` 重新发送。
cure-unknown-guild = 机器人看不到此服务器：请重新邀请。
cure-events-full = 此服务器有 100 个未结束的活动，已达 Discord 上限：请删除一些，然后 `/reminders ledger` 重新发送。
cure-broken = 机器人在撰写时出错。机器人日志说明是什么错误；请予以报告。
cure-nothing-to-say = 已没有可说的内容：所涉事项已变更或不复存在。
cure-nothing-to-update = 要更改的消息已不存在。
cure-no-means = 应以本安装所不具备的方式发送。
cure-no-dms = Discord 目前不允许机器人发起私信：需要私信的人可在频道中看到。
desk-note-night = 昨夜的记录保管
desk-note-record-whole =
    记录与其日志一致：{ $entries } 条日志，{ $rows } 行。{ $backup ->
        [made] 已备份为 `{ $file }`。
        [server] Marathon 不备份数据库服务器：请使用其自带工具（`pg_dump`）。
        [failed] 未能备份。
       *[off] 夜间备份已关闭。
    }日志的最新哈希，日后可证明没有内容被截去（`marathon journal verify --head`）：
    `{ $head }`
desk-note-record-broken = 记录与其日志不一致。{ $fault } 请保持原状，另存最新的备份，并用 `marathon journal verify` 查看有何更改；`marathon restore` 可恢复到备份。
desk-note-backup-failed = 昨夜未能备份。{ $failure } 请腾出磁盘空间，并确认 Marathon 可写入文件夹 `MARATHON_BACKUPS_DIR`；`marathon backup` 可立即备份，明晚会再次尝试。
reminder-offer-expires = **{ $title }** 为您提供的名额可在 { $time } 之前接受。逾期名额将给下一位。
desk-note-dms-paused = { $cure }（`{ $reason }`）
cure-closed-dms = 此人不接收本服务器的私信：请以其他方式告知（`/applications show` 显示其地址），或请其允许私信，然后 `/reminders ledger` 重新发送。
cure-dm-pace = 正在排队：私信须缓慢发起，以免 Discord 封禁机器人。
