### Role schemes of people's own: what the audit says of them, and why a change is refused.

button-new-like = As in { $workspace }
scheme-own = Own roles
scheme-own-named = { $title } (own roles)
audit-scheme-changed = { $actor } changed the role scheme: version { $version }.

refusal-role-title = A title takes 1 to { $most } visible characters on one line. Please send another one.
refusal-role-title-taken = Another role is called { $title } already. Please choose another title.
refusal-too-many-roles = A scheme has room for { $most } roles. Merge two of them first.
refusal-role-in-use = { $count ->
    [one] One person holds or is offered the role { $role }. Merge it into another role instead.
   *[other] { $count } people hold or are offered the role { $role }. Merge it into another role instead.
  }
refusal-role-merged-into = Other roles were merged into { $role }. Merge it into another role instead.
refusal-role-not-below = The role { $role } ranks as high as yours or higher, so you cannot change it or give it to anybody.
refusal-role-requires-itself = The role { $role } would require itself. Take one of the requirements away.
refusal-required-elsewhere = The role { $role } would require one that is held in other places, so nobody could have both.
refusal-keystone-stays = { $role } heads the workspace: this role stays, and so do those who hold it.
refusal-keystone-limited = { $role } heads the workspace: the role reaches all of it, requires no other and has no limit.
refusal-keystone-several = Several people hold the role { $role }, and then only one may. Give the others another role first.
refusal-keystone-cannot-manage = Then nobody could manage the members. { $role } must be able to invite, change roles and remove.
refusal-keystone-cannot-define = Then nobody could ever change the roles again. { $role } must be able to.
refusal-scheme-broken = These roles contradict themselves. Begin again from the roles in force.
refusal-scheme-version-not-found = There is no such version. Look at the history and choose one.
