command-marathon = 日程，所有时间均按您所在时区显示
    .about = 日程，或颁发证书所依据的规则
command-me = 您的名额、您的时间、您的出席情况以及尚需完成的内容
    .show = 仅此部分
command-apply = 申请培训马拉松的名额，或修改您的申请
    .country = 您工作所在的国家
    .zone = 您的居住地（若时间不同）；以后也可用它更改
command-link = 将您的 Discord 帐号与您以其他方式提交的申请绑定
    .code = 信件中的个人代码

choice-programme = 日程
choice-rule = 规则
choice-reminders = 提醒
