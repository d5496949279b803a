### Who is who: linked accounts.

command-link = Link your accounts in other messengers
command-link-usage = { $by ->
    [any] /link
   *[words] link
}
command-unlink = Unlink one of your accounts
command-unlink-usage = { $by ->
    [any] /unlink
   *[words] unlink
}

button-link-yes = Yes, that’s me
button-link-no = No
button-unlink = Unlink an account
button-unlink-yes = Yes, unlink
button-unlink-no = No, keep it

account-label = { $messenger }: { $name }

link-code =
    🔗 Send me this code from your other messenger or account. It works once, within 10 minutes:
link-code-care = Never share this code, and never enter a code someone sent you: that’s how accounts get stolen.
link-wrong = This code is wrong, used or expired. For a new one, send [b]/link[/b] in the other messenger.
link-question = 🔗 This code belongs to:
link-comes-to = If that’s you, the two accounts become one person with everything both have.
link-joined =
    { $count ->
        [one] • That account gets one more workspace: { $workspaces }
       *[other] • That account gets more workspaces: { $workspaces }
    }
link-clash = • In [b]{ $workspace }[/b], that account is { $first } and this one is { $second }. Together: { $after }.
link-clash-suspended = • In [b]{ $workspace }[/b], one of the two is suspended, so both will be: { $after }.
link-care = ⚠️ Only say yes if both accounts are yours. The other one gets everything you have here.
link-done = ✅ Done: you’re [b]{ $person }[/b] in both places. Linked with:
unlink-choice = Which account do you want to unlink? It loses all workspaces; the others keep them.
unlink-question = Unlink this account? It loses all workspaces right away; your other accounts keep them.
unlink-done = ✅ Unlinked. It’s now a separate person with no workspaces:

notice-account-linked = 🔗 [b]{ $account }[/b] ({ $messenger }) is now linked to this account: one person, the same workspaces. If that wasn’t you, unlink it right away.
notice-account-unlinked = 🔗 [b]{ $account }[/b] ({ $messenger }) was unlinked. It’s now a separate person with no workspaces.

refusal-code-tries = Too many wrong codes: { $most } in an hour. Try again in an hour.
refusal-link-own = This is your own code. Send it to me in the other messenger.
refusal-link-over = This code was used or its 10 minutes are up. For a new one, send { $by ->
        [any] /link
       *[words] “link”
    } in the other messenger.
refusal-last-account = This is your only account, so there’s nothing to unlink. To add another one, send { $by ->
        [any] /link
       *[words] “link”
    }

audit-persons-merged = { $subject } linked another account: two members became one.
audit-account-unlinked = { $actor } unlinked one of their accounts.

invitation-mail-subject = Invitation to { $workspace }
invitation-mail-care = This link is only for you: the person who opens it confirms this address as theirs. Please don’t forward it. If you don’t know { $actor }, ignore this e-mail.
button-invitation-answer = Answer the invitation
mail-answer = To continue, open me in your messenger.

command-email = Your e-mail address, confirmed with a code
command-email-usage = { $by ->
    [any] /email anna@example.com
   *[words] email anna@example.com
}
command-phone = Your phone number, shared by the messenger
command-phone-usage = { $by ->
    [any] /phone
   *[words] phone
}
command-timezone = Your time zone
command-timezone-usage = { $by ->
    [any] /timezone Kyiv
   *[words] timezone Kyiv
}

button-command-email = ✉️ E-mail
button-command-phone = 📱 Phone
button-command-timezone = 🕒 Time zone
button-command-link = 🔗 Link an account
button-command-unlink = ✂️ Unlink
button-profile = 👤 Profile
button-remove-email = Delete the e-mail
button-remove-phone = Delete the number
button-share-phone = 📱 Share my number

me-zone = Time zone: { $zone }
me-email = E-mail: { $email }
me-phone = Phone: { $phone }
me-workspaces-named = Workspaces: { $names }

email-ask = ✉️ What’s your e-mail address? I’ll send a code there.
email-code-sent = ✉️ I’ve sent a code to [b]{ $email }[/b]. Send it here within 15 minutes. Can’t see it? Check your spam folder. Wrong address? Send another one.
email-code-subject = { $code } is your code
email-code-mail = Send this code to the bot that asked for it. It works for 15 minutes. If you didn’t ask for a code, ignore this e-mail.
email-code-wrong = That’s not the code. Check the e-mail and send it again.
email-code-over = This code has expired, or there were too many wrong ones. Send me the address again to get a new one.
email-confirmed = ✅ [b]{ $email }[/b] is confirmed.
email-removed = I’ve deleted your e-mail address.
phone-ask = 📱 Tap the button below to share your number. Typing it won’t verify it.
phone-elsewhere = 📱 This messenger can’t confirm your number. Do you use me in Telegram, too? Send /phone there, then link both accounts with /link.
phone-confirmed =
    { $count ->
        [0] ✅ [b]{ $phone }[/b] is confirmed.
        [one] ✅ [b]{ $phone }[/b] is confirmed, and there’s an invitation for it:
       *[other] ✅ [b]{ $phone }[/b] is confirmed, and there are invitations for it:
    }
phone-removed = I’ve deleted your number.
timezone-ask = 🕒 Where are you? Choose a city or send me one.
timezone-done = ✅ Your time zone is now { $zone }.

refusal-no-mail = I can’t send e-mail here yet. Ask the person who runs this bot to set it up.
refusal-email-codes = You’ve requested { $most } codes this hour. Try again later.
refusal-email-wrong = That doesn’t look like an e-mail address. Please check it.
refusal-contact-not-own = That’s someone else’s number. Use the button to share your own.
refusal-time-zone = I don’t know that place. Send a big city nearby, in English: Kyiv, Berlin, New York.

button-recover = 🛟 Recover access
button-recovery-make = Yes, make the link
button-recovery-take = Yes, that’s me
recovery-question =
    🛟 Has [b]{ $name }[/b] lost their account? I’ll make a link for you to pass on. The new account that opens it takes over their place in [b]{ $workspace }[/b]. The old one loses it.

    I’ll tell { $name } and the owners.
recovery-link = 🛟 A link for [b]{ $name }[/b]. It works once, until { $expires }. Make sure nobody else gets it:
recovery-offer =
    🛟 [b]{ $actor }[/b] made this link for [b]{ $name }[/b] in [b]{ $workspace }[/b].

    If that’s you, this account takes over your place and everything you could do there. The old account loses it and gets a message.
recovery-done = ✅ You’re back in [b]{ $workspace }[/b]: { $roles }.
notice-own-recovery-issued = 🛟 { $actor } made a recovery link for your place in [b]{ $workspace }[/b]. Didn’t lose your account? Say so right away: this link hands your place to another account.
notice-recovery-issued = 🛟 { $actor } made a recovery link for { $member } in [b]{ $workspace }[/b]. The account that opens it takes over their place.
notice-own-recovery-used = 🛟 [b]{ $actor }[/b] took over your place in [b]{ $workspace }[/b] with a recovery link. This account no longer has it. If that wasn’t you, tell the owner.
notice-recovery-used = 🛟 [b]{ $actor }[/b] took over the place of { $member } in [b]{ $workspace }[/b].
refusal-recovery-over = This link was used, has expired or was revoked. Ask for a new one.
refusal-recovery-own = This link is for someone who lost their account. Open it with the new one.
refusal-recovery-member = This account is already a member of { $workspace }. If the old account is yours, too, link them: { $by ->
        [any] /link
       *[words] “link”
    }
audit-recovery-issued = { $actor } made a recovery link for { $subject }.
audit-membership-recovered = { $actor } took over the place of { $subject } with a recovery link.

command-mydata = A file with everything I store about you
command-mydata-usage = /mydata
command-forgetme = Delete your data and accounts
command-forgetme-usage = /forgetme
button-command-mydata = 📦 My data
button-command-forgetme = 🗑 Delete my data
mydata = 📦 Everything I store about you. Records of what you did belong to the workspaces; their owners see them in the audit log.
forget-word = FORGET
forget-ask =
    🗑 This deletes your accounts, e-mail, phone, roles and pending invitations. You leave { $count ->
        [0] no workspace
        [one] one workspace
       *[other] { $count } workspaces
    }. Records of what you did stay under a made-up name. You can’t undo this.

    If you’re sure, send me this word: [b]{ $word }[/b]
forget-kept = Okay, your data stays.
forget-done = Your data has been deleted. To start over, send me [b]/start[/b].
refusal-forget-sole = You’re the only owner of { $workspaces }. First make someone else an owner, with /transfer or /role.
audit-person-forgotten = { $subject } deleted their data and left.
