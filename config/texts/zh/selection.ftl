income-low = 低收入
income-lower-middle = 中等偏下收入
income-upper-middle = 中等偏上收入
income-high = 高收入
income-unclassified = 世界银行未分类
income-not-listed = 未列入世界银行名单

reason-income-priority = 按国家列优先组 { $group }{ $groups ->
    [0] {""}
   *[other] （共 { $groups } 组）
}：{ $country }（{ $income }）。
reason-income-override = 日程将 { $country } 计为{ $income }：{ $why }
reason-kind-priority = 按单位类型列优先组 { $group }：{ $kind }。
reason-function-priority = 按工作领域列优先组 { $group }：{ $function }。
reason-first-come = 按申请时间：在同等者中排第 { $place }{ $of ->
    [0] {""}
   *[other] （共 { $of }）
}。
reason-lot = 按抽签（种子 { $seed }）：在同等者中排第 { $place }{ $of ->
    [0] {""}
   *[other] （共 { $of }）
}。
reason-within-places = 排序第 { $claim }{ $of ->
    [0] {""}
   *[other] （共 { $of }）
}，共 { $places } 个名额 → 有名额。
reason-low-income-quota = 有名额，因为 { $needed } 个名额用于低收入和中等偏下收入。
reason-gender-quota = 有名额，因为每种性别有 { $needed } 个名额。
reason-kept-for-low-income = 无名额：{ $needed } 个名额留给低收入和中等偏下收入。
reason-kept-for-balance = 无名额：{ $needed } 个名额用于性别均衡。
reason-country-cap = { $country } 的第 { $place } 位{ $of ->
    [0] {""}
   *[other] （共 { $of }）
}，该国最多 { $cap } 人可获名额。
reason-organisation-cap = 同一单位的第 { $place } 位{ $of ->
    [0] {""}
   *[other] （共 { $of }）
}，该单位最多 { $cap } 人可获名额。
reason-full = 排序第 { $claim }{ $of ->
    [0] {""}
   *[other] （共 { $of }）
}，共 { $places } 个名额：已给排序更前者。
reason-waiting-list = → 候补名单第 { $rank } 位{ $of ->
    [0] {""}
   *[other] （共 { $of }）
}。

status-draft = 草稿
status-applied = 已申请
status-waiting = 候补
status-offered = 已提供名额
status-accepted = 已接受
status-declined = 已谢绝
status-expired = 已过期
status-rejected = 未通过
status-withdrawn = 已撤回

select-none = 没有等待决定的申请。有人申请后，`/applications select` 会提出名额分配方案。
select-title = 方案 { $number }
select-summary = { $applications } 份申请：**{ $offered }** 份获提供名额，**{ $waiting }** 份候补{ $rejected ->
    [0] {""}
   *[other] ，**{ $rejected }** 份不予通过
}。尚未通知任何人：您批准后才通知，每个邀请有效 { $days } 天。
select-changes = { $changes } 项决定经人工更改。
select-income = 收入组：获名额／申请
select-kind = 类型：获名额／申请
select-country = 国家：获名额／申请
select-region = 世卫组织区域：获名额／申请
select-quotas = 配额：达到／要求
select-quota-low-income-quota = 低收入和中等偏下收入
select-quota-gender-quota = 性别：{ $of }
select-approve = 批准并通知
select-change = 更改一项决定
select-approved = 方案 { $number } 已批准：{ $offered } 份获提供名额，截至 { $deadline }；{ $waiting } 份候补，{ $rejected } 份不予通过。正在通知。
select-seed-needed = 日程采用抽签但未指定种子。请公布一个并提供：`/applications select seed:…`
select-change-title = 更改一项决定
select-change-number = 申请编号
select-change-decision = 新的决定
select-change-reason = 原因
select-changed = 申请 { $application }：方案 { $number } 批准后{ $decision ->
    [offer] 提供名额
    [wait] 候补
   *[reject] 不予通过
}。
decision-offer = 提供名额
decision-wait = 候补名单
decision-reject = 不予通过
event-offer = 不按次序提供名额
event-admit = 直接给予名额，无需再问
event-reject = 不予通过
event-reinstate = 恢复到候补名单

decide-done = 申请 { $number }：{ $status }。{ $next ->
    [0] {""}
   *[other] 已向接下来的 { $next } 位提供名额。
}
offer-done = { $count ->
    [0] 没有空余名额，或无人候补：未提供任何名额。
   *[other] 已提供 { $count } 个名额。
}
list-empty = 没有这样的申请。
list-page = 第 { $page } 页，共 { $pages } 页，{ $count } 份申请
list-earlier = 上一页
list-later = 下一页
list-same-email = 与 { $numbers } 的电子邮件相同
show-title = 申请 { $number }：{ $status }
show-person = 个人
show-statements = 所填内容
show-reasons = 为何处于此位置
show-history = 历史
show-nothing = 遴选尚未审议。
stats-title = { $count } 份申请
stats-status = 状态
stats-income = 收入组
stats-kind = 类型
stats-function = 工作领域
stats-country = 国家
stats-region = 世卫组织区域
export-done = { $count } 份申请，仅含以下字段：{ $fields }
export-unknown = 没有字段 { $unknown }。现有：{ $fields }。
name-corrected = 申请 { $number }：证书上的姓名现为“{ $name }”。
cohort-done =
    申请 { $number } 现属小组 { $cohort }，已通知本人。{ $next ->
        [0] { "" }
       *[other] 已向接下来的 { $next } 位提供名额。
    }
cohort-same = 申请 { $number } 已在小组 { $cohort }；未作更改。

# 世卫组织自己的区域名称。
region-AFR = 非洲区域
region-AMR = 美洲区域
region-EMR = 东地中海区域
region-EUR = 欧洲区域
region-SEAR = 东南亚区域
region-WPR = 西太平洋区域
region-elsewhere = 不属于世卫组织任何区域
capacity-done = 名额：{ $before } → { $after }。{ $free ->
    [0] 没有空余。
   *[other] 空余 { $free } 个；`/applications offer` 会提供给候补名单。
}
