### Home, new workspaces, and what a person does about themselves.

## Home

home =
    Hello, { $person }!
    You are in [b]{ $workspace }[/b]. Your role: { $roles }.
home-suspended =
    Hello, { $person }!
    You are in [b]{ $workspace }[/b], but your membership is suspended for now.
home-newcomer =
    Hello, { $person }! I manage workspaces from chat: members, roles, invitations.

    Create a workspace of your own. Waiting for an invitation instead? It will appear right here.
home-choose =
    Hello, { $person }!
    No workspace is open now. Choose one of yours or create a new one.
home-invited = Hello, { $person }! { $count ->
        [one] An invitation is
       *[other] { $count } invitations are
    } waiting for you.
home-invitation = • [b]{ $workspace }[/b], from { $actor }
home-group-unbound = This group has no workspace yet. Whoever configures one can bind it here.
home-group-stranger = This group belongs to a workspace that you are not a member of.
button-open-invitation = ✉️ { $workspace }

button-command-audit = 📜 Audit
button-command-bind = 🔗 Bind
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

command-menu = Home: where you are and what you can do
command-menu-usage = /menu

## A new workspace

command-new = Create a workspace
command-new-usage = /new Acme company
new-name = What shall the workspace be called? Send me its name.
new-scheme = Which roles shall [b]{ $workspace }[/b] have?
new-done =
    ✨ [b]{ $workspace }[/b] is ready. Scheme: { $scheme }, your role: { $role }.

    It is your active workspace now. Invite somebody?

## Ending a dialogue

command-cancel = End what I am asking about
command-cancel-usage = /cancel
cancelled = All right, nothing was done.
nothing-to-cancel = There is nothing to cancel.
dialogue-aside = ✋ I have put the question before this one aside.
dialogue-waits = Your question from before still stands: answer it, or send [b]/cancel[/b].

## My workspaces

command-workspaces = Your workspaces; switch between them
command-workspaces-usage = /workspaces
workspaces = Your workspaces. Press one to open it:
workspaces-none = You are in no workspace yet.
workspaces-line = • [b]{ $workspace }[/b] — { $roles }
workspaces-line-active = ✓ [b]{ $workspace }[/b] — { $roles }
workspaces-button = { $workspace }
workspaces-button-active = ✓ { $workspace }
workspaces-switched = { $workspace } is open now.
workspaces-group = This group works with [b]{ $workspace }[/b]. To bind it to another workspace, send [b]/bind[/b].

## The workspace

command-workspace = The workspace you are in
command-workspace-usage = /workspace
workspace-card = [b]{ $workspace }[/b]
    Scheme: { $scheme }
    Members: { $members }
    Your role: { $roles }
workspace-card-bare = [b]{ $workspace }[/b]
    Your role: { $roles }. It does not let you see more.

command-rename = Rename the workspace
command-rename-usage = /rename New name
rename-ask = What shall [b]{ $workspace }[/b] be called from now on? Answer this message with the new name.
rename-done = Done: { $from } is called [b]{ $to }[/b] now.
rename-elsewhere = Another workspace is open now, so nothing was renamed. Send /rename again if you want to.

command-bind = Use this group for your workspace
command-bind-usage = /bind
bind-which = Which workspace shall this group work with?
bind-choice = { $workspace }
bind-done = 🔗 This group works with [b]{ $workspace }[/b] now.
refusal-nothing-to-bind = You configure no workspace, so there is nothing to bind. Create one with /new in our private chat.
refusal-group-bound-elsewhere = This group belongs to a workspace that you are not in. Somebody who configures that one can hand it over.

## Oneself

command-language = Choose the language
command-language-usage = /language English
language = I speak English with you. You can change that any time:
language-unknown = I do not speak “{ $typed }” yet, only { $languages }.

command-me = What I know about you
command-me-usage = /me
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
command-help-usage = /help invite
help = What you can do here:
help-more = More about one of them: /help and its name. Plain words work too: just write what you want.
help-unknown = There is no command “{ $typed }”.
help-usage = For example: [c]{ $usage }[/c]
help-words = In plain words: { $words }

## Audit

command-audit = Who did what to whom
command-audit-usage = /audit @anna
audit = 📜 [b]Audit[/b], newest first:
audit-of = 📜 [b]Audit[/b] about { $person }, newest first:
audit-none = Nothing here yet.
audit-newest = ‹ Newest
audit-older = Older ›
audit-all = All
audit-filter-membership = Members
audit-filter-invitation = Invitations
audit-filter-transfer = Ownership
audit-filter-workspace = Workspace
audit-filter-refused = ⛔ Refused
audit-somebody = somebody
audit-system = Castellan
audit-time = [i]{ $at }[/i]
audit-workspace-created = { $actor } created { $name }, scheme { $scheme }.
audit-workspace-renamed = { $actor } renamed { $from } to { $to }.
audit-group-bound = { $actor } bound the group { $title }.
audit-membership-added = { $subject } joined. Role: { $roles }.
audit-membership-roles = { $actor } changed the roles of { $subject }. Given: { $added }. Taken: { $removed }.
audit-membership-ended-left = { $subject } left.
audit-membership-ended-removed = { $actor } closed the access of { $subject }. Role until then: { $roles }.
audit-invitation-created = { $actor } invited { $subject }. Role: { $roles }.
audit-invitation-created-link = { $actor } made an invitation link. Role: { $roles }.
audit-invitation-accepted = { $subject } accepted an invitation. Role: { $roles }.
audit-invitation-declined = { $actor } declined an invitation.
audit-invitation-revoked = { $actor } revoked the invitation of { $subject }.
audit-invitation-expired = The invitation of { $subject } expired.
audit-invitation-resent = { $actor } sent the invitation of { $subject } again.
audit-invitation-roles = { $actor } changed the invitation of { $subject } from { $from } to { $to }.
audit-transfer-offered = { $actor } offered ownership to { $subject }.
audit-transfer-accepted = { $actor } took over ownership from { $subject }.
audit-transfer-declined = { $subject } declined ownership.
audit-transfer-cancelled = { $actor } took back the offer of ownership to { $subject }.
audit-transfer-expired = The offer of ownership to { $subject } expired.
audit-refused = ⛔ { $actor } was refused: { $action }.
audit-refused-about = ⛔ { $actor } was refused: { $action } ({ $subject }).
audit-refused-button = ⛔ { $actor } pressed a button that was not theirs.
audit-verified =
    ✅ The audit is whole: { $events ->
        [one] { $events } event, unchanged
       *[other] { $events } events, none changed
    } and none missing.
    Fingerprint: [c]{ $fingerprint }[/c]. Note it down: it will show whether anything older was ever touched.
audit-broken = ⚠️ The audit was tampered with: event number { $position } does not fit its seal. Everything before it is intact.
