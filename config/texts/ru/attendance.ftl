# Присутствие: загруженные отчёты, заявления, открытые вопросы и то, что человек может сообщить о себе.

import-preview = Распознано: { $recognised }; решить вам: { $waiting }; строк ведущих и хозяев встречи пропущено: { $staff }; регистраций без присутствия: { $registered }. Пока ничего не записано.
import-recognised = Распознано
import-waiting = Решить вам
import-nothing = Из этого ничего нельзя записать.
import-confirm = Записать
import-gone = Этот предпросмотр устарел, или бот был перезапущен. Ничего не записано: загрузите файл ещё раз.
import-same = Эти файлы уже были записаны; ничего не изменено.
import-done = Загрузка { $number }: записано строк { $kept }, известно раньше { $already }, отозвано раньше и оставлено так { $withdrawn }. Имён в `/attendance review`: { $waiting }. Отменить: `/attendance undo`.
import-heading = Напишите значение заголовка как ЗАГОЛОВОК=ПОЛЕ, несколько — через точку с запятой. Поля: { $fields }.
mark-done = Занятие { $number }, человек: { $count }; { $verdict }. Запись { $evidence }.
withdraw-done = Запись { $evidence } отозвана записью { $number }. Обе остаются в деле.
undo-done = Загрузка { $number } отменена, отозвано записей: { $rows }. Её можно загрузить снова.
missing-nobody = Отсутствующих нет.
person-none = У этой учётной записи нет места в марафоне.
person-evidence = запись { $numbers }
attendance-exported = Строк: { $lines }. Храните файл надёжно: в нём имена.
review-empty = Решения ничего не ждёт.
review-rows = Строк в отчёте о занятии { $number }: { $rows }. Чьи они?
review-left = { $count ->
    [1] Последний открытый вопрос
   *[other] Открытых вопросов: { $count }
}
review-someone = Кто-то другой…
review-person = Номер, адрес почты или точное имя
review-nobody = Никто
review-staff = Хозяин встречи или ведущий
review-later = Позже
review-done = { $answer ->
    [credit] «{ $name }» засчитано.
    [staff] «{ $name }» пропущено: хозяин встречи или ведущий.
   *[nobody] «{ $name }» — ничьё.
} { $remembered ->
    [yes] Это действует и для следующих файлов.
   *[no] { "" }
}
check-in-code-title = Отметка
check-in-code-label = Шесть цифр, которые показывает ведущий
code-shown = Занятие { $number }: **{ $code }**, следующий через { $seconds } с ({ $until }). Предыдущий код принимается ещё минуту.
code-not-asked = Эта программа не требует кода: достаточно кнопки.
prompt-middle = Занятие { $number }: вы ещё здесь?
prompt-end = Занятие { $number }: отметка в конце
prompt-posted = Отметка опубликована.
me-appeals = Ваши апелляции
own-appeal = Оспорить решение
own-group = Мы смотрели вместе
own-recording = Запись просмотрена
own-field-session = Номер занятия
own-field-text = Что произошло?
own-field-file = Адрес подтверждения (https://…)
own-field-people = Остальные: почта или имя, один в строке
own-field-proof = Чем подтверждается просмотр?
own-field-reason = Обоснование; участник его прочтёт
own-field-upload = Файл, который это показывает
own-field-upload-about = { $kinds }, не более { $megabytes } МБ; видят только организаторы.
appeal-made = Ваша апелляция по занятию { $number } сохранена. Решает организатор; ответ покажет `/me`.
appeal-open = ❔ Занятие { $number }: ждёт организатора
appeal-upheld = ✅ Занятие { $number }: удовлетворена. { $reason }
appeal-rejected = ▫️ Занятие { $number }: не удовлетворена. { $reason }
appeal-answer-upheld =
    Ваша апелляция по занятию { $number } удовлетворена: присутствие засчитано. Обоснование организаторов: { $reason }
    `/me` показывает ваше положение.
appeal-answer-rejected =
    Ваша апелляция по занятию { $number } не удовлетворена. Обоснование организаторов: { $reason }
    `/me` показывает ваше положение.
appeal-left = { $count ->
    [1] Последняя
   *[other] Ждут решения: { $count }
}
appeal-uphold = Удовлетворить: присутствие было
appeal-reject = Отклонить
appeal-answered = Ответ сохранён; участник прочтёт его в `/me`.
group-declared = Сохранено: занятие { $number } смотрели вместе, человек: { $count }. Засчитывается, когда организатор подпишет.
recording-kept = Сохранено: запись занятия { $number } вами просмотрена.
group-asked = { $name } сообщает, что эти люди смотрели занятие { $number } вместе:
group-sign = Подписать
group-refuse = Не подтверждено
group-settled = Сохранено.
attendance-announced = 🗓 сообщение { $at }: прийти не получится
attendance-announced-title = Предупредили об отсутствии
