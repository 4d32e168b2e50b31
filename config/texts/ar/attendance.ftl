# الحضور: التقارير والإفادات والأسئلة المفتوحة، وما يمكن لكل شخص قوله عن حضوره.

import-preview = المتعرَّف عليه: { $recognised }؛ بانتظار قراركم: { $waiting }؛ صفوف المضيفين والمتحدثين المستبعدة: { $staff }؛ تسجيلات بلا حضور: { $registered }. ولم يُسجَّل شيء بعد.
import-recognised = متعرَّف عليه
import-waiting = بانتظار قراركم
import-nothing = لا يمكن تسجيل شيء من هذا.
import-confirm = تسجيل
import-gone = هذه المعاينة قديمة جدًا أو أُعيد تشغيل البوت. ولم يُسجَّل شيء: يُرجى رفع الملف من جديد.
import-same = سُجّلت هذه الملفات من قبل؛ ولم يتغيّر شيء.
import-done = الإدخال { $number }: الصفوف المسجّلة { $kept }، المعروفة من قبل { $already }، المسحوبة من قبل والمتروكة كذلك { $withdrawn }. وعدد الأسماء المنتظرة في `/attendance review` هو { $waiting }. ويُتراجع عنه بالأمر `/attendance undo`.
import-heading = اكتبوا معنى العنوان هكذا: عنوان=خانة، وافصلوا بين العناوين بفاصلة منقوطة. الخانات: { $fields }.
mark-done = الجلسة { $number }، عدد الأشخاص { $count }: { $verdict }. السجل { $evidence }.
withdraw-done = سُحب السجل { $evidence } بالسجل { $number }. ويبقى كلاهما محفوظًا.
undo-done = تُراجِع عن الإدخال { $number }، وعدد السجلات المسحوبة { $rows }. ويمكن إدخاله من جديد.
missing-nobody = لا أحد ناقص.
person-none = ليس لهذا الحساب مقعد في الماراثون.
person-evidence = السجل { $numbers }
attendance-exported = عدد الأسطر: { $lines }. احفظوا الملف في مكان آمن: ففيه أسماء.
review-empty = لا شيء ينتظر القرار.
review-rows = عدد الصفوف في تقرير الجلسة { $number }: { $rows }. لمن هي؟
review-left = { $count ->
    [one] آخر سؤال مفتوح
   *[other] الأسئلة المفتوحة: { $count }
}
review-someone = شخص آخر…
review-person = رقم أو بريد إلكتروني أو الاسم بدقة
review-nobody = لا أحد
review-staff = مضيف أو متحدث
review-later = لاحقًا
review-done = { $answer ->
    [credit] احتُسب «{ $name }».
    [staff] استُبعد «{ $name }» بوصفه مضيفًا أو متحدثًا.
   *[nobody] لا يعود «{ $name }» إلى أحد.
} { $remembered ->
    [yes] ويسري هذا على الملفات اللاحقة أيضًا.
   *[no] { "" }
}
check-in-code-title = تسجيل الحضور
check-in-code-label = الأرقام الستة التي يعرضها المتحدث
code-shown = الجلسة { $number }: **{ $code }**، والتالي بعد { $seconds } ث ({ $until }). ويُقبل الرمز السابق دقيقة أخرى.
code-not-asked = لا يطلب هذا البرنامج رمزًا: الزر وحده يكفي.
prompt-middle = الجلسة { $number }: هل ما زلتم هنا؟
prompt-end = الجلسة { $number }: تسجيل الحضور في النهاية
prompt-posted = نُشر تسجيل الحضور.
me-appeals = تظلّماتكم
own-appeal = التظلّم من قرار
own-group = شاهدنا معًا
own-recording = شاهدت التسجيل
own-field-session = رقم الجلسة
own-field-text = ماذا جرى؟
own-field-file = عنوان مستند (https://…)
own-field-people = الآخرون: بريد أو اسم، كل في سطر
own-field-proof = ما الذي يدل على أنكم شاهدتموه؟
own-field-reason = التعليل؛ يقرؤه المشارك
own-field-upload = ملف يبيّن ذلك
own-field-upload-about = { $kinds }، بحد أقصى { $megabytes } ميغابايت؛ لا يراه إلا المنظِّمون.
appeal-made = حُفظ تظلّمكم بشأن الجلسة { $number }. ويقرر أحد المنظِّمين؛ ويبيّن `/me` الرد.
appeal-open = ❔ الجلسة { $number }: بانتظار أحد المنظِّمين
appeal-upheld = ✅ الجلسة { $number }: قُبل. { $reason }
appeal-rejected = ▫️ الجلسة { $number }: لم يُقبل. { $reason }
appeal-answer-upheld =
    قُبل تظلّمكم بشأن الجلسة { $number }: ويُحتسب حضوركم. تعليل المنظِّمين: { $reason }
    يبيّن `/me` وضعكم.
appeal-answer-rejected =
    لم يُقبل تظلّمكم بشأن الجلسة { $number }. تعليل المنظِّمين: { $reason }
    يبيّن `/me` وضعكم.
appeal-left = { $count ->
    [one] الأخير المنتظر
   *[other] المنتظر: { $count }
}
appeal-uphold = قبول: كان حاضرًا
appeal-reject = رفض
appeal-answered = حُفظ الرد؛ ويقرؤه المشارك في `/me`.
group-declared = حُفظ: شوهدت الجلسة { $number } معًا، وعدد الأشخاص { $count }. ويُحتسب متى وقّع منظِّم.
recording-kept = حُفظ: شاهدتم تسجيل الجلسة { $number }.
group-asked = يفيد { $name } بأن هؤلاء شاهدوا الجلسة { $number } معًا:
group-sign = توقيع
group-refuse = غير مؤكد
group-settled = حُفظ.
attendance-announced = 🗓 أفاد { $at } بتعذّر المجيء
attendance-announced-title = أفادوا بتعذّر المجيء
