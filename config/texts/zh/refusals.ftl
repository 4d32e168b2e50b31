# 每种拒绝一条消息，以其类命名。未知的事实为单词“none”。

refusal-unknown-zone = 这里没有“{ $zone }”这个时区。{ $nearest ->
    [none] 请填写城市、国家或 Africa/Nairobi 这样的名称。
   *[other] 也许是其中之一：{ $nearest }。
}
refusal-several-zones = “{ $text }”有多个时间。请指明：{ $zones }。
refusal-imaginary-time = { $zone } 没有 { $wall } 这一时刻：当时时钟拨快。也许是 { $before } 或 { $after }。
refusal-ambiguous-time = { $wall } 在 { $zone } 出现两次，因为时钟拨慢：{ $first } 和 { $second }。请指明是哪一个。
refusal-not-allowed = 这需要培训马拉松中的以下角色之一：{ $needs }。可由组织者授予。
refusal-unknown-marathon = { $known ->
    [none] 这里还没有培训马拉松。请用 `marathon programme import FILE` 导入日程。
   *[other] { $key ->
        [none] 请指明是哪个培训马拉松：{ $known }。
       *[other] 这里没有“{ $key }”。现有：{ $known }。
    }
}
refusal-unknown-session = 本日程没有第 { $number } 场。{ $known ->
    [none] 目前还没有场次。
   *[other] 现有：{ $known }。
}
refusal-applications-closed = 目前不接受申请。开放时间：{ $opens }；截止时间：{ $closes }。
refusal-already-applied = 您已于 { $applied } 提交申请。`/me` 可查看您的进展。
refusal-check-in-not-open = 签到尚未开始。将于 { $opens } 开放；请届时再来。
refusal-check-in-closed = 签到已于 { $closed } 关闭。如果您当时在场，请告诉组织者：仍可补记。
refusal-wrong-code = 这不是当前显示的代码。{ $tries_left ->
    [0] 暂时不能再试。
   *[other] 还可再试 { $tries_left } 次。
}
refusal-too-many-wrong-codes = 错误代码过多。请于 { $again } 再试。
refusal-unknown-participant = { $several ->
    [none] “{ $text }”不对应这里任何持有名额的人。请填写编号、电子邮件地址或准确姓名。
   *[other] “{ $text }”对应多人：{ $several }。请填写编号或电子邮件地址。
}
refusal-unknown-evidence = 这里没有可撤回的记录 { $number }。
refusal-unknown-import = 没有编号为 { $number } 的已导入报告。
refusal-already-decided = 编号 { $number } 此前已于 { $decided } 决定。未作更改。
refusal-appeal-not-possible = 可就本场提出申诉的时间为 { $opens } 至 { $until }。
refusal-appeal-waiting = 您于 { $since } 就本场提出的申诉正等待组织者处理。答复会在这里通知您。
refusal-recording-not-counted = { $until ->
    [none] 本日程不计入录像。
   *[other] 本场录像的计入截止于 { $until }。
}
refusal-no-place = 您在本培训马拉松中没有名额，因此不能签到。`/me` 可查看申请的进展。
refusal-session-cancelled = 第 { $number } 场“{ $title }”已取消。不作任何记录。
refusal-bad-value = “{ $value }”不适用于“{ $field }”：{ $expected ->
    [email-address] 必须是 name@example.org 这样的电子邮件地址。
    [when] 请写作 2025-09-16 15:00、tomorrow 15:00、tuesday 15:00，或 +1d、+90m 这样的步长。
    [when-unambiguous] 不清楚哪个数字是日。请按年、月、日书写：2025-09-16 15:00。
    [when-time] 缺少时刻。请补上，如 2025-09-16 15:00。
    [when-exists] 日历中没有这一天或这一时刻。
    [session-minutes] 一场的时长为 5 分钟至 24 小时（1440 分钟）。
    [web-address] 必须是以 https:// 开头的网址。
   *[other] 应为 { $expected }。
}
refusal-value-missing = “{ $field }”不能留空。
refusal-bad-length = “{ $field }”须为 { $minimum } 至 { $maximum } 个字符，且含文字；您填写了 { $length } 个。
refusal-bad-characters = “{ $field }”不能含有以下字符：{ $characters }
refusal-unknown-choice = “{ $value }”不是“{ $field }”的选项。请选择其中之一：{ $choices }。
refusal-unknown-country = 没有名为“{ $value }”的国家。{ $nearest ->
    [none] 请从列表中选择。
   *[other] 也许是其中之一：{ $nearest }。
}
refusal-consent-missing = 未经您同意隐私说明，不保存任何内容。
refusal-email-twice = { $email } 已在第 { $line } 行。请保留正确的一行。
refusal-no-application = 您在本培训马拉松中没有申请。可用 `/apply` 申请名额。
refusal-not-possible-now = 申请目前的状态（{ $status }）不允许这样做。现在可以：{ $possible }。
refusal-no-offer = 没有可答复的名额邀请（{ $status }）。
refusal-offer-expired = 名额邀请已于 { $deadline } 过期。
refusal-offer-still-open = 名额邀请在 { $deadline } 之前有效，不会提前过期。
refusal-fields-fixed = 以下内容已作为遴选依据，不能再更改：{ $fields }。
refusal-name-frozen = 证书上的姓名自 { $since } 起固定。组织者可说明原因后更正。
refusal-reason-needed = 此决定需要说明原因：它与遴选顺序不符。
refusal-no-free-place = 没有空余名额：{ $capacity } 个中已占用 { $taken } 个。
refusal-capacity-too-low = { $capacity } 个名额太少：已占用或已提供 { $taken } 个。
refusal-unknown-application = 本培训马拉松没有第 { $number } 号申请。
refusal-no-proposal = 没有可批准的方案。{ $newest ->
    [none] 请先制定一个。
   *[other] 最新的是第 { $newest } 号。
}
refusal-already-approved = 方案 { $number } 已由 { $by } 于 { $at } 批准。
refusal-proposal-outdated = 方案 { $number } 制定之后申请有变化。请重新制定。
refusal-bad-serial = “{ $text }”不是证书编号。{ $problem ->
    [length] 它有 { $length } 个字符；应为 { $expected } 个。
    [characters] 以下字符不会出现在编号中：{ $characters }。
   *[other] 请检查是否有输入错误。
}
refusal-certificate-revoked = 证书 { $serial } 已于 { $revoked } 撤销：{ $reason }。此为最终决定。
refusal-certificate-superseded = 证书 { $serial } 已于 { $superseded } 被 { $by } 取代。
refusal-missing-glyphs = 已安装的字体都无法显示“{ $text }”中的 { $characters }。以下软件包可以：{ $packages }。
refusal-marathon-exists = 已有名为“{ $key }”的培训马拉松。请换一个标识，或以另一标识安排在其他日期。
refusal-nobody-to-tell = 这不会送达任何人：现在没有人属于这一对象，或者其中没有人能以这种方式收到。
refusal-said-already = 今天已经以同样的方式对同样的人说过这些话：任何内容都不会说两次。
refusal-not-failed = 发送项 { $number } 并未失败，或这里没有：只重试失败的。
refusal-nothing-to-announce = “{ $key }”尚未在任何服务器中设置：请先 `/setup`。
refusal-bound-elsewhere = “{ $key }”在另一个服务器中。请以另一标识为此服务器导入日程。
refusal-broken-template = 证书模板无法排版：{ $message }。{ $hints ->
    [none] {""}
   *[other] 提示：{ $hints }。
}
refusal-bad-credential = { $problem ->
    [signature] 签名不符：此凭证在签名后被更改，或从未在此签名。
    [key] 此凭证所用的密钥不是我们的。
    [algorithm] 此凭证的签名方式与我们的（RS256）不同。
   *[other] 这不是签名凭证。请提交以 .jwt 结尾的原始文件。
}
refusal-move-into-past = { $start } 已过。请为该场选择将来的时间。
refusal-sessions-collide = 同一批学员在 { $start } 至 { $end } 有第 { $number } 场“{ $title }”。请另选时间，或先移动那一场。
refusal-session-unchanged = 第 { $number } 场已经如此。未作更改。
refusal-already-cancelled = 第 { $number } 场“{ $title }”已于 { $cancelled } 取消。
refusal-not-cancelled = 第 { $number } 场“{ $title }”未被取消：无需恢复。
refusal-not-while-cancelled = 第 { $number } 场“{ $title }”已取消。请先恢复，再移动。
refusal-session-over = 第 { $number } 场已于 { $ended } 结束，不能移动：在场记录属于那个时间。
refusal-number-taken = 第 { $number } 场已存在：{ $title }。下一个可用编号为 { $free }。
refusal-changed-meanwhile = 在此期间，{ $by } 于 { $at } { $verb ->
    [moved] 移动了
    [cancelled] 取消了
    [restored] 恢复了
   *[other] 更改了
}第 { $number } 场。该场现在{ $status ->
    [cancelled] 已取消（原定 { $start }）
   *[other] 定于 { $start }
}。您的操作未执行：请重新查看。
refusal-unknown-rule = 没有结业规则“{ $key }”。现有：{ $known }。
refusal-not-over-yet = 培训马拉松在 { $ends } 之前不会结束。证书说明的是其全部内容，因此名单在结束后制定。
refusal-no-list = 没有可批准的此类名单。{ $newest ->
    [none] 请先准备一份。
   *[other] 最新的是第 { $newest } 号。
}
refusal-four-eyes = 名单 { $number } 由 { $by } 准备。须由另一位组织者批准：四眼原则。
refusal-own-list = 您本人在名单 { $number } 上。须由不在名单上的人批准。
refusal-list-approved = 名单 { $number } 已由 { $by } 于 { $at } 批准。
refusal-list-changed = 自名单 { $number } 准备以来，{ $changed ->
    [none] 规则已更改
   *[other] 记录或姓名已更改（人员编号 { $changed }）
}。其批准不再有效。请准备新名单并送交批准。
refusal-not-approved = 在另一位组织者批准“{ $rule }”的名单之前，不颁发任何证书。
refusal-names-missing = 以下人员没有证书姓名：{ $persons }。未颁发任何证书。
refusal-unknown-certificate = 这里没有证书 { $serial }。
refusal-not-carried = 依据目前的记录，不能颁发证书来取代 { $serial }（{ $status }）。可以撤销它。
refusal-files-not-kept = 无法在 { $folder } 写入文件：{ $reason }。已有 { $issued } 份证书颁发并有效；还剩 { $left } 份。请腾出空间后再次颁发：没有人会得到两份。
refusal-file-changed = 证书 { $serial } 的文件 { $file } 缺失或不是所颁发的那份。请从备份恢复。
refusal-unknown-person = 这里没有名为“{ $text }”且持有名额的人。
refusal-wrong-link-code = 没有申请使用此代码。请从信件中原样复制，例如 12-K7QPXW2MNA。
refusal-account-in-use = 此 Discord 帐号或此申请已绑定。组织者可以查看。
refusal-cancel-first = 第 { $number } 场“{ $title }”将照常举行。请先取消，以便大家得知，然后再删除。
refusal-has-evidence = 第 { $number } 场已记录 { $people } 人在场，记录须保留。该场保持取消状态。
refusal-attended-in-group = 在现小组第 { $sessions } 场已有在场记录，换到另一小组将不计入。如记录有误，请先撤回。
refusal-file-too-large = 文件为 { $megabytes } MB；最多可接受 { $maximum } MB。一张照片或一页 PDF 即可：尚未保存任何内容。
refusal-file-not-taken = 无法接受文件“{ $name }”。请发送以下类型之一：{ $kinds }。截图或照片即可：尚未保存任何内容。

# 拒绝中提到的名称：字段、可对申请进行的操作、角色

field-name = 姓名
field-email = 电子邮件地址
field-organisation = 单位
field-country = 国家
field-kind = 单位类型
field-function = 工作领域
field-gender = 性别
field-zone = 时区
field-language = 语言
field-cohort = 小组
field-time = 时间
field-reason = 原因
field-text = 说明
field-file = 证明的网址
field-people = 人员
field-proof = 证明
field-verdict = 认定
field-score = 成绩
field-title = 标题
field-topic = 主题
field-speakers = 讲者
field-venue = 地点
field-join-url = 入会链接
field-duration = 时长

can-start = 开始
can-submit = 提交
can-edit = 更正
can-withdraw = 撤回
can-select = 遴选
can-offer = 提供名额
can-accept = 接受
can-decline = 谢绝
can-wait = 列入候补名单
can-admit = 直接录取
can-reject = 不予通过
can-expire = 使其过期
can-reinstate = 恢复到候补名单

role-organiser = 组织者
role-approver = 批准者
role-speaker = 讲者
role-auditor = 审计员
refusal-bad-number = “{ $field }”须在 { $minimum } 至 { $maximum } 之间；{ $number } 不符合。
