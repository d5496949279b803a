### Home, new workspaces, and what a person does about themselves.

## Home

home =
    Hello, { $person }!
    You’re in [b]{ $workspace }[/b]. Your role: { $roles }.
home-suspended =
    Hello, { $person }!
    You’re in [b]{ $workspace }[/b], but your membership is suspended for now.
home-newcomer =
    Hello, { $person }! I manage workspaces right in the chat: members, roles, invitations.

    Create your own workspace. Waiting for an invitation? It will appear right here.
home-choose =
    Hello, { $person }!
    No workspace is open now. Choose one or create a new one.
home-invited = Hello, { $person }! { $count ->
        [one] An invitation is
       *[other] { $count } invitations are
    } waiting for you.
home-invitation = • [b]{ $workspace }[/b], from { $actor }
home-group-unbound = This group has no workspace yet. Someone who can change the settings of one can connect it here.
home-group-stranger = This group belongs to a workspace you’re not a member of.
button-open-invitation = ✉️ { $workspace }

button-command-audit = 📜 Audit
button-command-bind = 🔗 Connect
button-command-help = ❔ Help
button-command-invite = ➕ Invite
button-command-invites = ✉️ Invitations
button-command-language = 🌐 Language
button-command-leave = 🚪 Leave
button-command-members = 👥 Members
button-command-new = ✨ New workspace
button-command-rename = ✏️ Rename
button-command-roles = 🎭 Roles
button-command-transfer = 👑 Hand over
button-command-workspace = ⚙️ Workspace
button-command-workspaces = 🗂 My workspaces
button-command-channels = 🔌 Channels
button-command-grant = 🔐 Access to bots
button-command-mask = 🙈 Hidden columns
button-command-me = 👤 About me
button-command-member = 🔎 A member’s card
button-command-projects = 📁 Projects
button-command-publish = 🚀 Publish
button-command-remove = 🗑 Remove a member
button-command-role = 🎭 Change a role
button-command-why = ❓ Why can or can’t I
button-group-people = 👥 People
button-group-invitations = ✉️ Inviting
button-group-access = 🎭 Roles and access
button-group-bots = 🤖 Bots
button-group-workspace = ⚙️ Workspace
button-group-you = 👤 You
home-group-people = 👥 [b]People[/b]: who is here and what they can do.
home-group-invitations = ✉️ [b]Inviting[/b]: people, links and what became of them.
home-group-access = 🎭 [b]Roles and access[/b]: who is allowed what.
home-group-bots = 🤖 [b]Bots[/b] and what belongs to them.
home-group-workspace = ⚙️ [b]Workspace[/b]: its settings, its history, your other workspaces.
home-group-you = 👤 [b]You[/b]: your accounts, your language, your data.

command-menu = Home: where you are and what you can do
command-menu-usage = { $by ->
    [any] /menu
   *[words] menu
}

## A new workspace

command-new = Create a workspace
command-new-usage = { $by ->
    [any] /new Acme company
   *[words] new Acme company
}
new-name = What should the workspace be called? Send me its name.
new-scheme = Who will work in [b]{ $workspace }[/b]? Choose what fits best. You can change it later.
new-recommended = (fits most teams)
new-done =
    ✨ [b]{ $workspace }[/b] is ready. Scheme: { $scheme }, your role: { $role }.

    It’s your open workspace now. Would you like to invite someone?

## Ending a dialogue

command-cancel = Cancel the current step
command-cancel-usage = { $by ->
    [any] /cancel
   *[words] cancel
}
cancelled = Cancelled.
nothing-to-cancel = There’s nothing to cancel.
dialogue-aside = ✋ I’ve dropped the previous question.
dialogue-waits = I’m still waiting for your earlier answer. Reply, or send [b]/cancel[/b].

## My workspaces

command-workspaces = Your workspaces; switch between them
command-workspaces-usage = { $by ->
    [any] /workspaces
   *[words] workspaces
}
workspaces = Your workspaces. Tap one to open it:
workspaces-none = You’re not in any workspace yet.
workspaces-line = • [b]{ $workspace }[/b] — { $roles }
workspaces-line-active = ✓ [b]{ $workspace }[/b] — { $roles }
workspaces-button = { $workspace }
workspaces-button-active = ✓ { $workspace }
workspaces-switched = { $workspace } is open now.
workspaces-group = This group works with [b]{ $workspace }[/b]. To connect it to another workspace, send [b]/bind[/b].

## The workspace

command-workspace = The workspace you’re in
command-workspace-usage = { $by ->
    [any] /workspace
   *[words] workspace
}
workspace-card = [b]{ $workspace }[/b]
    Scheme: { $scheme }
    Members: { $members }
    Your role: { $roles }
workspace-card-bare = [b]{ $workspace }[/b]
    Your role: { $roles }. It doesn’t let you see more.

command-rename = Rename the workspace
command-rename-usage = { $by ->
    [any] /rename New name
   *[words] rename New name
}
rename-ask = What’s the new name for [b]{ $workspace }[/b]? Reply to this message with it.
rename-done = ✅ Done: { $from } is now called [b]{ $to }[/b].
rename-elsewhere = Another workspace is open now, so I didn’t rename anything. Send /rename again if you want to.

command-bind = Use this group for your workspace
command-bind-usage = { $by ->
    [any] /bind
   *[words] bind
}
bind-which = Which workspace should this group work with?
bind-choice = { $workspace }
bind-done = 🔗 This group now works with [b]{ $workspace }[/b].
refusal-nothing-to-bind = You can’t change the settings of any workspace, so there’s nothing to connect. Create one in our direct chat{ $by ->
        [any] : /new
       *[words] .
    }
refusal-group-bound-elsewhere = This group belongs to a workspace you’re not in. Someone who can change its settings can pass the group on.

## Oneself

command-language = Choose the language
command-language-usage = { $by ->
    [any] /language English
   *[words] language English
}
language = I’ll speak English with you. You can change this any time:
language-unknown = I don’t speak “{ $typed }” yet, only { $languages }.

command-me = What I know about you
command-me-usage = { $by ->
    [any] /me
   *[words] me
}
me = [b]{ $person }[/b]
me-language = Language: English
me-workspaces = Workspaces: { $count }
me-account = { $messenger }: { $name }
me-account-username = { $messenger }: { $name }, @{ $username }
messenger-telegram = Telegram
messenger-vk = VK
messenger-viber = Viber

## Help

command-help = All commands, or how to write one
command-help-usage = { $by ->
    [any] /help invite
   *[words] help invite
}
help = What you can do here:
help-more = More is behind the buttons. { $by ->
        [any] To see how to write a command, send /help and its name.
       *[words] To see how to write a command, send “help” and its name.
    }
help-invite-forms = { $by ->
    [contact]
        More ways to write it:
        • several people at once: [c]invite +380501234567, +380671112233 { $role }[/c]
        • a link for anyone: [c]invite link { $role }[/c]
        • a link for several: [c]invite link { $role } uses 5[/c]
        • with an end and a few words: [c]invite +380501234567 { $role } for 30d note Welcome![/c]
        • or share a contact with me.
    [name]
        More ways to write it:
        • by phone or e-mail: [c]invite +380501234567, boris@example.com { $role }[/c]
        • by the address of a page: [c]invite vk.com/boris { $role }[/c]
        • a link for anyone: [c]invite link { $role }[/c]
        • a link for several: [c]invite link { $role } uses 5[/c]
        • with an end and a few words: [c]invite @boris { $role } for 30d note Welcome![/c]
        • or forward me a message of theirs.
   *[any]
        More ways to write it:
        • several people at once: [c]/invite @boris @vera { $role }[/c]
        • by phone or e-mail: [c]/invite +380501234567, boris@example.com { $role }[/c]
        • a link for anyone: [c]/invite link { $role }[/c]
        • a link for several: [c]/invite link { $role } uses 5[/c]
        • with an end and a few words: [c]/invite @boris { $role } for 30d note Welcome![/c]
        • or reply to their message, forward one to me, share a contact.
}
help-unknown = There’s no command “{ $typed }”.
help-usage = For example: [c]{ $usage }[/c]
help-words = In plain words: { $words }

## Audit

command-audit = Audit log: who did what
command-audit-usage = { $by ->
    [contact] audit Anna
    [name] audit @anna
   *[any] /audit @anna
}
audit = 📜 [b]Audit log[/b], newest first:
audit-of = 📜 [b]Audit log[/b] for { $person }, newest first:
audit-none = Nothing here yet.
audit-newest = ‹ Newest
audit-older = Older ›
audit-all = All
audit-filter-membership = Members
audit-filter-invitation = Invitations
audit-filter-transfer = Ownership
audit-filter-workspace = Workspace
audit-filter-refused = ⛔ Refused
audit-someone = someone
audit-system = Castellan
audit-time = [i]{ $at }[/i]
audit-workspace-created = { $actor } created { $name }, scheme { $scheme }.
audit-workspace-renamed = { $actor } renamed { $from } to { $to }.
audit-group-bound = { $actor } connected the group { $title }.
audit-membership-added = { $subject } joined as { $roles }.
audit-membership-roles = { $actor } changed the roles of { $subject }. Added: { $added }. Taken away: { $removed }.
audit-membership-ended-left = { $subject } left.
audit-membership-ended-removed = { $actor } removed { $subject }. Role until then: { $roles }.
audit-invitation-created = { $actor } invited { $subject } as { $roles }.
audit-invitation-created-link = { $actor } made an invite link. Role: { $roles }.
audit-invitation-accepted = { $subject } accepted an invitation as { $roles }.
audit-invitation-declined = { $actor } declined an invitation.
audit-invitation-revoked = { $actor } revoked the invitation of { $subject }.
audit-invitation-expired = The invitation of { $subject } expired.
audit-invitation-resent = { $actor } resent the invitation of { $subject }.
audit-invitation-roles = { $actor } changed the invitation of { $subject } from { $from } to { $to }.
audit-transfer-offered = { $actor } offered ownership to { $subject }.
audit-transfer-accepted = { $actor } took over ownership from { $subject }.
audit-transfer-declined = { $subject } declined ownership.
audit-transfer-cancelled = { $actor } took back the ownership offer to { $subject }.
audit-transfer-expired = The ownership offer to { $subject } expired.
audit-refused = ⛔ { $actor } was refused: { $action }.
audit-refused-about = ⛔ { $actor } was refused: { $action } ({ $subject }).
audit-refused-button = ⛔ { $actor } tapped someone else’s button.
audit-verified =
    ✅ The audit log is intact: { $events ->
        [one] { $events } event, unchanged
       *[other] { $events } events, none changed
    } and none missing.
    Fingerprint: [c]{ $fingerprint }[/c]. Note it down outside this chat. Later “/audit verify { $fingerprint }” shows whether anything up to here was touched.
audit-verified-none = The audit log holds no events yet.
audit-unkeyed = { $events ->
        [one] The first event comes
       *[other] The first { $events } events come
    } from an earlier version and carry seals without a key: for them this check proves less.
audit-broken-event = ⚠️ Someone changed the audit log: event number { $position } doesn’t match its seal, or is missing. Everything before it is intact.
audit-broken-end = ⚠️ Someone changed the audit log: the newest events are missing, or its end was rewritten. What fits ends at number { $events }.
audit-broken-slipped-in = ⚠️ Someone changed the audit log: an event without a seal was slipped in among old ones.
audit-broken-register = ⚠️ The events here fit their seals, but the register of all audit logs doesn’t: the database was changed from outside, or the bot’s APP_SECRET is another one. Ask the people who run this bot.
audit-noted-fits = ✅ The fingerprint you noted is right: up to it nothing was touched.
audit-noted-differs = ⚠️ The fingerprint you noted belongs to no event of this log. If you noted it in this workspace, events it covered were changed or deleted.
audit-noted-unreadable = That isn’t a fingerprint. One looks like 128-K7QF-3MXA-9TRW.
