### Who is who: linked accounts.

command-link = Use me from another messenger as the same person
command-link-usage = /link
command-unlink = Let one of your accounts go its own way
command-unlink-usage = /unlink

button-link-yes = Yes, that is me
button-link-no = No
button-unlink = Unlink an account
button-unlink-yes = Yes, unlink
button-unlink-no = No, keep it

account-label = { $messenger }: { $name }

link-code =
    🔗 Open me in the other messenger, or with your other account, and send me this code there. It works once, for 10 minutes:
link-code-care = Give this code to nobody. Whoever makes you type one of theirs wants to get at your workspaces.
link-wrong = This code is wrong, used or too old. Send [b]/link[/b] in the other messenger for a new one.
link-question = 🔗 This code was shown to:
link-comes-to = If that is you, both accounts become one person with everything that either has.
link-joined =
    { $count ->
        [one] • One more workspace for that account: { $workspaces }
       *[other] • More workspaces for that account: { $workspaces }
    }
link-clash = • In [b]{ $workspace }[/b] it is { $first } there and { $second } here; together it will be { $after }.
link-clash-suspended = • In [b]{ $workspace }[/b] one of the two is suspended, so both will be: { $after }.
link-care = ⚠️ Say yes only if you have both accounts in your own hands. Whoever has the other one gets everything you have here.
link-done = ✅ Done: here and there you are [b]{ $person }[/b]. Linked with:
unlink-choice = Which account shall go its own way? It loses all workspaces; the others keep them.
unlink-question = Unlink this account? It loses all workspaces at once; your other accounts keep them.
unlink-done = ✅ Unlinked. It is a person of its own now, without workspaces:

notice-account-linked = 🔗 [b]{ $account }[/b] ({ $messenger }) is now linked with this account: one person, the same workspaces. If that was not you, unlink it at once.
notice-account-unlinked = 🔗 [b]{ $account }[/b] ({ $messenger }) was unlinked: it is a person of its own now and has no workspaces.

refusal-code-tries = Too many wrong codes: { $most } within an hour. Try again in an hour.
refusal-link-own = This is your own code, and this account is yours already. Send it to me in the other messenger.
refusal-link-over = This code has been used, or its 10 minutes are over. Send /link in the other messenger for a new one.
refusal-last-account = This is your only account, so there is nothing to unlink. With /link you add another one.

audit-persons-merged = { $subject } linked another account: two members became one.
audit-account-unlinked = { $actor } unlinked an account of theirs.

invitation-mail-subject = Invitation to { $workspace }
invitation-mail-care = This link is for you: whoever opens it can confirm this e-mail address as theirs. Please do not pass this mail on. If you do not know { $actor }, ignore it.
button-invitation-answer = Answer the invitation
mail-answer = To go on, open me in your messenger.

command-email = Your e-mail address, confirmed by a code
command-email-usage = /email anna@example.com
command-phone = Your phone number, shared by the messenger
command-phone-usage = /phone
command-timezone = The time zone of dates
command-timezone-usage = /timezone Kyiv

button-command-email = ✉️ E-mail
button-command-phone = 📱 Phone
button-command-timezone = 🕒 Time zone
button-command-link = 🔗 Link an account
button-command-unlink = ✂️ Unlink
button-profile = 👤 Profile
button-remove-email = Remove the e-mail
button-remove-phone = Remove the number
button-share-phone = 📱 Share my number

me-zone = Time zone: { $zone }
me-email = E-mail: { $email }
me-phone = Phone: { $phone }
me-workspaces-named = Workspaces: { $names }

email-ask = ✉️ Which e-mail address is yours? I shall send a code there.
email-code-sent = ✉️ A code is on its way to [b]{ $email }[/b]. Send it to me here, within 15 minutes; look into the spam folder, too. Another address begins anew.
email-code-subject = { $code } is your code
email-code-mail = Send this code to the bot that asked for it. It holds for 15 minutes. If you asked for none, ignore this mail.
email-code-wrong = That is not the code. Look at the mail once more and send it again.
email-code-over = This code is too old, or too many wrong ones were sent. Send me the address again for a new one.
email-confirmed = ✅ [b]{ $email }[/b] is yours.
email-removed = The e-mail address is forgotten.
phone-ask = 📱 Press the button below the input field: the messenger will tell me your number. A typed one proves nothing.
phone-elsewhere = 📱 This messenger does not vouch for anybody’s number, so none can be confirmed here. If you use me in Telegram, too, send /phone there; /link makes both accounts one.
phone-confirmed =
    { $count ->
        [0] ✅ [b]{ $phone }[/b] is yours.
        [one] ✅ [b]{ $phone }[/b] is yours, and an invitation was waiting for it:
       *[other] ✅ [b]{ $phone }[/b] is yours, and invitations were waiting for it:
    }
phone-removed = The number is forgotten.
timezone-ask = 🕒 Where are you? Choose, or send me a city.
timezone-done = ✅ Dates are shown in the zone { $zone }.

refusal-no-mail = I cannot send mail here. Ask whoever runs this bot to set it up.
refusal-email-codes = { $most } codes an hour are enough. Try again in an hour.
refusal-email-wrong = That does not look like an e-mail address I can write to. Please check it.
refusal-contact-not-own = That is somebody else’s number. Please use the button to share your own.
refusal-time-zone = I know no such zone. Send the name of a big city near you, in English: Kyiv, Berlin, New York.

button-recover = 🛟 Recover the account
button-recovery-make = Yes, make the link
button-recovery-take = Yes, that is me
recovery-question =
    🛟 Has [b]{ $name }[/b] lost their account? I make a link for you to hand over. Whoever opens it takes their place in [b]{ $workspace }[/b] with another account, and the old one loses it.

    { $name } and those who head the workspace will be told.
recovery-link = 🛟 A link for [b]{ $name }[/b]; it works once, until { $expires }. Be sure that it reaches nobody else:
recovery-offer =
    🛟 [b]{ $actor }[/b] made this link for [b]{ $name }[/b] in [b]{ $workspace }[/b].

    If that is you: this account takes your place there, with everything you could do. The old account loses it and is told.
recovery-done = ✅ You are back in [b]{ $workspace }[/b]: { $roles }.
notice-own-recovery-issued = 🛟 { $actor } made a recovery link for your place in [b]{ $workspace }[/b]. If you did not lose your account, say so at once: whoever opens the link takes your place.
notice-recovery-issued = 🛟 { $actor } made a recovery link for { $member } in [b]{ $workspace }[/b]. Whoever opens it takes their place.
notice-own-recovery-used = 🛟 The account [b]{ $actor }[/b] took your place in [b]{ $workspace }[/b] through a recovery link; this one has lost it. If that was not you, tell whoever heads the workspace.
notice-recovery-used = 🛟 The account [b]{ $actor }[/b] took the place of { $member } in [b]{ $workspace }[/b].
refusal-recovery-over = This link was used, its day is over, or whoever made it may not do so any more. Ask for a new one.
refusal-recovery-own = This link is for somebody who lost their account: open it with the new one.
refusal-recovery-member = With this account you are a member of { $workspace } already. If the old account is yours, too, link them with /link.
audit-recovery-issued = { $actor } made a recovery link for { $subject }.
audit-membership-recovered = { $actor } took the place of { $subject } through a recovery link.

command-mydata = A file with what is stored about you
command-mydata-usage = /mydata
command-forgetme = Remove you and your accounts from here
command-forgetme-usage = /forgetme
button-command-mydata = 📦 My data
button-command-forgetme = 🗑 Forget me
mydata = 📦 Everything that is stored about you. The records of what you did belong to the workspaces; their heads see them with /audit.
forget-word = FORGET
forget-ask =
    🗑 I shall remove you: your accounts, e-mail, phone, roles and pending invitations. You leave { $count ->
        [0] no workspace
        [one] one workspace
       *[other] { $count } workspaces
    }. Records of what you did stay under a pseudonym. This cannot be undone.

    If you are sure, send me this word: [b]{ $word }[/b]
forget-kept = Nothing was removed.
forget-done = You are forgotten. To begin anew, send me [b]/start[/b] at any time.
refusal-forget-sole = Somebody must head { $workspaces }, and nobody else does. Hand that over first, with /transfer or /role.
audit-person-forgotten = { $subject } had their data removed and left.
