# What Discord shows while a command is typed: its description, its options, their choices. At most 100 characters each.
# The names of commands stay as they are in every language: letters, pages and people on the telephone name them.

command-marathon = The programme, every time in your own zone
    .about = The programme, or the rule that certificates are given by
command-me = Your place, your times, your attendance and what is still needed
    .show = Only this part of it
command-apply = Apply for a place in the marathon, or change your application
    .country = The country you work in
    .zone = Where you live, if its clocks are others; also changes it later
command-link = Tie your Discord account to the application you sent elsewhere
    .code = The personal code from the letter

choice-programme = programme
choice-reminders = Reminders
choice-rule = rule
