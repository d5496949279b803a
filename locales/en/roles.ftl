### Roles: what each allows, who holds it, the whole as a picture.

roles-of = 🎭 Roles in [b]{ $workspace }[/b]. Tap one to see what it can do.
role-line = • [b]{ $role }[/b]: { $count ->
        [0] nobody
        [one] { $count } person
       *[other] { $count } people
    }
role-line-many = • [b]{ $role }[/b]: more than { $count } people

role-summary-all = everything
role-summary-nothing = no rights
role-summary-more = { $resources } and { $count } more
role-needs = Only works together with: { $roles }.
role-on-resources = It’s given on specific projects and bots.
role-on-granted = It works on the bots the person has access to.
role-sole = One person has it. The only way to pass it on is /transfer.
role-at-least-one = Someone always has it: the last one can’t lose it.
role-most-holders = At most { $count ->
        [one] { $count } person
       *[other] { $count } people
    } at once.
role-never = Nobody here, whatever their role:
roles-picture = 🎭 [b]{ $workspace }[/b]: who can do what.
button-roles-picture = 🖼 Show as a picture
button-role-holders = 👥 Who has it
button-role = ‹ { $role }
role-holders = 👥 [b]{ $workspace }[/b]: who has the role [b]{ $role }[/b].
role-holders-none = 👥 [b]{ $workspace }[/b]: nobody has the role [b]{ $role }[/b] now.
