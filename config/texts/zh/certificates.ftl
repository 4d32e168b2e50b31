# 证书、培训记录和签名凭证。日期与数字已按语言写好。

certificate-heading-participation = 参与证书
certificate-heading-completion = 结业证书
certificate-document-title = { $heading } – { $name }
certificate-document-description = { $title }，{ $dates }：证书及培训记录，编号 { $serial }
certificate-lead = 兹说明
certificate-statement-participation = 参与了培训马拉松
certificate-statement-completion = 完成了以下培训马拉松，并通过考核
certificate-theme = “{ $theme }”
certificate-span = { $first } – { $last }
certificate-dates = { $dates }  ·  { $sessions } 场，{ $length }
certificate-presence = 在 { $held } 场中有 { $attended } 场记录在场，{ $length }
certificate-assessment = 考核通过，成绩 { $score }%{ $mark ->
    [none] {""}
   *[other] （及格线 { $mark }%）
}
certificate-rule = 依据结业规则第 { $version } 版颁发：{ $rule }
certificate-issued = 颁发日期：{ $day }
certificate-serial = 证书编号
certificate-verify = 证书验证网址
certificate-code-alt = 指向 { $address } 的二维码
certificate-logo-alt = { $issuer } 的标志
certificate-hours = { $hours ->
    [0] { $minutes } 分钟
   *[other] { $minutes ->
        [0] { $hours } 小时
       *[other] { $hours } 小时 { $minutes } 分钟
    }
}

record-heading = 培训记录
record-course = 课程
record-theme = 主题
record-dates = 日期
record-rule = 规则
record-rule-text = 第 { $version } 版：{ $rule }
record-result = 考核
record-result-text = { $score }%{ $mark ->
    [none] {""}
   *[other] （及格线 { $mark }%）
}
record-number = 序号
record-day = 日期
record-topic = 主题
record-trainers = 讲师
record-basis = 在场依据
record-score = 成绩
record-minutes = 分钟
record-score-value = { $score }%
record-total = { $held } 场中的 { $attended } 场，{ $length }
record-note-minutes = 凡测量了连接时间的，分钟数即为测得的时间。其他情况下，在场是在某一时刻记录的，分钟数为该场的时长。
record-note-connection = “连接”：测量的是与会议保持连接的时间；对此期间发生的事情不作说明。
record-page = 第 {"{page}"} 页，共 {"{pages}"} 页

basis-check-in = 签到
basis-connection = 连接
basis-statement = 组织者声明
basis-group = 集体观看
basis-recording = 录像
basis-excused = 请假
basis-cancelled = 已取消，计入

badge-description = { $heading }：{ $title }，{ $dates }。颁发者：{ $issuer }。
badge-evidence = 培训记录
badge-evidence-text = { $presence }。{ $rule }
badge-result = 考核
