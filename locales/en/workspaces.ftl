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
button-command-members = 👥 Members
button-command-new = ✨ New workspace
button-command-rename = ✏️ Rename
button-command-roles = 🎭 Roles
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
