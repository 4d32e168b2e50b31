# 出席：导入的报告、声明、待决问题，以及个人可就自己说明的内容。

import-preview = 已识别 { $recognised } 项，{ $waiting } 项待您决定，主持人和讲者 { $staff } 行未计，{ $registered } 项仅报名而无出席。尚未记录任何内容。
import-recognised = 已识别
import-waiting = 待您决定
import-nothing = 其中没有可记录的内容。
import-confirm = 记录
import-gone = 此预览已过期，或机器人已重启。未记录任何内容：请重新上传文件。
import-same = 这些文件此前已记录；未作更改。
import-done = 导入 { $number }：记录 { $kept } 行，此前已知 { $already } 行，此前撤回并保持撤回 { $withdrawn } 行。{ $waiting } 个姓名在 `/attendance review` 中等待处理。可用 `/attendance undo` 撤销。
import-heading = 请按“标题=字段”写明标题的含义，多个之间用分号隔开。字段：{ $fields }。
mark-done = 第 { $number } 场，{ $count } 人：{ $verdict }。记录 { $evidence }。
withdraw-done = 记录 { $evidence } 已由记录 { $number } 撤回。两者均保留在案。
undo-done = 导入 { $number } 已撤销：撤回 { $rows } 条记录。可以重新导入。
missing-nobody = 无人缺席。
person-none = 此帐号在本培训马拉松中没有名额。
person-evidence = 记录 { $numbers }
attendance-exported = { $lines } 行。文件中有姓名，请妥善保管。
review-empty = 没有待决定的事项。
review-rows = 第 { $number } 场的报告中有 { $rows } 行。是谁的？
review-left = 待决问题：{ $count } 个
review-someone = 其他人…
review-person = 编号、电子邮件地址或准确姓名
review-nobody = 无此人
review-staff = 主持人或讲者
review-later = 稍后
review-done = { $answer ->
    [credit] “{ $name }”已计入。
    [staff] “{ $name }”作为主持人或讲者不计入。
   *[nobody] “{ $name }”不归属任何人。
}{ $remembered ->
    [yes] 以后的文件同样处理。
   *[no] { "" }
}
check-in-code-title = 签到
check-in-code-label = 讲者展示的六位数字
code-shown = 第 { $number } 场：**{ $code }**，{ $seconds } 秒后更换（{ $until }）。前一个代码在一分钟内仍然有效。
code-not-asked = 本日程不要求代码：按按钮即可。
prompt-middle = 第 { $number } 场：您还在吗？
prompt-end = 第 { $number } 场：结束时签到
prompt-posted = 签到已发布。
me-appeals = 您的申诉
own-appeal = 对认定提出申诉
own-group = 我们一起观看
own-recording = 我看了录像
own-field-session = 场次编号
own-field-text = 发生了什么？
own-field-file = 证明的网址（https://…）
own-field-people = 其他人：电子邮件或准确姓名，每行一个
own-field-proof = 什么能说明您看过？
own-field-reason = 理由；学员会看到
own-field-upload = 可作证明的文件
own-field-upload-about = { $kinds }，不超过 { $megabytes } MB；只有组织者可以看到。
appeal-made = 您对第 { $number } 场的申诉已保存。由组织者决定；`/me` 显示答复。
appeal-open = ❔ 第 { $number } 场：等待组织者
appeal-upheld = ✅ 第 { $number } 场：获支持。{ $reason }
appeal-rejected = ▫️ 第 { $number } 场：未获支持。{ $reason }
appeal-answer-upheld =
    您对第 { $number } 场的申诉已获支持：您计为在场。组织者的理由：{ $reason }
    `/me` 可查看您的进展。
appeal-answer-rejected =
    您对第 { $number } 场的申诉未获支持。组织者的理由：{ $reason }
    `/me` 可查看您的进展。
appeal-left = 待处理：{ $count } 项
appeal-uphold = 支持：在场
appeal-reject = 不支持
appeal-answered = 答复已保存；学员可在 `/me` 中看到。
group-declared = 已保存：{ $count } 人一起观看了第 { $number } 场。组织者签署后计入。
recording-kept = 已保存：您看了第 { $number } 场的录像。
group-asked = { $name } 说以下人员一起观看了第 { $number } 场：
group-sign = 签署
group-refuse = 不予确认
group-settled = 已保存。
attendance-announced = 🗓 已于 { $at } 说明不能参加
attendance-announced-title = 已说明不能参加
