### Words that every part of the chat shares: buttons, refusals, the fallbacks.

apology = Sorry, something broke on our side and this did not work. Please try again in a minute; /menu leads home.
files-elsewhere = 📎 { $names }: I cannot send files in this messenger yet. Whoever runs this bot has to set PUBLIC_URL.

## Buttons

button-home = 🏠 Home
button-workspace-home = 🏠 { $workspace }
button-back = ‹ Back
button-cancel = ✖️ Cancel
button-next-page = Next ›
button-previous-page = ‹ Previous

## Fallbacks

unknown-command = There is no command /{ $name }.
unknown-command-near = There is no command /{ $name }. Did you mean [b]/{ $near }[/b]?
unknown-text = I did not understand that. Press a button or see [b]/help[/b].
unknown-text-near = I did not understand that. Did you mean [b]/{ $near }[/b]?
unknown-text-group = I did not understand that. See [b]/help[/b].
unknown-start = This link does not work any more, or it was cut on the way. Ask whoever sent it for a new one.
shown-without-workspace = To invite somebody you need a workspace. Create one with [b]/new[/b].
shown-hidden =
    { $by ->
        [contact] I cannot tell who wrote this message. Send me their phone number or share their contact instead.
        [name] I cannot tell who wrote this message. Send me their @name or the address of their page instead.
       *[any] The author of this message hides their account, so I cannot tell who it is. Send me their @username or a contact instead.
    }
anonymous-admin = I cannot tell who you are: you write here as the group itself. Turn off “Remain anonymous” in your admin rights, or write to me in private.
group-hello =
    Hello! I manage workspaces from chat.
    To use this group for one of your workspaces, send [b]/bind[/b] here.

## Refusals

refusal-who-can = This is possible for: { $roles }.

refusal-no-workspace = You are not in a workspace here. Create one with /new or choose one with /workspaces; a group is bound to one with /bind.
refusal-nobody-found =
    { $by ->
        [contact] I know nobody like that. Check the spelling, or send me their phone number or e-mail, or share their contact.
        [name] I know nobody like that. Check the spelling, or send me their @name, the address of their page or a forwarded message.
       *[any] I know nobody like that. Check the spelling, or send me their @username, a contact or a forwarded message.
    }
refusal-several-found =
    { $by ->
        [contact] Several people fit. Please be more precise: a phone number or an e-mail is never mistaken.
        [name] Several people fit. Please be more precise: @name is never mistaken.
       *[any] Several people fit. Please be more precise: @username is never mistaken.
    }
refusal-workspace-not-found = That workspace does not exist, or you are not a member of it any more. See /workspaces.
refusal-workspace-name = A name takes 1 to 64 visible characters on one line. Please send another one.
refusal-workspace-name-same = That is the name already.
refusal-too-many-workspaces = You own { $most } workspaces, and more are not possible for one person. Hand one over with /transfer first.
refusal-nothing-changed = Nothing changes: it is so already.
refusal-changed-meanwhile = Something changed in the meantime. Open it again and look before you decide.
refusal-button-not-yours = This button was made for somebody else.
refusal-button-forged = This button is not one of mine.
refusal-button-stale = This button is out of date. Send /menu for a fresh one.
refusal-private-only = Please write me this in our private chat.
refusal-group-only = This works in a group only. Add me to one and send it there.
refusal-bad-request = I could not read that. See /help for how to write it.

refusal-unknown-right = There is no such right.
refusal-not-member = You are not a member of this workspace.
refusal-suspended = Your membership is suspended for now. Ask whoever manages members.
refusal-never = Nobody may do this in this workspace: its role scheme forbids it.
refusal-own-only = Your role allows this only for what is your own.
refusal-no-grant-here = Your role allows this elsewhere, but not here.
refusal-ended = The role that allowed you this has ended. Ask for it to be extended.
refusal-no-role-allows = Your role does not allow this.
refusal-self = That is you, and nobody manages themselves here. To go, use /leave; an owner hands over with /transfer; for the rest ask somebody else who manages members.
refusal-target-not-member = This person is not a member of the workspace.
refusal-member-elsewhere = This member belongs to a workspace that is not open now. Open it with /workspaces, then press again.
refusal-target-suspended = This person is suspended. Let them back in first.
refusal-not-broader = This person’s role is as broad as yours or broader, so you cannot change anything about it.
refusal-keystone-only = Only whoever heads the workspace may do this.
refusal-exceeds-own = This role gives more than you have yourself, so you cannot give it.
refusal-outlasts-own = You cannot give a role for longer than you have the right to give it.
refusal-ends-in-past = That moment has passed already. Choose a later end.
refusal-keystone-by-transfer-only = Ownership is neither given nor taken: it is handed over with /transfer.
refusal-last-keystone = The workspace would be left with nobody at its head. Hand that role to somebody else first.
refusal-no-transfer = Nothing is handed over here: this role is given with /role like any other.
refusal-requires-missing = This role needs another one that is missing, or that ends sooner.
refusal-requires-held = Another role of this member needs the one you are taking. Take both, or none.
refusal-one-role-only = A member has exactly one role here. Please choose one.
refusal-role-needed = A member needs at least one role. Choose one; to take the last one, use /remove.
refusal-max-holders = As many members as allowed have this role already. Another role would do, or one of them gives it up first.
refusal-unknown-role = I could not read that as a role or as an end of one. See /roles; an end reads “for 3d” or “until 2026-12-31”.
refusal-thing-needed = This role is held on single projects or bots, and none was named.
refusal-workspace-only = This role always covers the whole workspace.
refusal-role-not-held = This member does not have that role.
refusal-not-registered = Only people who have written to me once can be invited here. Ask them to open this bot and send it a word.
