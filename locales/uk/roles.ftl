### Ролі: що дозволяє кожна, хто її має, усе однією картинкою.

roles-of = 🎭 Ролі у просторі [b]{ $workspace }[/b]. Натисніть на роль, щоб дізнатися, що вона дозволяє.
role-line = • [b]{ $role }[/b]: { $count ->
        [0] нікого
        [one] { $count } людина
        [few] { $count } людини
       *[many] { $count } людей
    }
role-line-many = • [b]{ $role }[/b]: понад { $count } людей

role-summary-all = усе
role-summary-nothing = прав немає
role-summary-more = { $resources } і ще { $count }
role-needs = Діє лише разом із роллю: { $roles }.
role-on-resources = Її надають на окремі проєкти чи ботів.
role-on-granted = Діє на тих ботах, до яких надали доступ.
role-sole = Її має одна людина. Передати її можна лише через /transfer.
role-at-least-one = Її завжди хтось має: останній її не втратить.
role-most-holders = Не більш ніж у { $count ->
        [one] { $count } людини
        [few] { $count } людей
       *[many] { $count } людей
    } одночасно.
role-never = Не можна нікому, з будь-якою роллю:
roles-picture = 🎭 [b]{ $workspace }[/b]: хто що може.
button-roles-picture = 🖼 Показати картинкою
button-role-holders = 👥 Хто її має
button-role = ‹ { $role }
role-holders = 👥 [b]{ $workspace }[/b]: хто має роль [b]{ $role }[/b].
role-holders-none = 👥 [b]{ $workspace }[/b]: ролі [b]{ $role }[/b] зараз ніхто не має.
