### Чому щось можна чи не можна.

command-why = Чому мені щось можна чи не можна і хто допоможе
command-why-usage = /why публікація Крамниця
why-what = ❔ Про що йдеться? Або напишіть: [b]/why публікація Крамниця[/b].
why-unknown = ❔ Такої дії я не знаю. Про що йдеться? Або напишіть, наприклад: [b]/why публікація Крамниця[/b].
why-which = ❔ Що саме?
why-yes-here = ✅ Так, вам можна: [b]{ $right }[/b].
why-yes-there = ✅ Так, вам можна: [b]{ $right }[/b], де: [b]{ $thing }[/b].
why-no-here = ⛔ Ні, вам не можна: [b]{ $right }[/b].
why-no-there = ⛔ Ні, вам не можна: [b]{ $right }[/b], де: [b]{ $thing }[/b].
why-baseline = Це можна кожному учаснику.
why-by-role = Це дозволяє ваша роль [b]{ $role }[/b].
why-by-grant = Це дозволяє роль [b]{ $role }[/b], яку ви там маєте.
why-role-own-only = • [b]{ $role }[/b] дозволяє це лише для свого.
why-role-requires-missing = • [b]{ $role }[/b] дозволила б, але їй потрібна інша роль, якої ви там не маєте.
why-role-no-grant-here = • [b]{ $role }[/b] дозволила б, але ви маєте її в іншому місці. Назвіть бот чи проєкт: [b]/why публікація Крамниця[/b].
why-role-ended = • [b]{ $role }[/b] це дозволяла, але її строк минув.
why-roles = Це дозволили б ролі: { $roles }.
why-givers = Надати таку роль можуть: { $roles }.
why-giver-button = 👥 { $role }
button-why-other = ❔ Про інше
