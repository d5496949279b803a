### Members: lists, cards, roles, removing, leaving, handing over.

command-members = Members; add a name, e-mail or phone to search
command-members-usage = { $by ->
    [any] /members anna
   *[words] members anna
}
command-member = A member’s card
command-member-usage = { $by ->
    [contact] member Boris
    [name] member @boris
   *[any] /member @boris
}
command-role = Change a member’s role, for a while if you like
command-role-usage = { $by ->
    [contact] role Boris { $role } for 3d
    [name] role @boris { $role } for 3d
   *[any] /role @boris { $role } for 3d
}
command-remove = Remove a member
command-remove-usage = { $by ->
    [contact] remove Boris
    [name] remove @boris
   *[any] /remove @boris
}
command-roles = The roles here and what each one can do
command-roles-usage = { $by ->
    [any] /roles
   *[words] roles
}
command-leave = Leave the workspace
command-leave-usage = { $by ->
    [any] /leave
   *[words] leave
}
command-transfer = Hand the workspace over to a new owner
command-transfer-usage = { $by ->
    [contact] transfer Boris
    [name] transfer @boris
   *[any] /transfer @boris
}

## Buttons

button-all-members = 👥 Everyone
button-back-to-members = ‹ Members
button-member-card = 👤 Card
button-change-role = 🎭 Change role
button-remove = 🗑 Remove
button-locked = 🔒 { $label }
button-leave = 🚪 Leave
button-transfer = 👑 Hand over
button-confirm = ✅ Confirm
button-close-access = Yes, remove
button-keep-access = No, keep it
button-leave-yes = Yes, leave
button-leave-no = No, stay
button-transfer-yes = Yes, hand it over
button-transfer-no = No, keep it
button-transfer-accept = ✅ Accept
button-transfer-decline = Decline
button-transfer-cancel = Take the offer back
button-all-roles = ‹ All roles

## Lists

members-of =
    { $count ->
        [one] 👥 [b]{ $workspace }[/b]: { $count } member
       *[other] 👥 [b]{ $workspace }[/b]: { $count } members
    }
members-found = 🔎 [b]{ $workspace }[/b]: names and usernames with “{ $search }”
members-none =
    🔎 Nobody in [b]{ $workspace }[/b] has “{ $search }” in their name or username.

    Try another part of the name. With one or two letters, I only search the beginning.
member-line = • [b]{ $name }[/b] — { $roles } · { $messenger }
member-suspended = ⏸ suspended
member-button = { $name }
member-button-username = { $name } · @{ $username }
member-which = Several members match. Who do you mean?
member-which-more =
    { $by ->
        [contact] More people match. Type more of the name.
        [name] More people match. Type more of the name, or the @name.
       *[any] More people match. Type more of the name, or the @username.
    }

## Who is meant

member-who-card =
    { $by ->
        [contact] Whose card do you want to see? Tap a name, or type part of it or a phone number.
        [name] Whose card do you want to see? Tap a name, or type part of it or a @name.
       *[any] Whose card do you want to see? Tap a name, or type part of it or a @username.
    }
member-who-role =
    { $by ->
        [contact] Whose role do you want to change? Tap a name, or type part of it or a phone number.
        [name] Whose role do you want to change? Tap a name, or type part of it or a @name.
       *[any] Whose role do you want to change? Tap a name, or type part of it or a @username.
    }
member-who-remove =
    { $by ->
        [contact] Who do you want to remove? Tap a name, or type part of it or a phone number.
        [name] Who do you want to remove? Tap a name, or type part of it or a @name.
       *[any] Who do you want to remove? Tap a name, or type part of it or a @username.
    }
member-who-transfer =
    { $by ->
        [contact] Who will be the new owner? Tap a name, or type part of it or a phone number.
        [name] Who will be the new owner? Tap a name, or type part of it or a @name.
       *[any] Who will be the new owner? Tap a name, or type part of it or a @username.
    }
member-nobody-else = There’s nobody else here yet. Invite someone first: [b]/invite[/b].

## The card

member-card-name = 👤 [b]{ $name }[/b]
member-card-name-username = 👤 [b]{ $name }[/b] · @{ $username }
member-card-roles = Role: { $roles }
member-card-joined = Here since { $date }
member-card-invited = Here since { $date }, invited by { $inviter }
member-card-active = Last active: { $at }
member-card-messengers = Writes from: { $messengers }
held-role-until = { $role } (until { $until })
held-role-ended = { $role } (ended { $until })
held-no-role = no role
held-role-on-bot =
    { $count ->
        [one] { $role } on { $count } bot
       *[other] { $role } on { $count } bots
    }
held-role-on-project =
    { $count ->
        [one] { $role } in { $count } project
       *[other] { $role } in { $count } projects
    }

## Changing roles

role-pick-one =
    Which role for [b]{ $name }[/b]?
    Now: { $roles }
role-pick-many =
    Which roles for [b]{ $name }[/b]? Mark them and tap Save.
    Now: { $roles }
role-pick-until = It ends automatically: { $until }.
role-ticked = ✅ { $role }
role-unticked = ▫️ { $role }
role-difference =
    👤 [b]{ $name }[/b]
    Now: { $before }
    Then: [b]{ $after }[/b]
role-gains = [b]Will be able to:[/b]
role-loses = [b]Will no longer be able to:[/b]
role-same-rights = Their rights stay the same.
role-changed = ✅ Done: [b]{ $name }[/b] is now { $roles }. They’ve been notified.
role-changed-untold = ✅ Done: [b]{ $name }[/b] is now { $roles }. I can’t message them, so please tell them yourself.
role-now = [b]{ $name }[/b] is { $roles } now.

## Removing

member-removal =
    Remove [b]{ $name }[/b] from [b]{ $workspace }[/b]?

    They lose access right away, with all their roles.
member-removed = 🗑 Removed: [b]{ $name }[/b] is no longer a member.
member-gone = [b]{ $name }[/b] is no longer a member.
member-kept = Nothing changed: { $name } stays a member.

## Leaving

leave-question =
    Leave [b]{ $workspace }[/b]?

    You lose access right away. To come back, you’ll need an invitation.
leave-owner =
    You’re the only owner of [b]{ $workspace }[/b], so you can’t leave yet.

    Hand it over first: [b]/transfer[/b]. Then you can leave.
leave-last-admin =
    You’re the only one who runs [b]{ $workspace }[/b], so you can’t leave yet.

    Give your role to someone else first: [b]/role[/b]. Then you can leave.
leave-done = You’ve left [b]{ $workspace }[/b].

## Handing over

transfer-question =
    Hand [b]{ $workspace }[/b] over to [b]{ $name }[/b]?

    If they accept, they become the owner and you keep this role: { $kept }. They have 24 hours to answer.
transfer-open = You’ve already offered ownership to [b]{ $name }[/b]. The offer expires { $expires }. To choose someone else, take it back first.
transfer-offered =
    👑 I’ve asked [b]{ $name }[/b]. You stay the owner until they accept.

    The offer ends: { $expires }.
transfer-accepted = 👑 [b]{ $workspace }[/b] is yours now: { $name } has handed it over to you.
transfer-declined = You declined. [b]{ $workspace }[/b] stays with { $name }.
transfer-cancelled = You took back the offer to { $name }. [b]{ $workspace }[/b] stays yours.

## Notices

notice-member-roles = 🎭 [b]{ $actor }[/b] changed your role in [b]{ $workspace }[/b]. Now: { $roles }.
notice-scheme-changed = 🧩 [b]{ $actor }[/b] changed what roles can do in [b]{ $workspace }[/b]. You’re now: { $roles }.
notice-scheme-changed-unsigned = 🧩 What roles can do in [b]{ $workspace }[/b] has changed. You’re now: { $roles }.
scheme-gains = [b]Now you can:[/b]
scheme-loses = [b]No longer:[/b]
notice-own-roles-ended = ⌛ Your role in [b]{ $workspace }[/b] has expired: { $roles }.
notice-member-roles-ended = ⌛ A role you gave in [b]{ $workspace }[/b] has expired. [b]{ $member }[/b]: { $roles }. To give it again: [b]/role[/b].
notice-member-removed = [b]{ $actor }[/b] removed you from [b]{ $workspace }[/b].
notice-member-left = 🚪 [b]{ $actor }[/b] has left [b]{ $workspace }[/b].
notice-transfer-offered =
    👑 [b]{ $actor }[/b] wants to hand [b]{ $workspace }[/b] over to you.

    If you accept, you become its owner. The offer ends: { $expires }.
notice-transfer-accepted = 👑 [b]{ $actor }[/b] accepted and now owns [b]{ $workspace }[/b]. You keep this role: { $kept }.
notice-transfer-declined = [b]{ $actor }[/b] declined. You stay the owner of [b]{ $workspace }[/b].
notice-transfer-cancelled = [b]{ $actor }[/b] took back the offer to hand [b]{ $workspace }[/b] over to you.
notice-transfer-expired = ⌛ [b]{ $actor }[/b] didn’t answer in time. You stay the owner of [b]{ $workspace }[/b]. To ask again: [b]/transfer[/b].

## Refusals

refusal-transfer-not-found = This offer no longer exists.
refusal-transfer-over = This offer is over. The owner can make a new one{ $by ->
        [any] {" "}with /transfer.
       *[words] .
    }
refusal-transfer-pending = You’ve already offered the workspace to { $name }. Wait for their answer, or take that offer back first.
refusal-transfer-unreachable = I can’t message { $name }, so they couldn’t answer. Ask them to message this bot first, then try again.
