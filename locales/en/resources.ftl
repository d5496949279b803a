### Projects, bots and channels; roles on them; publishing; hidden columns.

command-bots = The bots you have access to
command-bots-usage = { $by ->
    [any] /bots new Shop in Main
   *[words] bots new Shop in Main
}
command-projects = Projects that group your bots
command-projects-usage = { $by ->
    [any] /projects new Main
   *[words] projects new Main
}
command-channels = Where bots are connected to messengers
command-channels-usage = { $by ->
    [any] /channels new Shop telegram
   *[words] channels new Shop telegram
}
command-grant = Give roles on specific bots; “off” takes them away
command-grant-usage = { $by ->
    [contact] grant Boris { $role } on Shop, Help for 3d
    [name] grant @boris { $role } on Shop, Help for 3d
   *[any] /grant @boris { $role } on Shop, Help for 3d
}
command-publish = Publish a bot from staging to production
command-publish-usage = { $by ->
    [any] /publish Shop
   *[words] publish Shop
}
command-mask = Hide database columns; “off” shows them again
command-mask-usage = { $by ->
    [any] /mask users phone email
   *[words] mask users phone email
}

button-command-bots = 🤖 Bots

## Buttons

button-first-page = « First
button-new-project = ➕ New project
button-new-bot = ➕ New bot
button-new-channel = ➕ Connect
button-all-projects = 📁 Projects
button-all-bots = 🤖 Bots
button-all-channels = 📡 Channels
button-bots-of = 🤖 Its bots
button-channels-of = 📡 Its channels
button-rename-resource = ✏️ Rename
button-move = ↪️ Move
button-outside = Outside projects
button-delete = 🗑 Delete
button-delete-yes = Yes, delete
button-delete-no = No, keep it
button-publish = 🚀 Publish
button-approve = ✅ Approve
button-refuse = Reject
button-access = 👥 Access
button-add-access = ➕ Give access
button-add-bots = ➕ Add bots
button-member-grants = 🤖 Access to bots
button-take-both = Take away all of them
button-take-none = No, keep them
button-unmask = 👁 Show { $column }
button-resources-chosen = Continue ({ $count })
button-resources-none = No bots for now
resource-button-project = 📁 { $name }
resource-button-bot = 🤖 { $name }
resource-button-channel = 📡 { $name }
resource-ticked = ✅ { $name }
resource-unticked = ▫️ { $name }

## Lists

resources-of-project = 📁 Projects in [b]{ $workspace }[/b]
resources-of-bot = 🤖 The bots you have access to in [b]{ $workspace }[/b]
resources-of-channel = 📡 Channels in [b]{ $workspace }[/b]
resources-none-project = 📁 There are no projects here that you can see.
resources-first-project = 📁 [b]{ $workspace }[/b] has no projects yet. Projects group bots: create the first one.
resources-none-bot = 🤖 You don’t have access to any bots here yet. Ask someone who manages access.
resources-first-bot = 🤖 [b]{ $workspace }[/b] has no bots yet. Create the first one.
resources-none-channel = 📡 No channels yet. Open a bot’s card to connect it to a messenger.
resources-line-project =
    { $count ->
        [one] • [b]{ $name }[/b]: { $count } bot
       *[other] • [b]{ $name }[/b]: { $count } bots
    }
resources-line-bot = • [b]{ $name }[/b]
resources-line-bot-in = • [b]{ $name }[/b], in { $project }
resources-line-roles = you: { $roles }
resources-line-channel = • [b]{ $name }[/b], bot { $bot }, token …{ $tail }
resources-which = Several match. Which one do you mean?
resources-which-more = Several match. If yours isn’t here, type more of the name.

## Cards

resource-card-project = 📁 [b]{ $name }[/b]
resource-card-bot = 🤖 [b]{ $name }[/b]
resource-card-channel = 📡 [b]{ $name }[/b]
resource-card-bots = Bots: { $count }
resource-card-channels = Channels: { $count }
resource-card-in = Project: { $project }
resource-card-of-bot = Bot: { $bot }
resource-card-roles = Your roles here: { $roles }
bot-staging = Staging: version { $version }
bot-production = version { $version } in production
bot-published = Production: version { $version }, since { $at }
bot-unpublished = not published yet
channel-connection = { $messenger }, token …{ $tail }

## Making, renaming, moving, deleting

resource-name-project = What should the new project be called?
resource-name-bot = What should the new bot be called?
resource-name-without = There’s no project [b]{ $project }[/b] here. If it’s part of the bot’s name, send me the whole name. See your projects: /projects
resource-rename = What’s the new name for [b]{ $name }[/b]?
resource-move-bot = Which project should [b]{ $name }[/b] go to? A role on a project covers every bot in it.
resource-move-channel = Which bot should [b]{ $name }[/b] go to?
resource-created-project = ✨ Project [b]{ $name }[/b] created.
resource-created-bot = ✨ Bot [b]{ $name }[/b] created. Its first version is on staging.
resource-renamed = ✅ { $from } is now called [b]{ $to }[/b].
resource-moved = ✅ [b]{ $name }[/b] is now in { $to }.
resource-moved-out = ✅ [b]{ $name }[/b] is no longer in a project.
resource-delete-project = Delete the project [b]{ $name }[/b]? All roles on it end.
resource-delete-bot =
    { $count ->
        [0] Delete the bot [b]{ $name }[/b]? All roles on it end.
        [one] Delete the bot [b]{ $name }[/b]? Its channel and all roles on it go, too.
       *[other] Delete the bot [b]{ $name }[/b]? Its { $count } channels and all roles on it go, too.
    }

    You can’t undo this.
resource-delete-channel = Delete the channel [b]{ $name }[/b]? I’ll delete its token, too.
resource-deleted-project = 🗑 Project [b]{ $name }[/b] deleted.
resource-deleted-bot = 🗑 Bot [b]{ $name }[/b] deleted.
resource-deleted-channel = 🗑 Channel [b]{ $name }[/b] deleted.
channel-messenger = Which messenger do you want to connect [b]{ $bot }[/b] to?
channel-which-bot = 📡 Which bot do you want to connect? Tap one, or type the whole command: [b]/channels new Shop telegram[/b]
channel-no-bot = 📡 There’s no bot here that you can connect. Create one in [b]/bots[/b].
channel-token =
    Send me the { $messenger } token for [b]{ $bot }[/b]. You can add a name for the channel after it.

    I store it encrypted and only show its last four characters. Delete your message afterwards: I can’t do that for you.
channel-created =
    📡 [b]{ $bot }[/b] is connected.

    ⚠️ Your message with the token is still in this chat. Please delete it now.

## Roles on bots

grant-who =
    { $by ->
        [contact] Whose access do you want to change? Tap a name, or type part of it or a phone number.
        [name] Whose access do you want to change? Tap a name, or type part of it or a @name.
       *[any] Whose access do you want to change? Tap a name, or type part of it or a @username.
    }
grant-bots = On which bots? Mark them, or type names of bots or projects.
grant-no-bots = There are no bots yet. Create one first: [b]/bots[/b].
grant-roles =
    Which roles should [b]{ $name }[/b] have on [b]{ $resources }[/b]? Mark them and tap Save.

    Only for a while? Type it: for 3d, until 2030-12-31.
grant-difference = 👤 [b]{ $name }[/b]
grant-line = • [b]{ $resource }[/b]: { $before } → [b]{ $after }[/b]
grant-now = • [b]{ $resource }[/b]: { $roles }
grant-done = ✅ Done. I’ve told [b]{ $name }[/b].
grant-done-untold = ✅ Done. I can’t message [b]{ $name }[/b], so please tell them yourself.
grant-take-both =
    The role [b]{ $dependents }[/b] doesn’t work without [b]{ $taken }[/b].

    Take all of these away from [b]{ $name }[/b] on { $resources }?
grants-of = 🤖 What [b]{ $name }[/b] has access to:
grants-none = [b]{ $name }[/b] has no roles on specific bots.
access-of = 👥 Who has roles on [b]{ $resource }[/b]:
access-none = Nobody has a role on [b]{ $resource }[/b] itself.
access-line = • [b]{ $name }[/b]: { $roles }
notice-grants-changed = 🤖 [b]{ $actor }[/b] changed your access in [b]{ $workspace }[/b]. You now have:
notice-grants-ended = ⌛ Your access in [b]{ $workspace }[/b] has expired. { $resources }: { $roles }.

## Inviting to bots

invite-resources = On which bots? Mark them, or type their names.
invite-resources-none = There are no bots yet. Create one first: [b]/bots[/b].
invite-preview-resources = Where: [b]{ $resources }[/b]
invitation-card-resources = Where: [b]{ $resources }[/b]
refusal-invitation-resources-gone = The bots in this invitation to { $workspace } no longer exist. Ask { $inviter } for a new one.

## Publishing

publish-which = Which bot do you want to publish? Tap one, or type its name.
publish-no-bot = There’s no bot here that you can publish.
publish-done = 🚀 [b]{ $bot }[/b]: version { $version } is now in production.
publish-asked =
    📨 [b]{ $bot }[/b], version { $version }, needs approval. I’ve asked: { $names }.

    They can answer until { $expires }. I’ll let you know.
publish-yours =
    📨 [b]{ $bot }[/b], version { $version }, needs approval, and you can give it.

    You can answer until { $expires }.
publish-asked-and-yours =
    📨 [b]{ $bot }[/b], version { $version }, needs approval. You can give it, and I’ve also asked: { $names }.

    You can answer until { $expires }.
approval-card =
    🚀 [b]{ $actor }[/b] wants to publish [b]{ $bot }[/b], version { $version }, in [b]{ $workspace }[/b].

    You can answer until { $expires }.
approval-approved = ✅ You approved it: [b]{ $bot }[/b], version { $version }, is now in production.
approval-refused = ⛔ You rejected it: [b]{ $bot }[/b], version { $version }.
approval-closed-approved = ✅ Already approved ({ $name }): [b]{ $bot }[/b], version { $version }.
approval-closed-refused = ⛔ Already rejected ({ $name }): [b]{ $bot }[/b], version { $version }.
approval-closed-expired = ⌛ Nobody answered in time: [b]{ $bot }[/b], version { $version }. To ask again: /publish
notice-approval-approved = ✅ [b]{ $actor }[/b] approved it. [b]{ $bot }[/b], version { $version }, is now in production in [b]{ $workspace }[/b].
notice-approval-refused = ⛔ [b]{ $actor }[/b] rejected [b]{ $bot }[/b], version { $version }, in [b]{ $workspace }[/b].
notice-approval-expired = ⌛ Nobody answered in time about [b]{ $bot }[/b], version { $version }, in [b]{ $workspace }[/b]. To ask again: [b]/publish[/b].

## Hidden columns

mask-list = 🙈 Columns hidden from everyone who isn’t allowed to see them:
mask-none = 🙈 No hidden columns.
mask-line = • [b]{ $table }[/b]: { $columns }
mask-how = To hide columns, send a table and their names: [c]users phone email[/c]. To show them again: [c]off users phone[/c].
mask-done = ✅ Hidden in [b]{ $table }[/b]: { $columns }.
mask-taken = ✅ Visible again in [b]{ $table }[/b]: { $columns }.

## Audit

audit-filter-bot = Bots
audit-project-created = { $actor } created the project { $name }.
audit-project-renamed = { $actor } renamed the project { $from } to { $to }.
audit-project-deleted = { $actor } deleted the project { $name }.
audit-bot-created = { $actor } created the bot { $name }.
audit-bot-renamed = { $actor } renamed the bot { $from } to { $to }.
audit-bot-moved = { $actor } moved the bot { $name } from { $from } to { $to }.
audit-bot-deleted = { $actor } deleted the bot { $name }.
audit-bot-published = { $actor } published { $name }, version { $version }.
audit-channel-created = { $actor } connected the channel { $name }, token …{ $tail }.
audit-channel-renamed = { $actor } renamed the channel { $from } to { $to }.
audit-channel-moved = { $actor } moved the channel { $name } from { $from } to { $to }.
audit-channel-deleted = { $actor } deleted the channel { $name }.
audit-approval-requested = { $actor } asked to publish { $name }, version { $version }.
audit-approval-approved = { $actor } approved the request of { $subject }: { $name }.
audit-approval-refused = { $actor } rejected the request of { $subject }: { $name }.
audit-approval-expired = Nobody answered the request of { $subject }: { $name }.
audit-grants-changed = { $actor } changed the access of { $subject } to { $name }. Added: { $added }. Taken away: { $removed }.
audit-columns-masked = { $actor } hid columns in { $name }: { $columns }.
audit-columns-unmasked = { $actor } showed columns in { $name } again: { $columns }.

## Refusals

refusal-resource-not-found = You have nothing here called “{ $name }”. See { $by ->
        [any] /bots and /projects.
       *[words] “bots” and “projects”.
    }
refusal-resource-several = Several match “{ $name }”. Please type the whole name.
refusal-resource-name-taken = The name “{ $name }” is taken. Please choose another one.
refusal-project-not-empty =
    { $count ->
        [one] { $name } still has { $count } bot. Move or delete it first.
       *[other] { $name } still has { $count } bots. Move or delete them first.
    }
refusal-channel-token = This doesn’t look like a token for that messenger. Check it and send it again. If your message had a real token, delete it.
refusal-grant-requires = This role on { $resource } also needs { $role } there. Give both for the same time.
refusal-grant-required = On { $resource }, { $role } depends on the role you’re taking away. Take away both, or neither.
refusal-move-gives = People with the role { $role } on that project would get it on the bot, too. You can’t give that role.
refusal-too-many-resources = { $count } is too many at once. Choose up to { $most } at a time.
refusal-nobody-approves = Nobody can approve { $name } yet. Ask someone who manages access to name an approver.
refusal-approval-pending = You’ve already asked to approve { $name }. Wait for the answer.
refusal-approval-over = This request is closed. To ask again, { $by ->
        [any] use /publish.
       *[words] send “publish”.
    }
refusal-column-name = “{ $name }” can’t be the name of a table or column.
refusal-too-many-columns = That’s too many columns. The limit is { $most }.
