### Почему что-то можно или нельзя.

command-why = Почему мне что-то можно или нельзя и кто поможет
command-why-usage = /why публикация Магазин
why-what = ❔ О чём речь? Или напишите: [b]/why публикация Магазин[/b].
why-unknown = ❔ Такого действия я не знаю. О чём речь? Или напишите, например: [b]/why публикация Магазин[/b].
why-which = ❔ Что именно?
why-yes-here = ✅ Да, вам можно: [b]{ $right }[/b].
why-yes-there = ✅ Да, вам можно: [b]{ $right }[/b], где: [b]{ $thing }[/b].
why-no-here = ⛔ Нет, вам нельзя: [b]{ $right }[/b].
why-no-there = ⛔ Нет, вам нельзя: [b]{ $right }[/b], где: [b]{ $thing }[/b].
why-baseline = Это можно каждому участнику.
why-by-role = Это позволяет ваша роль [b]{ $role }[/b].
why-by-grant = Это позволяет роль [b]{ $role }[/b], которая у вас там есть.
why-role-own-only = • [b]{ $role }[/b] позволяет это только для своего.
why-role-requires-missing = • [b]{ $role }[/b] позволила бы, но ей нужна другая роль, которой у вас там нет.
why-role-no-grant-here = • [b]{ $role }[/b] позволила бы, но она у вас в другом месте. Назовите бот или проект: [b]/why публикация Магазин[/b].
why-role-ended = • [b]{ $role }[/b] это позволяла, но её срок вышел.
why-roles = Это позволили бы роли: { $roles }.
why-givers = Дать такую роль могут: { $roles }.
why-giver-button = 👥 { $role }
button-why-other = ❔ О другом
