### Why something may or may not be done.

command-why = Why I can or can’t do something, and who can help
command-why-usage = { $by ->
    [any] /why publish Shop
   *[words] why publish Shop
}
why-what = ❔ What do you want to do? You can also type it: [b]/why publish Shop[/b].
why-unknown = ❔ I don’t know that action. What do you want to do? You can also type it: [b]/why publish Shop[/b].
why-which = ❔ What exactly?
why-yes-here = ✅ Allowed: [b]{ $right }[/b].
why-yes-there = ✅ Allowed: [b]{ $right }[/b], on [b]{ $resource }[/b].
why-no-here = ⛔ Not allowed: [b]{ $right }[/b].
why-no-there = ⛔ Not allowed: [b]{ $right }[/b], on [b]{ $resource }[/b].
why-baseline = Every member can do this.
why-by-role = Your role [b]{ $role }[/b] allows it.
why-by-grant = Your role [b]{ $role }[/b] there allows it.
why-role-own-only = • [b]{ $role }[/b] only allows it for what’s yours.
why-role-requires-missing = • [b]{ $role }[/b] would allow it, but needs another role that you don’t have there.
why-role-no-grant-here = • [b]{ $role }[/b] would allow it, but you have it elsewhere. Name the bot or project: [b]/why publish Shop[/b].
why-role-ended = • [b]{ $role }[/b] allowed it, but has expired.
why-roles = These roles would allow it: { $roles }.
why-givers = Who can give them: { $roles }.
why-giver-button = 👥 { $role }
button-why-other = ❔ Something else
