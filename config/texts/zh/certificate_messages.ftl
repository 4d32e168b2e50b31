# 证书就绪时，以及某份证书不再成立时的说明。

certificates-ready-title = 证书已就绪
certificates-ready-text = 如果您有证书，`/me` 会显示：一份 PDF，以及一份任何人都可验证的签名电子凭证。
desk-note-unsupported = 证书 { $kind } 依据现有记录不再成立：目前状态为“{ $reason }”。请用 `/completion person` 查看，然后撤销或更换该证书。

# 组织者：名单、批准、证书

completion-no-place = 此人在本培训马拉松中没有名额。
completion-prepare = 准备此名单以供批准
completion-near = 接近界线
completion-last = 最近准备的名单
completion-list-none = 暂无。
completion-list-waiting = 名单 { $number }（{ $people } 人）等待另一位组织者批准。哈希 { $hash }…
completion-list-approved = 名单 { $number }（{ $people } 人）已批准。哈希 { $hash }…
completion-list-fallen = 名单 { $number } 已失效：准备之后记录或规则发生了变化。
completion-prepared = 名单 { $number } 已备好：{ $people } 人。现在由另一位具有批准者角色的组织者使用 `/completion approve`。哈希：`{ $hash }`
completion-approve = 批准名单 { $number }
completion-approved = 名单 { $number }（{ $people } 人）已批准。下一步：`/certificates issue`。
completion-scored = 已记录：第 { $attempt } 次，{ $percent }%。
certificates-no-address = 证书需要公开网址：请机器人的运维人员先设置 MARATHON_PUBLIC_URL。
certificates-preview = 按照“{ $rule }”，已有 { $people } 人完成。已批准名单上尚无证书的每个人将得到一份；没有人会得到两份。只在频道中通知一次。
certificates-issue = 颁发证书
certificates-issued = 已颁发 { $new } 份证书；此前已有 { $already } 份。{ $inexact ->
    [none] {""}
   *[other] 纸面正确、但姓名无法逐字复制的证书：{ $inexact }
}
certificates-count = 有效证书 { $valid } 份；被取代或撤销 { $others } 份。
certificates-unsupported = { $count } 份依据现有记录不再成立：{ $serials }。请撤销或更换。
certificate-revoke = 撤销…
certificate-revoke-reason = 原因（所有人都会看到）
certificate-revoked = 证书 { $serial } 已撤销。
certificate-replace = 更换…
certificate-replace-reason = 原因，例如更正姓名
certificate-replaced = 证书 { $old } 已被取代。新证书：{ $new }。

# 持有人

certificate-yours = 您的证书
certificate-none = 这里没有属于您的有效证书。
certificate-text = 您的证书：一份 PDF，以及一份供程序使用的签名电子凭证。任何人都可在 { $url } 验证。[添加到 LinkedIn]({ $linkedin })

rule-title = 结业规则，第 { $version } 版
rule-frozen = 自 { $since } 起固定不变。
rule-none = 本培训马拉松没有结业规则。
certificate-replaced-text = 您有一份新证书，编号 { $serial }，取代之前的证书。`/me` 会显示它；旧证书仍可核验，显示为已被取代。
completion-open = 尚未决定，可能改变状态
completion-open-text = 申诉：{ $appeals }（`/attendance appeals`）；会议报告中存疑的姓名：{ $reviews }（`/attendance review`）。
