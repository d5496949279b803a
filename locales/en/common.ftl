### Words that every part of the chat shares: buttons, refusals, the fallbacks.

apology = Sorry, something broke on our side. Please try again in a minute, or go home: /menu
files-elsewhere = 📎 { $names }: I can’t send files in this messenger yet. The person who runs this bot needs to set PUBLIC_URL.

## Buttons

button-home = 🏠 Home
button-direct-chat = 💬 Open our direct chat
button-who-can = 👥 { $role }: who
button-workspace-home = 🏠 { $workspace }
button-back = ‹ Back
button-cancel = ✖️ Cancel
button-next-page = Next ›
button-previous-page = ‹ Previous

## Fallbacks

unknown-command = There’s no command /{ $name }.
unknown-command-near = There’s no command /{ $name }. Did you mean [b]/{ $near }[/b]?
unknown-text = I didn’t get that. Tap a button or see [b]/help[/b].
unknown-text-near = I didn’t get that. Did you mean [b]/{ $near }[/b]?
unknown-text-group = I didn’t get that. See [b]/help[/b].
typed-unfit = I didn’t get that. Tap a button, or send its number or text.
unknown-start = This link no longer works, or part of it got lost. Ask the person who sent it for a new one.
shown-without-workspace = You need a workspace to invite people. Create one: [b]/new[/b]
shown-hidden =
    { $by ->
        [contact] I can’t tell who wrote this message. Send me their phone number or share their contact.
        [name] I can’t tell who wrote this message. Send me their @name or a link to their page.
       *[any] The author of this message hides their account. Send me their @username or share their contact.
    }
anonymous-admin = I can’t tell who you are: you’re writing as the group itself. Turn off “Remain anonymous” in your admin rights, or message me directly.
group-hello =
    Hello! I manage workspaces right in the chat.
    To connect this group to your workspace, send [b]/bind[/b] here.

## Refusals

refusal-who-can = Who can do this: { $roles }.

refusal-no-workspace = You have no workspace here. { $by ->
        [any] Create one with /new or pick one with /workspaces. To connect a group, use /bind.
       *[words] Create one: “new”. Or pick one: “workspaces”.
    }
refusal-nobody-found =
    { $by ->
        [contact] I couldn’t find that person. Check the spelling, or send me their phone number, e-mail or contact.
        [name] I couldn’t find that person. Check the spelling, or send me their @name, page link or a message of theirs.
       *[any] I couldn’t find that person. Check the spelling, or send me their @username, contact or a message of theirs.
    }
refusal-several-found =
    { $by ->
        [contact] Several people match. Send their phone number or e-mail to be exact.
        [name] Several people match. Send their @name to be exact.
       *[any] Several people match. Send their @username to be exact.
    }
refusal-workspace-not-found = That workspace doesn’t exist, or you’re no longer a member. See your workspaces: { $by ->
        [any] /workspaces
       *[words] “workspaces”
    }
refusal-workspace-name = A name has 1 to 64 visible characters on one line. Please send another one.
refusal-name-mixes-scripts = One word mixes look-alike letters of different alphabets. Please use one alphabet.
refusal-workspace-name-same = That’s already the name.
refusal-too-many-workspaces = You already own { $most } workspaces, and that’s the limit. Hand one over first: { $by ->
        [any] /transfer
       *[words] “transfer”
    }
refusal-nothing-changed = No changes to make: it’s already set that way.
refusal-changed-meanwhile = Someone changed this while you were looking. Open it again and try once more.
refusal-button-not-yours = This button is for someone else.
refusal-button-forged = This isn’t one of my buttons.
refusal-button-stale = This button is out of date. For a fresh one, send { $by ->
        [any] /menu
       *[words] “menu”
    }
refusal-private-only = Please send me this in our direct chat.
refusal-group-only = This only works in a group. Add me to one and send it there.
refusal-bad-request = I couldn’t read that. To see how to write it, send { $by ->
        [any] /help
       *[words] “help”
    }

refusal-unknown-right = There’s no such right.
refusal-not-member = You’re not a member of this workspace.
refusal-suspended = Your membership is suspended for now. Ask someone who manages members.
refusal-never = Nobody can do this here: the role scheme forbids it.
refusal-own-only = Your role only allows this for what’s yours.
refusal-no-grant-here = Your role allows this elsewhere, but not here.
refusal-ended = The role that allowed this has expired. Ask for more time.
refusal-no-role-allows = Your role doesn’t allow this.
refusal-self = You can’t change your own access. { $by ->
        [any] To leave, use /leave. To hand over ownership, use /transfer.
       *[words] To leave, send “leave”. To hand over ownership, send “transfer”.
    }
refusal-target-not-member = This person isn’t a member of the workspace.
refusal-member-elsewhere = This member is in a workspace that isn’t open now. Open it and tap again: { $by ->
        [any] /workspaces
       *[words] “workspaces”
    }
refusal-target-suspended = This person is suspended. Let them back in first.
refusal-not-broader = You can only change people whose role is below yours.
refusal-keystone-only = Only the workspace owner can do this.
refusal-exceeds-own = You can’t give a role with more rights than your own.
refusal-outlasts-own = You can’t give a role for longer than your own lasts.
refusal-ends-in-past = That time has already passed. Choose a later one.
refusal-keystone-by-transfer-only = You can’t give or take away ownership. Hand it over instead: { $by ->
        [any] /transfer
       *[words] “transfer”
    }
refusal-last-keystone = The workspace needs at least one owner. Give that role to someone else first.
refusal-no-transfer = There’s nothing to hand over here: give this role like any other. { $by ->
        [any] Use /role.
       *[words] Send “role”.
    }
refusal-requires-missing = This role needs another one that’s missing or ends sooner.
refusal-requires-held = Another role of this member depends on the one you’re taking away. Take away both, or neither.
refusal-one-role-only = A member has exactly one role here. Please choose one.
refusal-role-needed = Members need at least one role. To remove the person entirely, { $by ->
        [any] use /remove.
       *[words] send “remove”.
    }
refusal-max-holders = This role is full. Pick another role or free up a spot first.
refusal-unknown-role = I don’t recognize that role or date. Dates look like “for 3d” or “until 2026-12-31”. See the roles: { $by ->
        [any] /roles
       *[words] “roles”
    }
refusal-resource-needed = This role is given on specific projects or bots. Please name at least one.
refusal-workspace-only = This role always covers the whole workspace.
refusal-role-not-held = This member doesn’t have that role.
refusal-not-registered = This workspace only accepts people who have already messaged me. Share an invite link instead.
