### Roles: what each allows, who holds it, the whole as a picture.

roles-of = 🎭 Roles in [b]{ $workspace }[/b]. Press one to see what it may do.
role-line = • [b]{ $role }[/b]: { $count ->
        [0] nobody
        [one] { $count } person
       *[other] { $count } people
    }
role-line-many = • [b]{ $role }[/b]: more than { $count } people

role-summary-all = everything
role-summary-nothing = no rights of its own
role-summary-more = { $things } and { $count } more
role-needs = Works only together with: { $roles }.
role-on-things = It is given on single projects and bots.
role-on-granted = It works on the bots that its holder was given.
role-sole = One person holds it; it moves only by /transfer.
role-at-least-one = Somebody always holds it: the last one cannot lose it.
role-most-holders = At most { $count ->
        [one] { $count } person
       *[other] { $count } people
    } at once.
role-never = Nobody here, whatever their role:
roles-picture = 🎭 [b]{ $workspace }[/b]: who may do what.
button-roles-picture = 🖼 Show as a picture
button-role-holders = 👥 Who holds it
button-role = ‹ { $role }
role-holders = 👥 [b]{ $workspace }[/b]: who holds the role [b]{ $role }[/b].
role-holders-none = 👥 [b]{ $workspace }[/b]: nobody holds the role [b]{ $role }[/b] now.
