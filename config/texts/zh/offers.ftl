application-waiting = 您在候补名单上排第 { $rank } 位。有名额空出时，将按公布的规则提供，并在这里通知您。`/me` 可随时查看您的进展。
application-offered = **为您提供一个名额。**请在 { $deadline } 之前答复；逾期名额将给下一位。
application-accepted = 您已获得名额。欢迎您！课程频道现已对您开放，`/me` 中有按您当地时间显示的场次和可订阅的日历。
application-declined = 您已交还所提供的名额。名额将给下一位。感谢您的告知。
application-expired = 名额邀请未在期限内得到答复，名额已给下一位。
application-rejected = 您的申请未获通过。{ $why ->
    [none] {""}
   *[other] 原因：{ $why }
}
application-withdrawn = 您的申请已撤回。不会再就此给您发送信息。
cohort-changed =
    您现在属于另一小组：{ $cohort ->
        [none] 任一有空位的小组
       *[other] “{ $cohort }”
    }。组织者的理由：{ $why } `/me` 中有按您当地时间显示的场次，您的日历会自动更新。

offer-accept = 接受名额
offer-decline = 谢绝
offer-accepted = 名额归您了。欢迎您！`/me` 按您的当地时间显示场次。
offer-declined = 您已交还名额；名额将给下一位。感谢您的告知。
application-accepted-calendar = 您的个人日历，含入会链接；请勿把地址告诉他人：{ $url }
