check-in-button = أنا هنا
check-in-field = تسجيل الحضور
check-in-open-title = الجلسة { $number }: تسجيل الحضور مفتوح
check-in-open-text = اضغطوا الزر أثناء مشاركتكم. مفتوح حتى { $closes }.
check-in-closed-title = { $because ->
    [moved] نُقلت الجلسة { $number }: يُفتح تسجيل الحضور من جديد في موعدها
    [cancelled] أُلغيت الجلسة { $number }: تسجيل الحضور مغلق
   *[over] انتهت الجلسة { $number }
}
check-in-closed-text = تسجيل الحضور مغلق. ويبيّن `/me` ما سُجّل لكم.
check-in-kept = ✅ سُجّل حضوركم في الجلسة { $number }، { $title }، في { $at }. وقد حُفظ.
check-in-already = ✅ حضوركم في الجلسة { $number }، { $title }، مسجّل من قبل في { $at }. ولا يلزم شيء آخر.
check-in-late = هذا بعد بدء الجلسة؛ والبرنامج يحدد هل يُحتسب.
