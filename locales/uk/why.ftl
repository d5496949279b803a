### Чому щось можна чи не можна.

command-why = Чому мені щось можна чи не можна і хто допоможе
command-why-usage = { $by ->
    [any] /why публікація Крамниця
   *[words] чому публікація Крамниця
}
why-what = ❔ Що ви хочете зробити? Можна й написати: [b]/why публікація Крамниця[/b].
why-unknown = ❔ Не знаю такої дії. Що ви хочете зробити? Можна й написати: [b]/why публікація Крамниця[/b].
why-which = ❔ Що саме?
why-yes-here = ✅ Вам можна: [b]{ $right }[/b].
why-yes-there = ✅ Вам можна: [b]{ $right }[/b], де: [b]{ $resource }[/b].
why-no-here = ⛔ Вам не можна: [b]{ $right }[/b].
why-no-there = ⛔ Вам не можна: [b]{ $right }[/b], де: [b]{ $resource }[/b].
why-baseline = Це можна будь-якому учаснику.
why-by-role = Це дозволяє ваша роль [b]{ $role }[/b].
why-by-grant = Це дозволяє роль [b]{ $role }[/b], яку ви там маєте.
why-role-own-only = • [b]{ $role }[/b] дозволяє це лише зі своїм.
why-role-requires-missing = • [b]{ $role }[/b] дозволила б, але їй потрібна інша роль, якої ви там не маєте.
why-role-no-grant-here = • [b]{ $role }[/b] дозволила б, але ви маєте її в іншому місці. Назвіть бота чи проєкт: [b]/why публікація Крамниця[/b].
why-role-ended = • [b]{ $role }[/b] це дозволяла, але її строк минув.
why-roles = Це дозволяють ролі: { $roles }.
why-givers = Надати таку роль можуть: { $roles }.
why-giver-button = 👥 { $role }
button-why-other = ❔ Про інше
