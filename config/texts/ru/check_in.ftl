check-in-button = Я здесь
check-in-field = Отметка
check-in-open-title = Занятие { $number }: отметка открыта
check-in-open-text = Нажмите кнопку, пока участвуете. Открыто до { $closes }.
check-in-closed-title = { $because ->
    [moved] Занятие { $number } перенесено: отметка откроется снова в новое время
    [cancelled] Занятие { $number } отменено: отметка закрыта
   *[over] Занятие { $number } окончено
}
check-in-closed-text = Отметка закрыта. `/me` показывает, что записано о вас.
check-in-kept = ✅ Ваше присутствие на занятии { $number }, { $title }, отмечено: { $at }. Сохранено.
check-in-already = ✅ Ваше присутствие на занятии { $number }, { $title }, уже было отмечено: { $at }. Больше ничего не нужно.
check-in-late = Это после начала занятия; засчитывается ли оно, сказано в программе.
