# البرنامج وما يقال عن جلساته في القنوات. تأتي المواعيد طوابع زمنية من Discord.

session-length = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
session-speakers = المتحدثون: { $speakers }
session-venue = المكان: { $venue }
session-join = الانضمام: { $url }

lead-days = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
lead-hours = { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}
lead-minutes = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}

reminder-before = تبدأ الجلسة { $number } بعد { $lead }
reminder-now = تبدأ الجلسة { $number } الآن
reminder-applications-close = يُغلق باب الطلبات في { $time }. **اطلبوا مقعدًا بالأمر `/apply`.**
reminder-survey-due = الاستبيان مفتوح حتى { $time }. ومن دونه قد لا تصدر شهادة: يبيّن `/me` ما بقي عليكم.
reminder-certificates-ready = اكتملت الدورة. ويبيّن `/me` هل أتممتموها، وشهادتكم متى صدرت.
reminder-late = _كان ينبغي أن تصل هذه الرسالة في { $due }._

announcement-apply = **اطلبوا مقعدًا بالأمر `/apply`.** وتظهر كل المواعيد أعلاه بتوقيتكم المحلي.
announcement-feed = التقويم: { $url }

session-planned = الجلسة { $number } جديدة في البرنامج
session-moved = للجلسة { $number } موعد جديد
session-cancelled = أُلغيت الجلسة { $number }
session-restored = ستُعقد الجلسة { $number } بعد كل شيء
session-edited = تغيّرت الجلسة { $number }
moved-before = كان موعدها
moved-why = السبب
moved-by-zone-data = تبقى الساعة المحلية في { $zone } كما هي؛ فقد غيّر البلد قواعد توقيته.

clock-change-title = ابتداءً من الجلسة { $number } تتغيّر الساعة لدى بعضكم
clock-change-text = يتغيّر التوقيت بين جلستين؛ أما البرنامج نفسه فلا يتحرك. تبدأ الجلسة { $number } بساعتكم في { $at }. وبالمقارنة بالجلسات السابقة:
clock-change-later = • { $minutes ->
    [60] بعد الموعد المعتاد بساعة
   *[other] تأخير بالدقائق: { $minutes }
}: { $places }
clock-change-earlier = • { $minutes ->
    [60] قبل الموعد المعتاد بساعة
   *[other] تقديم بالدقائق: { $minutes }
}: { $places }

reach-title = للجلسة { $number } موعد جديد: هل تقويمكم صحيح؟
reach-field = التقاويم
reach-text = أخذ الموعد الجديد حتى الآن { $current } من { $calendars } من التقاويم الشخصية. وإن أظهر تقويمكم غيره فاعتمدوا الموعد أعلاه؛ فبرامج التقويم تتحقق متى شاءت، وبعضها مرة في اليوم.

completion-notice-title = انتهت الجلسة الأخيرة
completion-notice-text = شكرًا لمشاركتكم. ويبيّن `/me` حضوركم وهل أتممتم الماراثون.

places-given-title = تُعرض المقاعد الآن
places-given-text = { $places ->
    [zero] لا مقاعد معروضة.
    [one] يُعرض مقعد على شخص واحد.
    [two] يُعرض مقعدان على شخصين.
   *[other] عدد المقاعد المعروضة: { $places }.
} يبيّن `/me` هل لكم أحدها ويتيح لكم الرد؛ ويرى الآخرون هناك ترتيبهم على قائمة الانتظار.

programme-none-here = لم يُعَدّ أي ماراثون في هذا الخادم بعد. ويمكن لمن يدير الخادم أن يعدّه بالأمر `/setup`.
programme-next = **الجلسة التالية**
programme-cancelled = (أُلغيت)

# مكتب المنظِّمين
desk-note-title = أمر يحتاج إليكم
desk-note-too-late = لم يمكن قول هذا في وقته. ولم يصل إلى أحد:
desk-note-failed = لم يمكن قول هذا. { $cure } (`{ $reason }`)
desk-note-zone-data = تغيّرت قواعد التوقيت في منطقة، ولم يعد موعد مقرر موجودًا فيها أو صار يتكرر مرتين. حددوا له موعدًا بالأمر `/programme move`:
desk-note-item = • «{ $kind }» { $session }، موعدها { $due }
desk-note-more = … و{ $count } غيرها: `/reminders ledger`

# ما يمكن للمنظِّم فعله عندما لا يمكن قول شيء
cure-gone = حُذف ما كان ينبغي الكتابة إليه (قناة أو رسالة أو دور): ينشئه `/setup` من جديد، ثم يعيد `/reminders ledger` الإرسال.
cure-forbidden = لا يُسمح للبوت بذلك هنا: امنحوا دوره في هذه القناة صلاحيات «عرض القناة» و«إرسال الرسائل» و«تضمين الروابط» وضعوه فوق الأدوار التي يمنحها، ثم يعيد `/reminders ledger` الإرسال.
cure-not-set-up = لا يعرف Marathon أين يكتب ذلك: ينشئ `/setup` ما ينقص، ثم يعيد `/reminders ledger` الإرسال.
cure-refused = لا يقبله Discord على حاله. ويبيّن سجل البوت السبب؛ يُرجى الإبلاغ عنه.
cure-no-connection = تعذّر الاتصال بـDiscord عدة دقائق: يعيد `/reminders ledger` الإرسال.
cure-discord = ردّ Discord بأخطاء من عنده عدة دقائق: يعيد `/reminders ledger` الإرسال.
cure-unknown-guild = لا يرى البوت هذا الخادم: ادعوه من جديد.
cure-events-full = في هذا الخادم 100 فعالية مجدولة لم تنته، وهو أقصى ما يحفظه Discord: احذفوا بعضها، ثم يعيد `/reminders ledger` الإرسال.
cure-broken = أخطأ البوت أثناء الكتابة. ويبيّن سجل البوت الخطأ؛ يُرجى الإبلاغ عنه.
cure-nothing-to-say = لم يبق ما يقال: فقد تغيّر الموضوع أو زال.
cure-nothing-to-update = لم تعد الرسالة التي كان ينبغي تغييرها موجودة.
cure-no-means = كان ينبغي إرساله بوسيلة ليست لدى هذا التثبيت.
cure-no-dms = لا يسمح Discord للبوت حاليًا بفتح رسائل مباشرة: ومن أرادها يجدها في القناة.
desk-note-night = حفظ السجل ليلة أمس
desk-note-record-whole =
    يتفق السجل مع يوميته: القيود { $entries }، الصفوف { $rows }. { $backup ->
        [made] ونُسخ احتياطيًا باسم `{ $file }`.
        [server] ولا ينسخ Marathon خادم قواعد بيانات: فأدواته تفعل ذلك (`pg_dump`).
        [failed] وتعذّر نسخه احتياطيًا.
       *[off] والنسخ الاحتياطي الليلي معطّل.
    } أحدث بصمة لليومية، وهي تثبت لاحقًا أن شيئًا لم يُقتطع (`marathon journal verify --head`):
    `{ $head }`
desk-note-record-broken = لا يتفق السجل مع يوميته. { $fault } اتركوا كل شيء كما هو، وضعوا أحدث النسخ الاحتياطية جانبًا، وانظروا بالأمر `marathon journal verify` ما الذي تغيّر؛ ويعيد `marathon restore` إلى نسخة احتياطية.
desk-note-backup-failed = تعذّر إنشاء النسخة الاحتياطية ليلة أمس. { $failure } أفسحوا مكانًا على القرص وتأكدوا من أن Marathon يستطيع الكتابة في المجلد `MARATHON_BACKUPS_DIR`؛ وينشئ `marathon backup` نسخة فورًا، وتعاد المحاولة الليلة القادمة.
reminder-offer-expires = المقعد المعروض عليكم في **{ $title }** لكم إن قبلتموه قبل { $time }. وبعد ذلك ينتقل إلى الشخص التالي.
desk-note-dms-paused = { $cure } (`{ $reason }`)
cure-closed-dms = لا يقبل هذا الشخص رسائل مباشرة من هذا الخادم: أبلغوه بوسيلة أخرى (يبيّن `/applications show` عنوانه)، أو اطلبوا منه السماح بها ثم يعيد `/reminders ledger` الإرسال.
cure-dm-pace = ينتظر دوره: تُفتح الرسائل المباشرة ببطء كي لا يحظر Discord البوت.
