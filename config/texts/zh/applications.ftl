apply-title = 名额申请
apply-name = 证书上的姓名
    .hint = 请按证书上应有的写法填写，可使用您自己的文字。
apply-email = 电子邮件地址
    .hint = 只有组织者可以看到。
apply-organisation = 单位
    .hint = 您的工作单位；自由职业者可留空。
apply-kind = 单位类型
apply-function = 您的工作领域
apply-again = 更正
apply-send = 同意并提交
apply-consent = 请核对您填写的内容，并选择时区和语言。提交即表示您同意组织者保存这些数据，用于举办培训马拉松和颁发您的证书。
apply-done = 您的申请已保存。共有 { $places } 个名额。名额分配时会在这里通知您；`/me` 可查看您的进展。

kind-manufacturer = 生产企业
kind-regulator = 监管机构
kind-ministry = 政府部门
kind-academia = 大学或科研机构
kind-other = 其他

function-development = 研发
function-production = 生产
function-quality-assurance = 质量保证
function-quality-control = 质量控制
function-regulatory = 注册与法规事务
function-other = 其他

apply-any-cohort = 任意小组
apply-stated = 您填写的内容
apply-edit = 更正
apply-withdraw = 撤回
apply-edited = { $fields ->
    [none] 没有任何更改。
   *[other] 已更改：{ $fields }。已保存。
}
apply-withdraw-preview = { $holds ->
    [true] 您将交还名额；名额会给下一位，您无法自行取回。
   *[false] 您的申请将被撤回。
}确定撤回吗？
apply-withdraw-confirm = 是，撤回
apply-withdrawn = 您的申请已撤回。

gender-unsaid = 我不愿说明性别
gender-woman = 女
gender-man = 男
gender-another = 其他

me-offer-until = 请在 { $deadline } 之前答复；逾期名额将给下一位。
me-data = 我的数据
me-forget = 删除我的数据
me-data-none = 这里没有保存关于您的任何数据。
me-data-here = 这是所保存的关于您的全部数据。
me-forget-preview = 您的姓名、地址、单位以及与 Discord 帐号的关联将被永久删除，您持有的名额将给下一位。**此后将无法再向您颁发证书。**课程中发生的事情会保留在一个无法指向任何人的编号之下；已经颁发的证书仍可验证。此操作无法撤销。
me-forget-confirm = 是，删除我的数据
me-forgotten = 您的数据已删除。不再保存任何可识别您的内容。
