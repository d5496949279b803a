### Projects, bots and channels; roles on them; publishing; hidden columns.

command-bots = The bots you have access to
command-bots-usage = /bots new Shop in Main
command-projects = Projects that bots are gathered in
command-projects-usage = /projects new Main
command-channels = What connects bots to messengers
command-channels-usage = /channels new Shop telegram
command-grant = Give roles on single bots, or take them with “off”
command-grant-usage = /grant { $by ->
    [contact] Boris
   *[any] @boris
} { $role } on Shop, Help for 3d
command-publish = Publish a bot: from staging to production
command-publish-usage = /publish Shop
command-mask = Hide database columns, or show them with “off”
command-mask-usage = /mask users phone email

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
button-rename-thing = ✏️ Rename
button-move = ↪️ Move
button-outside = Out of any project
button-delete = 🗑 Delete
button-delete-yes = Yes, delete
button-delete-no = No, keep it
button-publish = 🚀 Publish
button-approve = ✅ Approve
button-refuse = Refuse
button-access = 👥 Access
button-add-access = ➕ Give access
button-add-bots = ➕ Add bots
button-member-grants = 🤖 Access to bots
button-take-both = Take all of them
button-take-none = No, keep them
button-unmask = 👁 Show { $column }
button-things-chosen = Go on ({ $count })
button-things-none = Without bots for now
thing-button-project = 📁 { $name }
thing-button-bot = 🤖 { $name }
thing-button-channel = 📡 { $name }
thing-ticked = ✅ { $name }
thing-unticked = ▫️ { $name }

## Lists

things-of-project = 📁 Projects in [b]{ $workspace }[/b]
things-of-bot = 🤖 The bots you have access to in [b]{ $workspace }[/b]
things-of-channel = 📡 Channels in [b]{ $workspace }[/b]
things-none-project = 📁 There is no project here that you could see.
things-first-project = 📁 There is no project in [b]{ $workspace }[/b] yet. Projects gather bots; create the first one.
things-none-bot = 🤖 You have access to no bot here yet. Whoever manages access can grant you some.
things-first-bot = 🤖 There is no bot in [b]{ $workspace }[/b] yet. Create the first one.
things-none-channel = 📡 No channel yet. A bot’s card connects it to a messenger.
things-line-project =
    { $count ->
        [one] • [b]{ $name }[/b]: { $count } bot
       *[other] • [b]{ $name }[/b]: { $count } bots
    }
things-line-bot = • [b]{ $name }[/b]
things-line-bot-in = • [b]{ $name }[/b], in { $project }
things-line-roles = you: { $roles }
things-line-channel = • [b]{ $name }[/b] of { $bot }, token …{ $tail }
things-which = Several fit. Which one do you mean?
things-which-more = Several fit. If yours is not here, write more of the name.

## Cards

thing-card-project = 📁 [b]{ $name }[/b]
thing-card-bot = 🤖 [b]{ $name }[/b]
thing-card-channel = 📡 [b]{ $name }[/b]
thing-card-bots = Bots: { $count }
thing-card-channels = Channels: { $count }
thing-card-in = Project: { $project }
thing-card-of-bot = Bot: { $bot }
thing-card-roles = Your roles here: { $roles }
bot-staging = Staging: version { $version }
bot-production = version { $version } in production
bot-published = Production: version { $version }, since { $at }
bot-unpublished = not published yet
channel-connection = { $messenger }, token …{ $tail }

## Making, renaming, moving, deleting

thing-name-project = What shall the new project be called?
thing-name-bot = What shall the new bot be called?
thing-name-without = There is no project [b]{ $project }[/b] here. If it is part of the bot’s name, send me the whole name; else see /projects.
thing-rename = What shall [b]{ $name }[/b] be called from now on?
thing-move-bot = Which project shall [b]{ $name }[/b] stand in? Whoever has a role on a project has it on each bot in it.
thing-move-channel = Which bot shall [b]{ $name }[/b] belong to?
thing-created-project = ✨ The project [b]{ $name }[/b] is there.
thing-created-bot = ✨ The bot [b]{ $name }[/b] is there. Its first version is on staging.
thing-renamed = ✅ { $from } is called [b]{ $to }[/b] now.
thing-moved = ✅ [b]{ $name }[/b] has moved to { $to }.
thing-moved-out = ✅ [b]{ $name }[/b] stands in no project now.
thing-delete-project = Delete the project [b]{ $name }[/b]? Roles held on it end with it.
thing-delete-bot =
    { $count ->
        [0] Delete the bot [b]{ $name }[/b]? Every role held on it ends.
        [one] Delete the bot [b]{ $name }[/b]? Its channel goes with it, and every role held on it ends.
       *[other] Delete the bot [b]{ $name }[/b]? Its { $count } channels go with it, and every role held on it ends.
    }

    This cannot be undone.
thing-delete-channel = Delete the channel [b]{ $name }[/b]? Its token is forgotten.
thing-deleted-project = 🗑 The project [b]{ $name }[/b] is deleted.
thing-deleted-bot = 🗑 The bot [b]{ $name }[/b] is deleted.
thing-deleted-channel = 🗑 The channel [b]{ $name }[/b] is deleted.
channel-messenger = Which messenger shall [b]{ $bot }[/b] be connected to?
channel-which-bot = 📡 Which bot shall be connected? Press one, or write it whole: [b]/channels new Shop telegram[/b]
channel-no-bot = 📡 There is no bot here that you could connect. A bot is created with [b]/bots[/b].
channel-token =
    Send me the { $messenger } token for [b]{ $bot }[/b]. A name for the channel may follow it.

    I keep it encrypted and show its last four characters only. Delete your message afterwards: I cannot do that for you.
channel-created =
    📡 [b]{ $bot }[/b] is connected.

    ⚠️ Your message with the token still stands in this chat. Please delete it now.

## Roles on bots

grant-who =
    { $by ->
        [contact] Whose access shall we change? Press a name, or write part of it or a phone number.
        [name] Whose access shall we change? Press a name, or write part of it or a @name.
       *[any] Whose access shall we change? Press a name, or write part of it or a @username.
    }
grant-bots = On which bots? Mark them, or write their names; projects can be written too.
grant-no-bots = There is no bot yet. Create one with [b]/bots[/b] first.
grant-roles =
    Which roles shall [b]{ $name }[/b] have on [b]{ $things }[/b]? Mark them and press Save.

    For a time only? Write it: for 3d, until 2030-12-31.
grant-difference = 👤 [b]{ $name }[/b]
grant-line = • [b]{ $thing }[/b]: { $before } → [b]{ $after }[/b]
grant-now = • [b]{ $thing }[/b]: { $roles }
grant-done = ✅ Done. I have told [b]{ $name }[/b].
grant-done-untold = ✅ Done. I cannot write to [b]{ $name }[/b], so please tell them yourself.
grant-take-both =
    Without [b]{ $taken }[/b] there can be no [b]{ $dependents }[/b].

    Take all of these from [b]{ $name }[/b] on { $things }?
grants-of = 🤖 What [b]{ $name }[/b] has access to:
grants-none = [b]{ $name }[/b] has no role on a single bot.
access-of = 👥 Who has roles on [b]{ $thing }[/b]:
access-none = Nobody has a role on [b]{ $thing }[/b] itself.
access-line = • [b]{ $name }[/b]: { $roles }
notice-grants-changed = 🤖 [b]{ $actor }[/b] changed your access in [b]{ $workspace }[/b]. You have now:
notice-grants-ended = ⌛ The time of your access in [b]{ $workspace }[/b] is over. { $things }: { $roles }.

## Inviting to bots

invite-things = On which bots? Mark them, or write their names.
invite-things-none = There is no bot yet. Create one with [b]/bots[/b] first.
invite-preview-things = Where: [b]{ $things }[/b]
invitation-card-things = Where: [b]{ $things }[/b]
refusal-invitation-things-gone = What this invitation to { $workspace } was for is gone. Ask { $inviter } for a new one.

## Publishing

publish-which = Which bot shall be published? Press one, or write its name.
publish-no-bot = There is no bot that you could publish.
publish-done = 🚀 [b]{ $bot }[/b]: version { $version } is in production.
publish-asked =
    📨 [b]{ $bot }[/b], version { $version }: an approval is needed. I have asked: { $names }.

    They can answer until { $expires }. I will tell you.
publish-yours =
    📨 [b]{ $bot }[/b], version { $version }: an approval is needed, and you are the one who may give it.

    You can answer until { $expires }.
publish-asked-and-yours =
    📨 [b]{ $bot }[/b], version { $version }: an approval is needed. You may give it, and I have asked: { $names }.

    You can answer until { $expires }.
approval-card =
    🚀 [b]{ $actor }[/b] wants to publish [b]{ $bot }[/b], version { $version }, in [b]{ $workspace }[/b].

    You can answer until { $expires }.
approval-approved = ✅ You approved: [b]{ $bot }[/b], version { $version }, is in production.
approval-refused = You refused to publish [b]{ $bot }[/b], version { $version }.
approval-closed-approved = ✅ Approved already by { $name }: [b]{ $bot }[/b], version { $version }.
approval-closed-refused = Refused already by { $name }: [b]{ $bot }[/b], version { $version }.
approval-closed-expired = ⌛ Nobody answered in time about [b]{ $bot }[/b], version { $version }. It can be asked again with /publish.
notice-approval-approved = ✅ [b]{ $actor }[/b] approved. [b]{ $bot }[/b], version { $version }, is in production in [b]{ $workspace }[/b].
notice-approval-refused = [b]{ $actor }[/b] refused to publish [b]{ $bot }[/b], version { $version }, in [b]{ $workspace }[/b].
notice-approval-expired = ⌛ Nobody answered in time about publishing [b]{ $bot }[/b], version { $version }, in [b]{ $workspace }[/b]. To ask again: [b]/publish[/b].

## Hidden columns

mask-list = 🙈 Columns hidden from everyone who may not see them:
mask-none = 🙈 No column is hidden.
mask-line = • [b]{ $table }[/b]: { $columns }
mask-how = To hide columns, send me a table and their names: [c]users phone email[/c]. To show them again: [c]off users phone[/c].
mask-done = ✅ Hidden in [b]{ $table }[/b]: { $columns }.
mask-taken = ✅ Shown again in [b]{ $table }[/b]: { $columns }.

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
audit-approval-approved = { $actor } approved what { $subject } asked for: { $name }.
audit-approval-refused = { $actor } refused what { $subject } asked for: { $name }.
audit-approval-expired = Nobody answered { $subject } about { $name }.
audit-grants-changed = { $actor } changed the access of { $subject } to { $name }. Given: { $added }. Taken: { $removed }.
audit-columns-masked = { $actor } hid columns of { $name }: { $columns }.
audit-columns-unmasked = { $actor } showed columns of { $name } again: { $columns }.

## Refusals

refusal-thing-not-found = You have nothing here that is called “{ $name }”. See /bots and /projects.
refusal-thing-several = Several things fit “{ $name }”. Please write the whole name.
refusal-thing-name-taken = The name “{ $name }” is taken. Please choose another one.
refusal-project-not-empty =
    { $count ->
        [one] There is { $count } bot in { $name }. Move or delete it first.
       *[other] There are { $count } bots in { $name }. Move or delete them first.
    }
refusal-channel-token = This does not look like a token of that messenger. Check it and send it again. If your message held a real token, delete the message.
refusal-grant-requires = This role on { $thing } needs another one there: { $role }. Give them together, and for as long.
refusal-grant-required = On { $thing } this role needs the one you are taking: { $role }. Take both, or none.
refusal-move-gives = Whoever has the role { $role } in that project would get it on the bot as well, and you cannot give that role.
refusal-too-many-things = That is { $count } at once, and { $most } is the most. Please go in smaller parts.
refusal-nobody-approves = Nobody may approve { $name } yet. Ask whoever shares access to name an approver.
refusal-approval-pending = An approval of { $name } is being waited for already.
refusal-approval-over = This question is over. To ask again, use /publish.
refusal-column-name = “{ $name }” is no name of a table or column.
refusal-too-many-columns = That is too many columns: { $most } is the most.
