### Words that people may type: each key lists words of one meaning, with commas between.
###
### Every word is a single one, in any case; ' is every apostrophe. English names of commands always work. People mix
### languages, so the words of all languages are understood from everybody.

## Commands, as /help shows them: the first word is the one people think of first

command-menu-words = home
command-new-words = create
command-workspaces-words = workspaces
command-workspace-words = workspace
command-rename-words = rename
command-bind-words = bind
command-audit-words = audit

command-invite-words = invite
command-invites-words = invitations

command-members-words = people
command-member-words = member
command-role-words = role
command-remove-words = remove
command-roles-words = roles
command-leave-words = leave
command-transfer-words = transfer

command-scheme-words = scheme
command-why-words = why

command-bots-words = bots
command-projects-words = projects
command-channels-words = channels
command-grant-words = grant
command-publish-words = publish
command-mask-words = mask

command-keys-words = keys

command-link-words = link
command-unlink-words = unlink
command-email-words = email
command-phone-words = phone
command-timezone-words = timezone
command-mydata-words = mydata
command-forgetme-words = forgetme

command-language-words = language
command-me-words = me
command-help-words = help
command-cancel-words = stop

## Joining words, which say nothing by themselves

words-invite-joining = as, role, and
words-role-joining = as, to, role, and
words-name-joining = and, bot, bots, project

## Invitations: “link uses 5”, “boris as editor on Shop note Welcome!”

words-link = link
words-uses = uses, use, times
words-note = note

## Roles on single bots: “boris editor on Shop”, “boris editor off”

words-on = on
words-take-away = off

## Ends: “for 3d”, “until 2026-12-31”, “forever”. A unit ending in * is the beginning of a word; the longest fitting one counts

words-for = for
words-until = until, till
words-forever = forever, permanently
words-unit-minute = min*
words-unit-hour = h*
words-unit-day = d*
words-unit-week = w*
words-unit-month = mo*
words-unit-year = y*

## Bots and projects: “new Shop in Main”, “rename Shop to Store”, “move Shop out”

words-create = new, add, create
words-rename = rename
words-move = move
words-delete = delete, remove
words-to = to, into, in, ->, →
words-in = in
words-outside = out, outside, -

## Messengers

words-messenger-telegram = telegram, tg
words-messenger-vk = vk
words-messenger-viber = viber

## One word after a command: /keys new, /mask off, /email off, /audit verify, /audit refused

words-new-key = new
words-unmask = off
words-forget-email = off
words-verify = verify
words-refused = refused

## Typed answers: “yes” taps the button that goes on, “no” the one that refuses or goes back

words-yes = yes, y, yeah, yep, ok, okay, sure, accept, confirm
words-no = no, n, nope, decline, cancel, back
