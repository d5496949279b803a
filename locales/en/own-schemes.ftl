### Role schemes of people's own: what the audit says of them, and why a change is refused.

button-new-like = As in { $workspace }
scheme-own = Custom roles
scheme-own-named = { $title } (custom roles)
audit-scheme-changed = { $actor } changed the role scheme: version { $version }.

refusal-role-title = A name has 1 to { $most } visible characters on one line. Please send another one.
refusal-role-title-taken = There’s already a role called { $title }. Please choose another name.
refusal-too-many-roles = A scheme has room for { $most } roles. Merge two of them first.
refusal-role-needs-target = Please choose what the role { $role } becomes: any of the new roles would give its members more rights.
refusal-role-in-use = { $count ->
    [one] You can’t delete the role { $role }: one person has it or is invited to it. Merge it into another role instead.
   *[other] You can’t delete the role { $role }: { $count } people have it or are invited to it. Merge it into another role instead.
  }
refusal-role-merged-into = Other roles were merged into { $role }. Merge it into another role instead.
refusal-role-not-below = The role { $role } isn’t below yours. You can’t change it or give it to anyone.
refusal-role-requires-itself = The role { $role } would require itself. Remove one of the requirements.
refusal-required-elsewhere = The role { $role } would require a role that’s given at another level. Nobody could have both.
refusal-keystone-stays = The role { $role } stays, and so do the people who have it: it runs the workspace.
refusal-keystone-limited = The role { $role } runs the workspace. It covers all of it, requires no other role and has no limit.
refusal-keystone-several = Several people have the role { $role }, but now only one can. Give the others another role first.
refusal-keystone-cannot-manage = Nobody could manage members then. { $role } must be able to invite, change roles and remove.
refusal-keystone-cannot-define = Nobody could ever change the roles again. { $role } must be able to.
refusal-scheme-broken = These roles contradict each other. Start again from the current roles.
refusal-scheme-version-not-found = There’s no such version. Choose one from the history.
