# 网站：公开页面和日历。

# 日历。在不显示 STATUS 的程序中，此前缀位于已取消场次的标题之前。
feed-cancelled-prefix = 已取消：
feed-speakers = 讲者：
feed-join = 加入：
feed-join-label = 加入本场
feed-alarm = 即将开始。
feed-present = 已记录您在场。
feed-partial = 已记录您在本场部分时间在场。
feed-excused = 您本场已请假。
feed-personal-name = { $marathon }（您的）

# 所有页面
page-skip = 跳到正文
page-languages = 语言

# 培训马拉松列表
index-title = 培训马拉松
index-none = 这里尚未公布任何培训马拉松。请稍后再来，或询问给您此地址的人。
index-sessions = { $count } 场
index-span = { $from } 至 { $to }

# 培训马拉松页面
marathon-next = 下一场
marathon-next-none = 此后没有安排场次。
marathon-now = 正在进行
marathon-programme = 日程
marathon-empty = 场次尚未公布。请订阅日历：它们会自动出现。
marathon-zone-label = 显示时间所用时区
marathon-zone-own = 您的时区（{ $zone }）
marathon-zone-programme = 日程的时区（{ $zone }）
marathon-zone-shown = 时间为 { $zone } 时间。
marathon-column-number = 序号
marathon-column-session = 场次
marathon-column-when = 时间
marathon-column-duration = 时长
marathon-column-speakers = 讲者
marathon-column-venue = 地点
marathon-duration = { $count } 分钟
marathon-cancelled = 已取消
marathon-subscribe = 订阅日历
marathon-subscribe-how = 订阅的日历会自动跟随每次变更。Google 和 Outlook 每天只检查几次；临近的变更也会在聊天中通知。
marathon-subscribe-app = Apple、Thunderbird 及其他日历程序
marathon-subscribe-google = Google 日历
marathon-subscribe-outlook = Outlook 网页版
marathon-subscribe-address = 或将此地址复制到您的日历程序：
marathon-apply = 如何申请
marathon-apply-chat = 名额凭申请分配。请加入本培训马拉松的聊天服务器，并在那里使用命令 /apply。
marathon-apply-open-chat = 打开聊天服务器
marathon-apply-opens = 申请将于 { $moment } 开放。
marathon-apply-until = 申请开放至 { $moment }。
marathon-apply-open = 申请正在开放。
marathon-apply-closed = 申请已于 { $moment } 截止。
marathon-website = 关于本培训马拉松的更多信息
marathon-print = 打印的日程不会随变更更新。本页地址：{ $url }。

# 拒绝
missing-title = 这里没有内容
missing-text = 没有这样的页面或日历。个人日历地址在持有人申请新地址后即失效。
failed-title = 出了问题
failed-text = 无法生成此页。请一分钟后再试；如仍不行，请把此编号告诉组织者：{ $reference }
