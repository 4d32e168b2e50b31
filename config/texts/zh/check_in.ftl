check-in-button = 我在场
check-in-field = 签到
check-in-open-title = 第 { $number } 场：签到已开始
check-in-open-text = 请在参加期间按下按钮。开放至 { $closes }。
check-in-closed-title = { $because ->
    [moved] 第 { $number } 场已改期：届时重新开放签到
    [cancelled] 第 { $number } 场已取消：签到已关闭
   *[over] 第 { $number } 场已结束
}
check-in-closed-text = 签到已关闭。`/me` 可查看为您记录的内容。
check-in-kept = ✅ 您已于 { $at } 在第 { $number } 场“{ $title }”签到。已保存。
check-in-already = ✅ 您此前已于 { $at } 在第 { $number } 场“{ $title }”签到。无需再做任何事。
check-in-late = 这是在该场开始之后；是否计入由日程规定。
