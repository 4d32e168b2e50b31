income-low = دخل منخفض
income-lower-middle = شريحة دنيا من الدخل المتوسط
income-upper-middle = شريحة عليا من الدخل المتوسط
income-high = دخل مرتفع
income-unclassified = غير مصنّف لدى البنك الدولي
income-not-listed = غير مدرج لدى البنك الدولي

reason-income-priority = مجموعة الأولوية { $group }{ $groups ->
    [0] {""}
   *[other] {" "}من { $groups }
} بحسب البلد: { $country } ({ $income }).
reason-income-override = يَعُدّ البرنامج { $country } ضمن «{ $income }»: { $why }
reason-kind-priority = مجموعة الأولوية { $group } بحسب نوع المؤسسة: { $kind }.
reason-function-priority = مجموعة الأولوية { $group } بحسب مجال العمل: { $function }.
reason-first-come = بحسب وقت التقديم: الترتيب { $place }{ $of ->
    [0] {""}
   *[other] {" "}من { $of }
} بين المتساوين.
reason-lot = بحسب القرعة (البذرة { $seed }): الترتيب { $place }{ $of ->
    [0] {""}
   *[other] {" "}من { $of }
} بين المتساوين.
reason-within-places = الترتيب { $claim }{ $of ->
    [0] {""}
   *[other] {" "}من { $of }
} على { $places } من المقاعد ← مقعد.
reason-low-income-quota = مقعد، لأن المخصص للدخل المنخفض والشريحة الدنيا من المتوسط { $needed } من المقاعد.
reason-gender-quota = مقعد، لأن المخصص لكل جنس { $needed } من المقاعد.
reason-kept-for-low-income = لا مقعد: حُفظ { $needed } من المقاعد للدخل المنخفض والشريحة الدنيا من المتوسط.
reason-kept-for-balance = لا مقعد: حُفظ { $needed } من المقاعد للتوازن بين الجنسين.
reason-country-cap = الترتيب { $place }{ $of ->
    [0] {""}
   *[other] {" "}من { $of }
} من { $country }، والحد الأقصى للمقاعد منه { $cap }.
reason-organisation-cap = الترتيب { $place }{ $of ->
    [0] {""}
   *[other] {" "}من { $of }
} من المؤسسة نفسها، والحد الأقصى للمقاعد منها { $cap }.
reason-full = الترتيب { $claim }{ $of ->
    [0] {""}
   *[other] {" "}من { $of }
} على { $places } من المقاعد: وقد ذهبت إلى من هم أعلى ترتيبًا.
reason-waiting-list = ← قائمة الانتظار، الترتيب { $rank }{ $of ->
    [0] {""}
   *[other] {" "}من { $of }
}.

status-draft = مسودة
status-applied = مقدَّم
status-waiting = قيد الانتظار
status-offered = معروض عليه مقعد
status-accepted = مقبول
status-declined = معتذَر عنه
status-expired = انتهت المهلة
status-rejected = مرفوض
status-withdrawn = مسحوب

select-none = لا طلب ينتظر القرار. وبعد تقديم الطلبات يقترح `/applications select` من يحصل على المقاعد.
select-title = المقترح { $number }
select-summary = عدد الطلبات { $applications }: يُعرض مقعد على **{ $offered }**، وينتظر **{ $waiting }**{ $rejected ->
    [0] {""}
   *[other] ، ويُرفض **{ $rejected }**
}. ولم يُبلَّغ أحد بشيء بعد: يُبلَّغون عند اعتمادكم، ويسري كل عرض { $days ->
    [zero] { $days } يوم
    [one] يومًا واحدًا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}.
select-changes = القرارات المغيّرة يدويًا: { $changes }.
select-income = مجموعة الدخل: من لهم مقاعد من المتقدمين
select-kind = النوع: من لهم مقاعد من المتقدمين
select-country = البلد: من لهم مقاعد من المتقدمين
select-region = إقليم المنظمة: من لهم مقاعد من المتقدمين
select-quotas = الحصص: المتحقق من المطلوب
select-quota-low-income-quota = الدخل المنخفض والشريحة الدنيا من المتوسط
select-quota-gender-quota = الجنس: { $of }
select-approve = اعتماد وإبلاغ
select-change = تغيير قرار واحد
select-approved = اعتُمد المقترح { $number }: عُرض مقعد على { $offered } حتى { $deadline }، وينتظر { $waiting }، ورُفض { $rejected }. ويجري إبلاغهم الآن.
select-seed-needed = يُجري البرنامج قرعة ولا يذكر بذرة. انشروا واحدة واذكروها: `/applications select seed:…`
select-change-title = تغيير قرار واحد
select-change-number = رقم الطلب
select-change-decision = القرار الجديد
select-change-reason = السبب
select-changed = الطلب { $application }: { $decision ->
    [offer] يُعرض مقعد
    [wait] ينتظر
   *[reject] يُرفض
} عند اعتماد المقترح { $number }.
decision-offer = عرض مقعد
decision-wait = قائمة الانتظار
decision-reject = رفض
event-offer = عرض مقعد خارج الدور
event-admit = منح المقعد من دون سؤال
event-reject = رفض
event-reinstate = إعادة إلى قائمة الانتظار

decide-done = الطلب { $number }: { $status }.{ $next ->
    [zero] {""}
    [one] {" "}وعُرض المقعد على الشخص التالي.
   *[other] {" "}وعُرضت مقاعد على التالين: { $next }.
}
offer-done = { $count ->
    [zero] لا مقعد شاغرًا أو لا أحد ينتظر: ولم يُعرض شيء.
    [one] عُرض مقعد واحد.
    [two] عُرض مقعدان.
   *[other] عدد المقاعد المعروضة: { $count }.
}
list-empty = لا توجد طلبات كهذه.
list-page = الصفحة { $page } من { $pages }، عدد الطلبات { $count }
list-earlier = السابقة
list-later = التالية
list-same-email = البريد نفسه لدى { $numbers }
show-title = الطلب { $number }: { $status }
show-person = الشخص
show-statements = المذكور
show-reasons = سبب وضعه
show-history = السجل
show-nothing = لم ينظر فيه الاختيار بعد.
stats-title = عدد الطلبات: { $count }
stats-status = الحالة
stats-income = مجموعة الدخل
stats-kind = النوع
stats-function = مجال العمل
stats-country = البلد
stats-region = إقليم المنظمة
export-done = عدد الطلبات { $count }، بهذه الخانات دون غيرها: { $fields }
export-unknown = لا توجد خانة { $unknown }. الموجود: { $fields }.
name-corrected = الطلب { $number }: الاسم في الشهادة الآن «{ $name }».
cohort-done =
    الطلب { $number } الآن في المجموعة { $cohort }، وقد أُبلغ صاحبه.{ $next ->
        [zero] { "" }
        [one] { " " }وعُرض المقعد على الشخص التالي.
       *[other] { " " }وعُرضت مقاعد على التالين: { $next }.
    }
cohort-same = الطلب { $number } في المجموعة { $cohort } من قبل؛ ولم يتغيّر شيء.

# أسماء الأقاليم كما تسميها منظمة الصحة العالمية.
region-AFR = الإقليم الأفريقي
region-AMR = إقليم الأمريكتين
region-EMR = إقليم شرق المتوسط
region-EUR = الإقليم الأوروبي
region-SEAR = إقليم جنوب شرق آسيا
region-WPR = إقليم غرب المحيط الهادئ
region-elsewhere = ليس في أي إقليم للمنظمة
capacity-done = المقاعد: { $before } ← { $after }. { $free ->
    [zero] لا شاغر منها.
   *[other] الشاغر منها: { $free }؛ ويعرضها `/applications offer` على قائمة الانتظار.
}
