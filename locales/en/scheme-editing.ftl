### Changing the scheme: drafts of roles and rules, what they would mean, switching, going back.

command-scheme = The role scheme: its rules and changes
command-scheme-usage = { $by ->
    [any] /scheme
   *[words] scheme
}
scheme-overview = 🧩 [b]{ $workspace }[/b] uses the scheme “{ $scheme }”:
button-command-scheme = 🧩 Scheme
button-scheme = 🧩 Rules
button-scheme-edit = ✏️ Change roles and rules
button-scheme-switch = 🔁 Another scheme
button-scheme-history = 🕘 Versions
button-scheme-roles = 🎭 Roles
button-scheme-save = ✅ Apply

## Rules, a sentence each: also the labels of the buttons that change them

scheme-rule-m-one = One role per member
scheme-rule-m-many = Several roles per member
scheme-rule-k-exactly-one = { $role }: exactly one person
scheme-rule-k-at-least-one = { $role }: at least one person
scheme-rule-e-broader = Change roles only of people with fewer rights
scheme-rule-e-peers = Change roles of equals, too
scheme-rule-e-keystone = Only { $role } changes roles
scheme-rule-r-broader = Remove only people with fewer rights
scheme-rule-r-peers = Remove equals, too
scheme-rule-r-keystone = Only { $role } removes members
scheme-rule-i-anyone = Anyone can be invited
scheme-rule-i-registered = Only people who have messaged me can be invited
scheme-rule-never = Nobody, whatever their role: { $rights }

## The draft

draft =
    ✏️ A draft of the roles in [b]{ $workspace }[/b].
    Nothing changes until you apply it.
draft-role-line = • [b]{ $role }[/b]: { $rights }
draft-role-button = { $role }
draft-role = ✏️ The role [b]{ $role }[/b] in the draft:
draft-rules = ⚖️ The rules in the draft. Tap one to change it.
draft-terms = ⚖️ How the role [b]{ $role }[/b] is given. Tap a line to change it.
draft-rights = 🔑 The rights of [b]{ $role }[/b], page { $page } of { $pages }. Tap one: ✅ yes, 👤 only their own, ▫️ no.
draft-right-yes = ✅ { $right }
draft-right-own = 👤 { $right }
draft-right-no = ▫️ { $right }
draft-nevers = ⛔ What nobody can do, whatever their role, page { $page } of { $pages }. Tap a right to forbid or allow it.
draft-never-yes = ⛔ { $right }
draft-never-no = ▫️ { $right }
draft-copy-which = ➕ A new role starts as a copy. Which one do you want to copy?
draft-merge-into = 🔀 Which role should replace [b]{ $role }[/b]? Everyone who has [b]{ $role }[/b] or is invited to it gets that one.
draft-ask-title = ✏️ What should the role [b]{ $role }[/b] be called? Send me the name.
draft-ask-copy = ➕ What should the copy of [b]{ $role }[/b] be called? Send me the name.
draft-over = This draft is over: the roles, your rights or the open workspace have changed. See /scheme.
button-draft = ‹ Draft
button-draft-add = ➕ New role
button-draft-rules = ⚖️ Rules
button-draft-never = ⛔ What nobody can do
button-draft-preview = 👁 What would change
button-draft-discard = ✖️ Discard the draft
button-role-rights = 🔑 Rights
button-role-terms = ⚖️ Conditions
button-role-rename = ✏️ Rename
button-role-copy = ➕ Copy
button-role-merge = 🔀 Merge
button-role-delete = 🗑 Delete
role-reach-workspace = Covers the whole workspace
role-reach-things = On specific projects and bots
role-reach-workspace-or-things = Everywhere or on specific bots
role-reach-granted-things = Only on bots they have access to
role-limit-none = Any number of people
role-limit = { $count ->
        [one] At most { $count } person
       *[other] At most { $count } people
    }
role-baseline-yes = Sees the workspace and its roles
role-baseline-no = Sees only what it has rights to
role-requires-yes = ✅ needs { $role }
role-requires-no = ▫️ needs { $role }

## What would change

preview = 👁 [b]What would change[/b]
preview-roles-same = No role gains or loses a right.
preview-role = • [b]{ $role }[/b]
preview-role-new = • [b]{ $role }[/b]: new
preview-role-gone = • [b]{ $role }[/b]: removed
preview-role-becomes = • [b]{ $role }[/b] → [b]{ $into }[/b]
preview-holders = ({ $holders ->
        [one] { $holders } person has it
       *[other] { $holders } people have it
    }, { $invited } invited)
preview-gains = ➕ { $rights }
preview-loses = ➖ { $rights }
preview-counts = People who gain rights: { $gaining }, who lose: { $losing }.
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
scheme-saved = ✅ Done: version { $version } is in use, with { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }. To go back, open Versions.

## Another scheme, and going back

switch-which = 🔁 Which scheme should [b]{ $workspace }[/b] use? You’ll see the changes first.
switch-line = • [b]{ $scheme }[/b]: { $about }
switch-mapping = 🔁 Switching to “{ $scheme }”: which role becomes which? Tap a line to choose another.
switch-pair = { $role } → { $into }
switch-no-target = choose…
switch-into = What should the role [b]{ $role }[/b] become?
switch-hint = Please use the buttons.
history = 🕘 The versions of the roles in [b]{ $workspace }[/b], newest first:
history-none = 🕘 The roles in [b]{ $workspace }[/b] have never changed, so there’s nothing to go back to.
history-line = • [b]{ $version }[/b] · { $scheme } · { $at } · { $name }
history-line-bare = • [b]{ $version }[/b] · { $scheme } · { $at }
button-history-version = ↩️ Back to { $version }
