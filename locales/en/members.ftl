### Members: lists, cards, roles, removing, leaving, handing over.

command-members = Who belongs to the workspace; add part of a name, an e-mail or a phone number to search
command-members-usage = /members anna
command-member = A member’s card
command-member-usage = /member { $by ->
    [contact] Boris
   *[any] @boris
}
command-role = Change somebody’s role, for a time if you like
command-role-usage = /role { $by ->
    [contact] Boris
   *[any] @boris
} { $role } for 3d
command-remove = Close a member’s access
command-remove-usage = /remove { $by ->
    [contact] Boris
   *[any] @boris
}
command-roles = The roles here and what each may do
command-roles-usage = /roles
command-leave = Leave the workspace
command-leave-usage = /leave
command-transfer = Hand the workspace over to another owner
command-transfer-usage = /transfer { $by ->
    [contact] Boris
   *[any] @boris
}

## Buttons

button-all-members = 👥 Everybody
button-back-to-members = ‹ Members
button-member-card = 👤 Card
button-change-role = 🎭 Change role
button-remove = 🗑 Remove
button-locked = 🔒 { $label }
button-leave = 🚪 Leave
button-transfer = 👑 Hand over
button-confirm = ✅ Confirm
button-close-access = Yes, close access
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

    Try another part of the name. One or two letters are looked for at its beginning only.
member-line = • [b]{ $name }[/b] — { $roles } · { $messenger }
member-suspended = ⏸ suspended
member-button = { $name }
member-button-username = { $name } · @{ $username }
member-which = Several members fit. Whom do you mean?
member-which-more =
    { $by ->
        [contact] There are more of them. If yours is not here, write more of the name.
        [name] There are more of them. If yours is not here, write more of the name, or the @name.
       *[any] There are more of them. If yours is not here, write more of the name, or the @username.
    }

## Who is meant

member-who-card =
    { $by ->
        [contact] Whose card shall I show? Press a name, or write part of it or a phone number.
        [name] Whose card shall I show? Press a name, or write part of it or a @name.
       *[any] Whose card shall I show? Press a name, or write part of it or a @username.
    }
member-who-role =
    { $by ->
        [contact] Whose role shall we change? Press a name, or write part of it or a phone number.
        [name] Whose role shall we change? Press a name, or write part of it or a @name.
       *[any] Whose role shall we change? Press a name, or write part of it or a @username.
    }
member-who-remove =
    { $by ->
        [contact] Whose access shall I close? Press a name, or write part of it or a phone number.
        [name] Whose access shall I close? Press a name, or write part of it or a @name.
       *[any] Whose access shall I close? Press a name, or write part of it or a @username.
    }
member-who-transfer =
    { $by ->
        [contact] Who shall be the new owner? Press a name, or write part of it or a phone number.
        [name] Who shall be the new owner? Press a name, or write part of it or a @name.
       *[any] Who shall be the new owner? Press a name, or write part of it or a @username.
    }
member-nobody-else = There is nobody else here yet. Invite somebody first: [b]/invite[/b].

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
    Which roles for [b]{ $name }[/b]? Mark them and press Save.
    Now: { $roles }
role-pick-until = It will end by itself: { $until }.
role-ticked = ✅ { $role }
role-unticked = ▫️ { $role }
role-difference =
    👤 [b]{ $name }[/b]
    Now: { $before }
    Then: [b]{ $after }[/b]
role-gains = [b]Will be able to:[/b]
role-loses = [b]Will no longer be able to:[/b]
role-same-rights = What they may do stays the same.
role-changed = ✅ Done. [b]{ $name }[/b] is now: { $roles }. I have told them.
role-changed-untold = ✅ Done. [b]{ $name }[/b] is now: { $roles }. I cannot write to them, so please tell them yourself.
role-now = [b]{ $name }[/b] has this role now: { $roles }.

## Removing

member-removal =
    Close the access of [b]{ $name }[/b] to [b]{ $workspace }[/b]?

    They lose it at once, with all their roles.
member-removed = 🗑 Access closed: [b]{ $name }[/b] is no longer a member.
member-gone = [b]{ $name }[/b] has no access any more.
member-kept = Nothing changed: { $name } keeps the access.

## Leaving

leave-question =
    Leave [b]{ $workspace }[/b]?

    Your access ends at once. To come back, you need an invitation.
leave-owner =
    You are the only owner of [b]{ $workspace }[/b], so it cannot stay without you.

    Hand it over first: [b]/transfer[/b]. Then you can leave.
leave-last-keeper =
    Nobody else runs [b]{ $workspace }[/b], so it cannot stay without you.

    Give your role to somebody else first: [b]/role[/b]. Then you can leave.
leave-done = You have left [b]{ $workspace }[/b].

## Handing over

transfer-question =
    Hand [b]{ $workspace }[/b] over to [b]{ $name }[/b]?

    Once they accept, they are the owner, and you keep this role: { $kept }. They have 24 hours to answer.
transfer-offered =
    👑 I have asked [b]{ $name }[/b]. You stay the owner until they accept.

    The offer ends: { $expires }.
transfer-accepted = 👑 [b]{ $workspace }[/b] is yours now: { $name } has handed it over to you.
transfer-declined = You have declined. [b]{ $workspace }[/b] stays with { $name }.
transfer-cancelled = You have taken the offer to { $name } back. [b]{ $workspace }[/b] stays yours.

## Notices

notice-member-roles = 🎭 [b]{ $actor }[/b] changed your role in [b]{ $workspace }[/b]. Now: { $roles }.
notice-scheme-changed = 🧩 [b]{ $actor }[/b] changed what roles may do in [b]{ $workspace }[/b]. You are now: { $roles }.
notice-scheme-changed-unsigned = 🧩 What roles may do in [b]{ $workspace }[/b] has changed. You are now: { $roles }.
scheme-gains = [b]Now you can:[/b]
scheme-loses = [b]No longer:[/b]
notice-own-roles-ended = ⌛ The time of your role in [b]{ $workspace }[/b] is over: { $roles }.
notice-member-roles-ended = ⌛ The time of a role you gave in [b]{ $workspace }[/b] is over. [b]{ $member }[/b]: { $roles }. To give it again: [b]/role[/b].
notice-member-removed = [b]{ $actor }[/b] has closed your access to [b]{ $workspace }[/b].
notice-member-left = 🚪 [b]{ $actor }[/b] has left [b]{ $workspace }[/b].
notice-transfer-offered =
    👑 [b]{ $actor }[/b] wants to hand [b]{ $workspace }[/b] over to you.

    If you accept, you become its owner. The offer ends: { $expires }.
notice-transfer-accepted = 👑 [b]{ $actor }[/b] accepted and is the owner of [b]{ $workspace }[/b] now. You keep this role: { $kept }.
notice-transfer-declined = [b]{ $actor }[/b] declined. You stay the owner of [b]{ $workspace }[/b].
notice-transfer-cancelled = [b]{ $actor }[/b] has taken back the offer to hand [b]{ $workspace }[/b] over to you.
notice-transfer-expired = ⌛ [b]{ $actor }[/b] did not answer in time. You stay the owner of [b]{ $workspace }[/b]; to ask again: [b]/transfer[/b].

## Refusals

refusal-transfer-not-found = There is no such offer any more.
refusal-transfer-over = This offer is over. If it is still wanted, the owner can make a new one with /transfer.
refusal-transfer-pending = The workspace is already being offered to { $name }. Wait for the answer, or take that offer back first.
refusal-transfer-unreachable = I cannot write to { $name }, so they could not answer. Ask them to open this bot and send it a word, then try again.
