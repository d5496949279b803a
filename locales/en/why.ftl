### Why something may or may not be done.

command-why = Why I may or may not do something, and who can help
command-why-usage = /why publish Shop
why-what = ❔ What is it about? Or write it: [b]/why publish Shop[/b].
why-unknown = ❔ I know no such action. What is it about? Or write it like [b]/why publish Shop[/b].
why-which = ❔ What exactly?
why-yes-here = ✅ Yes, you may: [b]{ $right }[/b].
why-yes-there = ✅ Yes, you may: [b]{ $right }[/b], on [b]{ $thing }[/b].
why-no-here = ⛔ No, you may not: [b]{ $right }[/b].
why-no-there = ⛔ No, you may not: [b]{ $right }[/b], on [b]{ $thing }[/b].
why-baseline = Every member may.
why-by-role = Your role [b]{ $role }[/b] allows it.
why-by-grant = The role [b]{ $role }[/b], which you hold there, allows it.
why-role-own-only = • [b]{ $role }[/b] allows it for what is your own only.
why-role-requires-missing = • [b]{ $role }[/b] would allow it, but needs another role that you do not hold there.
why-role-no-grant-here = • [b]{ $role }[/b] would allow it, but you hold it elsewhere. Name the bot or project: [b]/why publish Shop[/b].
why-role-ended = • [b]{ $role }[/b] allowed it, and has ended.
why-roles = These roles would allow it: { $roles }.
why-givers = They can be given by: { $roles }.
why-giver-button = 👥 { $role }
button-why-other = ❔ Something else
