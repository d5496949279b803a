### Роли: что позволяет каждая, у кого она, всё одной картинкой.

roles-of = 🎭 Роли в пространстве [b]{ $workspace }[/b]. Нажмите на роль, чтобы узнать, что она позволяет.
role-line = • [b]{ $role }[/b]: { $count ->
        [0] никого
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
role-line-many = • [b]{ $role }[/b]: больше { $count } человек

role-summary-all = всё
role-summary-nothing = прав нет
role-summary-more = { $resources } и ещё { $count }
role-needs = Действует только вместе с ролью: { $roles }.
role-on-resources = Её выдают на отдельные проекты и на отдельных ботов.
role-on-granted = Действует на ботах, к которым дали доступ.
role-sole = Она у одного человека. Передать её можно только через /transfer.
role-at-least-one = Она всегда у кого-то есть: последний её не потеряет.
role-most-holders = Не больше чем у { $count ->
        [one] { $count } человека
        [few] { $count } человек
       *[many] { $count } человек
    } сразу.
role-never = Нельзя никому, с любой ролью:
roles-picture = 🎭 [b]{ $workspace }[/b]: кто что может.
button-roles-picture = 🖼 Показать картинкой
button-role-holders = 👥 У кого она
button-role = ‹ { $role }
role-holders = 👥 [b]{ $workspace }[/b]: у кого роль [b]{ $role }[/b].
role-holders-none = 👥 [b]{ $workspace }[/b]: роли [b]{ $role }[/b] сейчас ни у кого нет.
