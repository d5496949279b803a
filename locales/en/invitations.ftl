### Invitations: inviting, answering, managing.

command-invite = Invite people, or make a link that lets them in
command-invite-usage = /invite { $by ->
    [contact] +380501234567
   *[any] @boris
} { $role }
command-invites = Who was invited, and how far it got
command-invites-usage = /invites

## Buttons

button-invite-pick = 👥 Pick people
button-invite-link = 🔗 Make a link
button-invite-send = Invite
button-invite-create-link = Make the link
button-invite-change-who = Change people
button-invite-until = ⏳ End of access
button-invite-note = 📝 Add a note
button-invite-no-end = No end
button-invite-no-note = Without a note
button-save = Save
button-invitations = 📨 All invitations
button-invitation-resend = 🔁 Resend
button-invitation-role = Change role
button-invitation-role-to = Change to { $roles }
button-invitation-revoke = Revoke
button-invitation-revoke-yes = Yes, revoke
button-invitation-revoke-no = No, keep it
button-invitation-share = 📤 Share the link
button-invitation-share-to = 📤 Share with { $name }
button-invitation-qr = ▦ QR code
button-invitation-open = 🔗 Join
button-invitation-open-for = 🔗 For { $name }
button-accept = ✅ Accept
button-decline = Decline
button-what-can-i-do = What will I be able to do?
button-what-can-i-do-now = What can I do?

## The wizard

invite-name = { $name }
invite-who =
    Whom shall I invite to [b]{ $workspace }[/b]?

    { $by ->
        [contact] Send a phone number or an e-mail, share a contact, or press a button.
        [name] Send a @name or the address of their page, a phone number or an e-mail, forward a message of theirs, or press a button.
       *[any] Send a @username, a phone number or an e-mail, forward a message of theirs, share a contact, or press a button.
    }
invite-who-group =
    Whom shall I invite to [b]{ $workspace }[/b]?

    Answer this message with a @username, or press a button.
invite-pick = Press the button below the input field and choose up to 10 people.
invite-hidden =
    { $by ->
        [contact] I cannot tell who wrote that message. Send a phone number or share a contact instead.
        [name] I cannot tell who wrote that message. Send a @name or the address of their page instead.
       *[any] The author of that message hides their account, so I cannot tell who it is. Send a @username or a contact instead.
    }
invite-unreadable = I couldn’t read { $typed } as a person. Send an @username, an e-mail address or a phone number with its country code.
invite-no-such-role = There is no role “{ $typed }” here. Please choose one:
invite-roles =
    { $many ->
        [yes] Which roles for [b]{ $names }[/b]? Mark them and press Save.
       *[no] Which role for [b]{ $names }[/b]?
    }
invite-roles-link =
    { $many ->
        [yes] Which roles will the link give? Mark them and press Save.
       *[no] Which role will the link give?
    }
invite-recommended = What usually fits:
invite-recommended-line = • { $person }: { $role }
invite-person-leader = Leader
invite-person-project-manager = Project manager
invite-person-operator = Operator
invite-person-analyst = Analyst
invite-person-technical-specialist = Technical specialist
invite-until = When shall the access end? Press one, or write it: “3 days”, “2026-12-31”.
invite-note = What would you like to say along with the invitation? Write a sentence or two.
invite-no-such-end = I could not read “{ $typed }” as an end.
invite-preview-until = The access will end: { $until }.
invite-preview =
    Invite [b]{ $names }[/b] to [b]{ $workspace }[/b] as [b]{ $roles }[/b]?

    What they will be able to do:
invite-preview-link =
    { $uses ->
        [one] Make a link to [b]{ $workspace }[/b] for one person, as [b]{ $roles }[/b]?
       *[other] Make a link to [b]{ $workspace }[/b] for { $uses } people, as [b]{ $roles }[/b]?
    }

    What they will be able to do:

## What became of it

invite-result = Invited to [b]{ $workspace }[/b] as [b]{ $roles }[/b].
invite-row-sent = ⏳ [b]{ $name }[/b]: waiting for delivery. The invitation holds until { $expires }.
invite-row-link = 🔗 [b]{ $name }[/b]: I cannot write to them first. Please forward this link; it holds until { $expires }.
invite-row-link-group = 🔗 [b]{ $name }[/b]: I cannot write to you first. Please press the button; the invitation holds until { $expires }.
invite-row-link-elsewhere = 🔗 [b]{ $name }[/b]: the invitation is ready and holds until { $expires }. Its link is not for everybody’s eyes: take it from /invites in our private chat and forward it.
invite-row-already-invited = 📨 [b]{ $name }[/b] is invited already, as { $roles }, until { $expires }.
invite-row-already-member = 👤 [b]{ $name }[/b] is a member already. To change a role, use /role.
invite-row-self = 🙂 That is you, and you are a member already.
invite-row-not-registered = 📵 [b]{ $name }[/b] is not registered. Only people who have written to me once can be invited here: ask them to open this bot and send it a word, then invite them again.
invite-row-nobody-found =
    { $by ->
        [contact] 🔎 I do not know “{ $name }”. Send me their phone number or e-mail, share their contact, or make a link: /invite link
        [name] 🔎 I do not know “{ $name }”. Send me their @name or the address of their page, forward a message of theirs, or make a link: /invite link
       *[any] 🔎 I do not know “{ $name }”. Send me their @username or a contact, forward a message of theirs, or make a link: /invite link
    }
invite-row-several-found =
    { $by ->
        [contact] 🔎 “{ $name }” could be { $names }. Please send a phone number or an e-mail.
        [name] 🔎 “{ $name }” could be { $names }. Please send the @name.
       *[any] 🔎 “{ $name }” could be { $names }. Please send the @username.
    }
invite-link =
    { $uses ->
        [one] 🔗 A link to [b]{ $workspace }[/b] as [b]{ $roles }[/b], for one person. It holds until { $expires }.
       *[other] 🔗 A link to [b]{ $workspace }[/b] as [b]{ $roles }[/b], for { $uses } people. It holds until { $expires }.
    }
invite-link-limited = { $most ->
    [one] ℹ️ This role is for one person at a time: whoever accepts while it is taken is told so.
   *[other] ℹ️ This role is for { $most } people at a time: whoever accepts while all places are taken is told so.
  }
invitation-share = Join { $workspace }: open the link and answer the invitation.
invitation-qr = ▦ An invitation to { $workspace } as { $roles }. Let them point a camera at it.

## The invitee's card

invitation-card = 👋 [b]{ $actor }[/b] invites you to [b]{ $workspace }[/b] as [b]{ $roles }[/b].
invitation-reminder = ⏰ A reminder: [b]{ $actor }[/b] invites you to [b]{ $workspace }[/b] as [b]{ $roles }[/b], and soon it will be too late.
invitation-card-until = Your access would last until { $until }.
invitation-card-note = “{ $note }”
invitation-card-expires = You can answer until { $expires }.
invitation-abilities = As [b]{ $roles }[/b] in [b]{ $workspace }[/b] you can:
invitation-welcome = 🎉 Welcome to [b]{ $workspace }[/b]! You are { $roles } here.
invitation-declined = You declined the invitation to [b]{ $workspace }[/b]. If you change your mind, ask { $inviter } to invite you again.
invitation-passed = You did not use the link to [b]{ $workspace }[/b]. It stays good for now: open it again if you change your mind.
invitation-card-replaced = A newer invitation to [b]{ $workspace }[/b] is below.

## Managing

invitations-title = 📨 Invitations to [b]{ $workspace }[/b]
invitations-none = Nobody has been invited to [b]{ $workspace }[/b] yet.
invitations-row = { $number }. { $mark } [b]{ $name }[/b] · { $roles } · { $state }
invitations-row-pending = { $number }. { $mark } [b]{ $name }[/b] · { $roles } · { $state } · { $left } left
invitation-anybody = Link
invitation-managed =
    📨 [b]{ $name }[/b]
    To [b]{ $workspace }[/b] as [b]{ $roles }[/b]
    Invited by { $inviter }
    { $mark } { $state }
invitation-managed-uses = Used { $uses } of { $most } times
invitation-managed-left = { $left } left, until { $expires }
invitation-managed-unbacked = ⚠️ { $inviter } may no longer offer this, so nobody can accept. Press Resend to stand behind it yourself, or revoke it.
invitation-used-by = Used by { $names }
invitation-used-by-more = Used by { $names } and { $more } more
invitation-roles = Which role for [b]{ $name }[/b]? Now it is { $roles }.
invitation-roles-link = Which role should the link give? Now it gives { $roles }.
invitation-roles-changed = ✅ Changed. The invitation gives the new role from now on.
invitation-resent = ✅ Sent again, with a new time limit.
invitation-resent-link = ✅ Renewed. The old link is dead; please forward the new one.
invitation-revoke = Revoke the invitation of [b]{ $name }[/b] to [b]{ $workspace }[/b]? Its link and buttons will stop working.
invitation-revoke-link = Revoke the link to [b]{ $workspace }[/b]? It will stop working.
invitation-mark-waiting = ⏳
invitation-mark-link = 🔗
invitation-mark-delivered = 📬
invitation-mark-opened = 👀
invitation-mark-unreachable = 📭
invitation-mark-accepted = ✅
invitation-mark-declined = 🚫
invitation-mark-revoked = ↩️
invitation-mark-expired = ⌛
invitation-state-waiting = waiting for delivery
invitation-state-link = not opened yet
invitation-state-delivered = delivered
invitation-state-opened = opened
invitation-state-unreachable = cannot be reached: forward the link
invitation-state-accepted = accepted
invitation-state-declined = declined
invitation-state-revoked = revoked
invitation-state-expired = expired
time-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
time-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
time-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}

## Notices

notice-invitation-accepted = 🎉 [b]{ $actor }[/b] accepted: a member of [b]{ $workspace }[/b] now, as { $roles }.
notice-invitation-declined = [b]{ $actor }[/b] declined the invitation to [b]{ $workspace }[/b].
notice-invitation-expired = ⌛ [b]{ $name }[/b] did not answer the invitation to [b]{ $workspace }[/b] in time.
notice-invitation-expired-link = ⌛ A link to [b]{ $workspace }[/b] ran out of time.
notice-invitation-unreachable =
    { $way ->
        [mail] 📭 I could not reach [b]{ $name }[/b] about [b]{ $workspace }[/b]: the mail server does not take letters for this address. Please check it, or forward the personal link:
       *[chat] 📭 I could not reach [b]{ $name }[/b] about [b]{ $workspace }[/b]: they have stopped this bot or never started it. Please forward their personal link:
    }

## Refusals

refusal-already-member = { $who ->
    [they] { $name } is a member of { $workspace } already.
   *[you] You are a member of { $workspace } already.
}
refusal-already-invited = { $name } has another invitation that is pending. See /invites.
refusal-too-many-people = That is { $count } at once, and { $most } is the most. Please invite in smaller parts.
refusal-link-uses = A link serves 1 to { $most } people. Please say how many, for example: /invite link 5
refusal-invitation-not-found = I cannot find this invitation here. If it belongs to another workspace of yours, switch with /workspaces; if somebody sent it to you, ask them for a new link.
refusal-invitation-accepted = This invitation to { $workspace } was accepted already.
refusal-invitation-declined = This invitation to { $workspace } was declined. Ask { $inviter } to invite you again.
refusal-invitation-revoked = This invitation to { $workspace } was revoked. Ask { $inviter } if you still need it.
refusal-invitation-expired = This invitation to { $workspace } has expired. Ask { $inviter } to resend it.
refusal-invitation-used-up = This link to { $workspace } is used up. Ask { $inviter } for another one.
refusal-invitation-for-another = This invitation is for somebody else. Ask whoever sent it for one of your own.
refusal-invitation-own = This is your own invitation to { $workspace }. Forward the link to the person it is for.
refusal-inviter-lost-right = { $inviter } may no longer invite to { $workspace } as this. Ask somebody there to invite you again.
