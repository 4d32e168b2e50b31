# الموقع: الصفحات العامة والتقاويم.

# التقاويم. تقف السابقة قبل عنوان الجلسة الملغاة في البرامج التي لا تعرض STATUS.
feed-cancelled-prefix = أُلغيت:{" "}
feed-speakers = المتحدثون:{" "}
feed-join = الانضمام:{" "}
feed-join-label = الانضمام إلى الجلسة
feed-alarm = تبدأ الجلسة قريبًا.
feed-present = سُجّل حضوركم.
feed-partial = سُجّل حضوركم في جزء من هذه الجلسة.
feed-excused = غيابكم عن هذه الجلسة بعذر.
feed-personal-name = { $marathon } (تقويمكم)

# كل الصفحات
page-skip = إلى المحتوى
page-languages = اللغات

# قائمة الماراثونات
index-title = الماراثونات التدريبية
index-none = لم يُعلَن هنا عن أي ماراثون بعد. عودوا لاحقًا أو اسألوا من أعطاكم هذا العنوان.
index-sessions = { $count ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
    [many] { $count } جلسة
   *[other] { $count } جلسة
}
index-span = من { $from } إلى { $to }

# صفحة الماراثون
marathon-next = الجلسة التالية
marathon-next-none = لا جلسة مقررة بعد هذا الوقت.
marathon-now = الآن
marathon-programme = البرنامج
marathon-empty = لم تُنشر الجلسات بعد. اشتركوا في التقويم: وستظهر فيه من تلقاء نفسها.
marathon-zone-label = عرض المواعيد بتوقيت
marathon-zone-own = منطقتكم الزمنية ({ $zone })
marathon-zone-programme = المنطقة الزمنية للبرنامج ({ $zone })
marathon-zone-shown = المواعيد بتوقيت { $zone }.
marathon-column-number = الرقم
marathon-column-session = الجلسة
marathon-column-when = الموعد
marathon-column-duration = المدة
marathon-column-speakers = المتحدثون
marathon-column-venue = المكان
marathon-duration = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
marathon-cancelled = أُلغيت
marathon-subscribe = الاشتراك في التقويم
marathon-subscribe-how = يتبع التقويم المشترَك فيه كل تغيير من تلقاء نفسه. ويتحقق Google وOutlook بضع مرات في اليوم؛ وتُعلَن التغييرات المتأخرة في المحادثة أيضًا.
marathon-subscribe-app = Apple وThunderbird وتقاويم أخرى
marathon-subscribe-google = تقويم Google
marathon-subscribe-outlook = Outlook على الويب
marathon-subscribe-address = أو انسخوا هذا العنوان إلى برنامج تقويمكم:
marathon-apply = كيفية التقديم
marathon-apply-chat = تُمنح المقاعد بناءً على طلب. انضموا إلى خادم المحادثة لهذا الماراثون واستخدموا فيه الأمر { "\u2066" }/apply{ "\u2069" }.
marathon-apply-open-chat = فتح خادم المحادثة
marathon-apply-opens = يُفتح باب الطلبات في { $moment }.
marathon-apply-until = باب الطلبات مفتوح حتى { $moment }.
marathon-apply-open = باب الطلبات مفتوح.
marathon-apply-closed = أُغلق باب الطلبات في { $moment }.
marathon-website = المزيد عن هذا الماراثون
marathon-print = لا تتبع البرامج المطبوعة التغييرات. الصفحة على { $url }.

# حالات الرفض
missing-title = لا شيء هنا
missing-text = لا توجد صفحة أو تقويم كهذا. ويتوقف عنوان التقويم الشخصي عن العمل عندما يطلب صاحبه عنوانًا جديدًا.
failed-title = حدث خطأ
failed-text = تعذّر إنشاء هذه الصفحة. حاولوا بعد دقيقة؛ وإن استمر الأمر فأبلغوا المنظِّمين بهذا الرقم: { $reference }
