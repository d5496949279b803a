### Changing the scheme: drafts of roles and rules, what they would mean, switching, going back.

command-scheme = The rules behind the roles, and changing both
command-scheme-usage = /scheme
scheme-overview = 🧩 [b]{ $workspace }[/b] follows the scheme “{ $scheme }”:
button-command-scheme = 🧩 Scheme
button-scheme = 🧩 Rules
button-scheme-edit = ✏️ Change roles and rules
button-scheme-switch = 🔁 Another scheme
button-scheme-history = 🕘 Versions
button-scheme-roles = 🎭 Roles
button-scheme-save = ✅ Put it in force

## Rules, a sentence each: also the labels of the buttons that change them

scheme-rule-m-one = One role a member
scheme-rule-m-many = Several roles a member
scheme-rule-k-exactly-one = { $role }: exactly one person
scheme-rule-k-at-least-one = { $role }: at least one person
scheme-rule-e-broader = Roles are changed only for those with fewer rights
scheme-rule-e-peers = Roles are changed for equals, too
scheme-rule-e-keystone = Only { $role } changes roles
scheme-rule-r-broader = Only those with fewer rights are removed
scheme-rule-r-peers = Equals may be removed, too
scheme-rule-r-keystone = Only { $role } removes members
scheme-rule-i-anyone = Anybody can be invited
scheme-rule-i-registered = Invited: only who has written to me before
scheme-rule-never = Nobody, whatever their role: { $rights }

## The draft

draft =
    ✏️ A draft of the roles in [b]{ $workspace }[/b].
    Nothing changes for anybody until you put it in force.
draft-role-line = • [b]{ $role }[/b]: { $rights }
draft-role-button = { $role }
draft-role = ✏️ The role [b]{ $role }[/b] in the draft:
draft-rules = ⚖️ The rules in the draft. Press one to change it.
draft-terms = ⚖️ How the role [b]{ $role }[/b] is held. Press a line to change it.
draft-rights = 🔑 The rights of [b]{ $role }[/b], page { $page } of { $pages }. Press one: ✅ yes, 👤 only their own, ▫️ no.
draft-right-yes = ✅ { $right }
draft-right-own = 👤 { $right }
draft-right-no = ▫️ { $right }
draft-nevers = ⛔ What nobody may, whatever their role, page { $page } of { $pages }. Press a right to forbid or allow it.
draft-never-yes = ⛔ { $right }
draft-never-no = ▫️ { $right }
draft-copy-which = ➕ A new role begins as a copy. Of which one?
draft-merge-into = 🔀 Into which role shall [b]{ $role }[/b] go? Whoever holds it, or is invited with it, gets that role.
draft-ask-title = ✏️ What shall the role [b]{ $role }[/b] be called? Send me the title.
draft-ask-copy = ➕ What shall the copy of [b]{ $role }[/b] be called? Send me the title.
draft-over = The roles have changed meanwhile, you may no longer change them, or another workspace is open now. Send /scheme to see.
button-draft = ‹ The draft
button-draft-add = ➕ New role
button-draft-rules = ⚖️ Rules
button-draft-never = ⛔ What nobody may
button-draft-preview = 👁 What would change
button-draft-discard = ✖️ Discard the draft
button-role-rights = 🔑 Rights
button-role-terms = ⚖️ How it is held
button-role-rename = ✏️ Rename
button-role-copy = ➕ Copy
button-role-merge = 🔀 Merge
button-role-delete = 🗑 Delete
role-reach-workspace = Held in the whole workspace
role-reach-things = Held on single projects and bots
role-reach-workspace-or-things = Held everywhere or on single bots
role-reach-granted-things = Reaches only the bots given
role-limit-none = Any number of holders
role-limit = { $count ->
        [one] At most { $count } holder
       *[other] At most { $count } holders
    }
role-baseline-yes = Sees the workspace and its roles
role-baseline-no = Sees nothing but its own rights
role-requires-yes = ✅ needs { $role }
role-requires-no = ▫️ needs { $role }

## What would change

preview = 👁 [b]What would change[/b]
preview-roles-same = No role gains or loses a right.
preview-role = • [b]{ $role }[/b]
preview-role-new = • [b]{ $role }[/b]: new
preview-role-gone = • [b]{ $role }[/b]: goes
preview-role-becomes = • [b]{ $role }[/b] → [b]{ $into }[/b]
preview-holders = ({ $holders ->
        [one] { $holders } holds it
       *[other] { $holders } hold it
    }, { $invited } invited)
preview-gains = ➕ { $rights }
preview-loses = ➖ { $rights }
preview-counts = People who gain: { $gaining }, who lose: { $losing }.
preview-name = { $name }
preview-people = • { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }: { $before } → { $after }
preview-people-same = • { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }: { $before }
preview-rules = ⚖️ Other rules:
preview-terms = • [b]{ $role }[/b]: { $terms }
preview-people-more = … and { $count ->
        [one] { $count } more combination of roles
       *[other] { $count } more combinations of roles
    }
scheme-saved = ✅ Done: version { $version } is in force, with { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }. To go back: Versions.

## Another scheme, and going back

switch-which = 🔁 Which scheme shall [b]{ $workspace }[/b] follow? You will see what changes before anything does.
switch-line = • [b]{ $scheme }[/b]: { $about }
switch-mapping = 🔁 Towards “{ $scheme }”: which role becomes which? Press a line to choose another.
switch-pair = { $role } → { $into }
switch-into = What shall become of the role [b]{ $role }[/b]?
switch-hint = Choose with the buttons, please.
history = 🕘 The versions of the roles in [b]{ $workspace }[/b], newest first:
history-none = 🕘 The roles in [b]{ $workspace }[/b] have never been changed: there is nothing to go back to.
history-line = • [b]{ $version }[/b] · { $scheme } · { $at } · { $name }
history-line-bare = • [b]{ $version }[/b] · { $scheme } · { $at }
button-history-version = ↩️ Back to { $version }
