# تقويم المشارك في المحادثة.
calendar-address = `{ $address }`
calendar-ways = أضيفوه إلى [تقويم Google](<{ $google }>) أو [Outlook](<{ $outlook }>)؛ وتقبل البرامج الأخرى العنوان نفسه.
calendar-secret = احتفظوا بهذا العنوان لأنفسكم: ففيه روابط دخولكم.
calendar-renew = عنوان تقويم جديد
calendar-renew-preview = ستحصلون على عنوان جديد، ويتوقف القديم عن العمل فورًا. ويجب الاشتراك من جديد في كل تقويم يستخدم العنوان القديم.
calendar-renew-confirm = إيقاف العنوان القديم
calendar-renewed = هذا عنوان تقويمكم الجديد. ولم يعد القديم يعمل.
