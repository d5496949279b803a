### Почему что-то можно или нельзя.

command-why = Почему мне что-то можно или нельзя и кто поможет
command-why-usage = { $by ->
    [any] /why публикация Магазин
   *[words] почему публикация Магазин
}
why-what = ❔ Что вы хотите сделать? Можно и написать: [b]/why публикация Магазин[/b].
why-unknown = ❔ Не знаю такого действия. Что вы хотите сделать? Можно и написать: [b]/why публикация Магазин[/b].
why-which = ❔ Что именно?
why-yes-here = ✅ Вам можно: [b]{ $right }[/b].
why-yes-there = ✅ Вам можно: [b]{ $right }[/b], где: [b]{ $resource }[/b].
why-no-here = ⛔ Вам нельзя: [b]{ $right }[/b].
why-no-there = ⛔ Вам нельзя: [b]{ $right }[/b], где: [b]{ $resource }[/b].
why-baseline = Это можно любому участнику.
why-by-role = Это позволяет ваша роль [b]{ $role }[/b].
why-by-grant = Это позволяет роль [b]{ $role }[/b], которая у вас там есть.
why-role-own-only = • [b]{ $role }[/b] позволяет это только со своим.
why-role-requires-missing = • [b]{ $role }[/b] позволила бы, но ей нужна другая роль, которой у вас там нет.
why-role-no-grant-here = • [b]{ $role }[/b] позволила бы, но она у вас в другом месте. Назовите бота или проект: [b]/why публикация Магазин[/b].
why-role-ended = • [b]{ $role }[/b] это позволяла, но её срок истёк.
why-roles = Это позволяют роли: { $roles }.
why-givers = Выдать такую роль могут: { $roles }.
why-giver-button = 👥 { $role }
button-why-other = ❔ О другом
