### Invitations: inviting, answering, managing.

command-invite = Invite people or make an invite link
command-invite-usage = { $by ->
    [contact] invite +380501234567 { $role }
    [name] invite @boris { $role }
   *[any] /invite @boris { $role }
}
command-invites = Invitations and their status
command-invites-usage = { $by ->
    [any] /invites
   *[words] invites
}

## Buttons

button-invite-pick = 👥 Pick people
button-invite-link = 🔗 Make a link
button-invite-send = Invite
button-invite-create-link = Make the link
button-invite-change-who = Change the list
button-invite-until = ⏳ End date
button-invite-note = 📝 Add a note
button-invite-no-end = No end
button-invite-no-note = No note
button-save = Save
button-invitations = 📨 All invitations
button-invitation-resend = 🔁 Resend
button-invitation-again = ↩️ Invite again
button-share-bot = 🤖 Share the bot
share-bot = This bot runs our workspace. Open it and send it a word.
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
    Who would you like to invite to [b]{ $workspace }[/b]?

    { $by ->
        [contact] Send a phone number, an e-mail or a contact, or tap a button.
        [name] Send a @name, a link to their page, a phone number or an e-mail. Or forward their message, or tap a button.
       *[any] Send a @username, a phone number, an e-mail or a contact. Or forward their message, or tap a button.
    }
invite-who-group =
    Who would you like to invite to [b]{ $workspace }[/b]?

    Reply to this message with a @username, or tap a button.
invite-pick = Tap the button below and choose up to 10 people.
invite-hidden =
    { $by ->
        [contact] I can’t tell who wrote that message. Send their phone number or contact instead.
        [name] I can’t tell who wrote that message. Send their @name or a link to their page instead.
       *[any] The author of that message hides their account. Send their @username or contact instead.
    }
invite-unreadable = I couldn’t read { $typed } as a person. Send a @username, an e-mail or a phone number with its country code.
invite-no-such-role = There’s no role “{ $typed }” here. Please choose one:
invite-near-role = There’s no role “{ $typed }” here. Did you mean [b]{ $role }[/b]?
invite-roles =
    { $many ->
        [yes] Which roles for [b]{ $names }[/b]? Mark them and tap Save.
       *[no] Which role for [b]{ $names }[/b]?
    }
invite-roles-link =
    { $many ->
        [yes] Which roles will the link give? Mark them and tap Save.
       *[no] Which role will the link give?
    }
invite-recommended = What usually fits:
invite-recommended-line = • { $person }: { $role }
invite-person-leader = Leader
invite-person-project-manager = Project manager
invite-person-operator = Operator
invite-person-analyst = Analyst
invite-person-technical-specialist = Technical specialist
invite-until = When should access end? Tap an option or type a date: “3 days”, “2026-12-31”.
invite-note = What would you like to say with the invitation? A sentence or two is enough.
invite-no-such-end = I couldn’t read “{ $typed }” as a date.
invite-preview-until = Access ends: { $until }.
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
invite-row-sent = ⏳ [b]{ $name }[/b]: waiting for delivery. The invitation works until { $expires }.
invite-row-link = 🔗 I can’t message [b]{ $name }[/b] first. Forward this link: it works until { $expires }.
invite-row-link-group = 🔗 [b]{ $name }[/b], I can’t message you first. Tap the button: the invitation works until { $expires }.
invite-row-link-elsewhere = 🔗 [b]{ $name }[/b]: the invitation is ready and works until { $expires }. The link is private. Get it from /invites in our direct chat and forward it.
invite-row-already-invited = 📨 [b]{ $name }[/b] is already invited as { $roles }, until { $expires }.
invite-row-already-member = 👤 [b]{ $name }[/b] is already a member. To change their role, use /role.
invite-row-self = 🙂 That’s you, and you’re already a member.
invite-row-not-registered = 📵 [b]{ $name }[/b] hasn’t used this bot yet. Send them a link instead, or ask them to message the bot first.
invite-row-nobody-found =
    { $by ->
        [contact] 🔎 I don’t know “{ $name }”. Send me their phone number, e-mail or contact. Or make a link: “invite link”
        [name] 🔎 I don’t know “{ $name }”. Send me their @name or a link to their page, or forward their message. Or make a link: “invite link”
       *[any] 🔎 I don’t know “{ $name }”. Send me their @username or contact, or forward their message. Or make a link: /invite link
    }
invite-row-several-found =
    { $by ->
        [contact] 🔎 Several people match “{ $name }”: { $names }. Send their phone number or e-mail.
        [name] 🔎 Several people match “{ $name }”: { $names }. Send their @name.
       *[any] 🔎 Several people match “{ $name }”: { $names }. Send their @username.
    }
invite-link =
    { $uses ->
        [one] 🔗 A link to [b]{ $workspace }[/b] as [b]{ $roles }[/b], for one person. It works until { $expires }.
       *[other] 🔗 A link to [b]{ $workspace }[/b] as [b]{ $roles }[/b], for { $uses } people. It works until { $expires }.
    }
invite-link-limited = { $most ->
    [one] ℹ️ Only one person at a time can have this role. While it’s taken, the link says so.
   *[other] ℹ️ Up to { $most } people at a time can have this role. While it’s full, the link says so.
  }
invitation-share = Join { $workspace }: open the link and answer the invitation.
invitation-qr = ▦ An invitation to { $workspace } as { $roles }. Let them scan it.

## The invitee's card

invitation-card = 👋 [b]{ $actor }[/b] invites you to [b]{ $workspace }[/b] as [b]{ $roles }[/b].
invitation-reminder = ⏰ Reminder: [b]{ $actor }[/b] invites you to [b]{ $workspace }[/b] as [b]{ $roles }[/b]. Your invitation expires soon.
invitation-card-until = Your access lasts until { $until }.
invitation-card-note = “{ $note }”
invitation-card-expires = You can answer until { $expires }.
invitation-abilities = As [b]{ $roles }[/b] in [b]{ $workspace }[/b] you can:
invitation-welcome = 🎉 Welcome to [b]{ $workspace }[/b]! You’re { $roles } here.
invitation-declined = You declined the invitation to [b]{ $workspace }[/b]. Changed your mind? Ask { $inviter } to invite you again.
invitation-passed = You didn’t use the link to [b]{ $workspace }[/b]. It still works: open it again if you change your mind.
invitation-card-replaced = There’s a newer invitation to [b]{ $workspace }[/b] below.

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
invitation-managed-unbacked = ⚠️ { $inviter } can no longer invite to this role. Resend it in your name, or revoke it.
invitation-used-by = Used by { $names }
invitation-used-by-more = Used by { $names } and { $more } more
invitation-roles = Which role for [b]{ $name }[/b]? It’s { $roles } now.
invitation-roles-link = Which role should the link give? It gives { $roles } now.
invitation-roles-changed = ✅ Changed. The invitation now gives the new role.
invitation-resent = ✅ Sent again with a new end date.
invitation-resent-link = ✅ New link created. The old one no longer works, so forward the new one.
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
invitation-state-unreachable = not delivered: forward the link
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

notice-invitation-accepted = 🎉 [b]{ $actor }[/b] joined [b]{ $workspace }[/b] as { $roles }.
notice-invitation-declined = 🚫 [b]{ $actor }[/b] declined the invitation to [b]{ $workspace }[/b].
notice-invitation-expired = ⌛ [b]{ $name }[/b] didn’t answer the invitation to [b]{ $workspace }[/b] in time.
notice-invitation-expired-link = ⌛ A link to [b]{ $workspace }[/b] has expired.
notice-invitation-unreachable =
    { $way ->
        [mail] 📭 I couldn’t reach [b]{ $name }[/b] about [b]{ $workspace }[/b]: the mail server rejects this address. Check it, or forward the personal link:
       *[chat] 📭 I couldn’t reach [b]{ $name }[/b] about [b]{ $workspace }[/b]: they’ve blocked this bot or haven’t messaged it yet. Forward their personal link:
    }

## Refusals

refusal-already-member = { $who ->
    [they] { $name } is already a member of { $workspace }.
   *[you] You’re already a member of { $workspace }.
}
refusal-already-invited = { $name } already has another pending invitation. See { $by ->
        [any] /invites
       *[words] “invites”
    }
refusal-too-many-people = { $count } people is too many at once. Invite up to { $most } at a time.
refusal-link-uses = A link works for 1 to { $most } people. Say how many, for example: { $by ->
        [any] /invite link 5
       *[words] invite link 5
    }
refusal-invitation-not-found = I can’t find this invitation here. If it’s from another workspace of yours, open that one first. If someone sent it to you, ask for a new link.
refusal-invitation-accepted = This invitation to { $workspace } was already accepted.
refusal-invitation-declined = This invitation to { $workspace } was declined. Ask { $inviter } to invite you again.
refusal-invitation-revoked = This invitation to { $workspace } was revoked. Ask { $inviter } if you still need it.
refusal-invitation-expired = This invitation to { $workspace } has expired. Ask { $inviter } to resend it.
refusal-invitation-used-up = This link to { $workspace } is used up. Ask { $inviter } for another one.
refusal-invitation-for-another = This invitation is for someone else. Ask the sender to invite you, too.
refusal-invitation-own = This is your own invitation to { $workspace }. Forward the link to the person it is for.
refusal-inviter-lost-right = { $inviter } can no longer invite to this role in { $workspace }. Ask someone else there to invite you.
