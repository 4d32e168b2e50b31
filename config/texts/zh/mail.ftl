mail-greeting = { $name }，您好：
mail-subject-waiting = { $marathon }：您已列入候补名单
mail-subject-offered = { $marathon }：为您提供一个名额
mail-subject-accepted = { $marathon }：您已获得名额
mail-subject-declined = { $marathon }：您已谢绝名额
mail-subject-expired = { $marathon }：名额邀请已过期
mail-subject-rejected = { $marathon }：关于您的申请
mail-subject-withdrawn = { $marathon }：您的申请已撤回
mail-subject-appeal-upheld = { $marathon }：您对第 { $number } 场的申诉已获支持
mail-subject-appeal-rejected = { $marathon }：您对第 { $number } 场的申诉已有决定
mail-subject-cohort-changed = { $marathon }：您已调到另一小组
mail-waiting = 您在“{ $marathon }”候补名单上排第 { $rank } 位。有名额空出时，将按公布的规则提供，并立即通知您。
mail-offered = “{ $marathon }”为您提供一个名额。请在 { $deadline } 之前答复；逾期名额将给下一位。
mail-accepted = 您已获得“{ $marathon }”的名额。欢迎您！
mail-declined = 您已交还“{ $marathon }”的名额。名额将给下一位。感谢您的告知。
mail-expired = “{ $marathon }”的名额邀请未在期限内得到答复，名额已给下一位。
mail-rejected = 您对“{ $marathon }”的申请未获通过。{ $why ->
    [none] {""}
   *[other] 原因：{ $why }
}
mail-withdrawn = 您对“{ $marathon }”的申请已撤回。不会再就此给您发送信息。
mail-appeal-upheld = 您对“{ $marathon }”第 { $number } 场的申诉已获支持：您计为在场。组织者的理由：{ $reason }
mail-appeal-rejected = 您对“{ $marathon }”第 { $number } 场的申诉未获支持。组织者的理由：{ $reason }
mail-cohort-changed =
    您现在属于“{ $marathon }”的另一小组：{ $cohort ->
        [none] 任一有空位的小组
       *[other] “{ $cohort }”
    }。组织者的理由：{ $why } 您的个人页面上有新的时间，您的日历会自动更新。
mail-page = 您的个人页面，可在上面答复并查看进展。请勿把此地址告诉他人：
    { $page }
mail-code = 如果您使用 Discord，请在那里用以下命令将帐号与申请绑定：
    /link code:{ $code }
mail-end = { $organiser }

link-done = 您的 Discord 帐号现已与您的申请绑定。`/me` 可查看您的进展。

cure-no-mail-server = 未设置邮件服务器。`marathon applications mail-merge` 可为您自己的邮件程序写好信件；或设置 MARATHON_SMTP_HOST 和 MARATHON_SMTP_FROM。
cure-mail = 邮件服务器永久拒收了这封信。请向此人索取另一个地址：`/applications show` 会显示此人。
mail-subject-reminder-session = { $marathon }：第 { $number } 场，{ $time }
mail-subject-reminder-offer-expires = { $marathon }：名额仍为您保留
mail-subject-reminder-survey-due = { $marathon }：请提交问卷
mail-subject-reminder-certificates-ready = { $marathon }：课程已结束
mail-reminder-session = { $words ->
    [none] “{ $marathon }”第 { $number } 场“{ $title }”将于 { $time } 开始。
   *[other] { $words }

    “{ $title }”将于 { $time } 开始。
}{ $venue ->
    [none] {""}
   *[other] 地点：{ $venue }。
}{ $join ->
    [none] {""}
   *[other] 加入：{ $join }
}
mail-reminder-offer-expires = “{ $marathon }”为您提供的名额可在 { $time } 之前接受。逾期名额将给下一位。
mail-reminder-survey-due = “{ $marathon }”的问卷开放至 { $time }。未提交问卷可能无法颁发证书。
mail-reminder-certificates-ready = “{ $marathon }”已结束。您的个人页面显示您是否已完成，以及颁发后的证书。
mail-subject-at-risk = { $marathon }: 还需完成的事项
mail-at-risk = 您仍可达到 { $marathon } 的“{ $rule }”。目前的记录：
    { $why }
    如记录有遗漏，您可在您的页面上说明。
mail-subject-certificate-yours = { $marathon }: 您的证书已就绪
mail-certificate-yours = 您的 { $marathon } 证书已就绪。{ $link ->
    [none] {""}
   *[other] {" "}PDF 仅供您本人下载：
        { $link }
}
    任何人都可凭编号 { $serial } 在此核验：
    { $verify }
mail-subject-certificate-replaced = { $marathon }: 您的新证书
mail-certificate-replaced = 您有一份新的 { $marathon } 证书，取代之前的证书；旧证书仍可核验，显示为已被取代。{ $link ->
    [none] {""}
   *[other] {" "}PDF 仅供您本人下载：
        { $link }
}
    任何人都可凭编号 { $serial } 在此核验：
    { $verify }
