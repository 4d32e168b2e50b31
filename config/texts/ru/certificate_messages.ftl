# Что говорится, когда сертификаты готовы и когда один из них перестал быть обоснован.

certificates-ready-title = Сертификаты готовы
certificates-ready-text = `/me` показывает ваш, если он у вас есть: в формате PDF и как подписанное цифровое свидетельство, которое может проверить каждый.
desk-note-unsupported = Сертификат { $kind } больше не подтверждается записями: состояние теперь «{ $reason }». Посмотрите с помощью `/completion person`, затем отзовите или замените сертификат.

# Организаторы: список, его утверждение, сертификаты

completion-no-place = У этого человека нет места в марафоне.
completion-prepare = Подготовить этот список к утверждению
completion-near = На грани
completion-last = Последний подготовленный список
completion-list-none = Пока нет.
completion-list-waiting = Список { $number } (человек: { $people }) ждёт утверждения другим организатором. Хеш { $hash }…
completion-list-approved = Список { $number } (человек: { $people }) утверждён. Хеш { $hash }…
completion-list-fallen = Список { $number } недействителен: после его подготовки изменились записи или правило.
completion-prepared = Список { $number } подготовлен, человек: { $people }. Теперь другой организатор с ролью утверждающего использует `/completion approve`. Хеш: `{ $hash }`
completion-approve = Утвердить список { $number }
completion-approved = Список { $number } (человек: { $people }) утверждён. Далее: `/certificates issue`.
completion-scored = Записано: { $percent } % в попытке { $attempt }.
certificates-no-address = Сертификатам нужен публичный адрес: сначала тот, кто обслуживает бот, задаёт MARATHON_PUBLIC_URL.
certificates-preview = По правилу «{ $rule }» прошли до конца: { $people }. Каждый из утверждённого списка, у кого сертификата нет, получает его; двух не получает никто. Объявление делается один раз, в канале.
certificates-issue = Выдать сертификаты
certificates-issued = Выдано сертификатов: { $new }; было раньше: { $already }. { $inexact ->
    [none] {""}
   *[other] На бумаге верны, но имя нельзя скопировать буква в букву: { $inexact }
}
certificates-count = Действительных сертификатов: { $valid }; заменённых и отозванных: { $others }.
certificates-unsupported = Больше не подтверждаются записями: { $count } ({ $serials }). Отзовите или замените их.
certificate-revoke = Отозвать…
certificate-revoke-reason = Причина (её увидят все)
certificate-revoked = Сертификат { $serial } отозван.
certificate-replace = Заменить…
certificate-replace-reason = Причина, например исправленное имя
certificate-replaced = Сертификат { $old } заменён. Вместо него: { $new }.

# Обладатели

certificate-yours = Ваш сертификат
certificate-none = Действительного сертификата на ваше имя здесь нет.
certificate-text = Ваш сертификат в формате PDF и как подписанное цифровое свидетельство для программ. Проверить его может каждый: { $url }. [Добавить в LinkedIn]({ $linkedin })

rule-title = Правило прохождения, версия { $version }
rule-frozen = Неизменно с { $since }.
rule-none = У этого марафона нет правила прохождения.
certificate-replaced-text = У вас новый сертификат, номер { $serial }, вместо прежнего. `/me` показывает его; прежний по-прежнему можно проверить как заменённый.
completion-open = Не решено и может изменить статус
completion-open-text = Апелляции: { $appeals } (`/attendance appeals`); сомнительные имена в отчёте о встрече: { $reviews } (`/attendance review`).
