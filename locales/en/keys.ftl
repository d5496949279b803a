### API keys.

refusal-key-name = A key needs a name of 1 to { $most } characters, so that you know later what uses it.
refusal-too-many-keys = There are { $most } keys already. Revoke one that nobody uses first.
refusal-key-not-found = There is no such key in this workspace.
refusal-key-revoked = The key { $name } was revoked already. It opens nothing any more.

audit-key-created = { $actor } created the API key { $name }.
audit-key-revoked = { $actor } revoked the API key { $name }.

command-keys = API keys: who may ask what members are allowed to do
command-keys-usage = /keys new Admin panel
button-command-keys = 🔑 API keys

keys = 🔑 API keys of [b]{ $workspace }[/b]:
keys-none = [b]{ $workspace }[/b] has no API keys yet. With a key, a service of yours can ask what members are allowed to do.
keys-name = • [b]{ $name }[/b]
keys-used = { $scopes }. Created { $created }, last used { $used }.
keys-unused = { $scopes }. Created { $created }, never used.
keys-scope-evaluate = decisions
keys-scope-search = searches
keys-new = ➕ New key
keys-revoke = 🗑 Revoke { $name }

keys-ask-name = What is the new key of [b]{ $workspace }[/b] for? Send me a name for it, such as “Admin panel”.
keys-created = 🔑 The key [b]{ $name }[/b] is ready:
keys-once = Copy it now and keep it secret: it is not shown again.
keys-stored = ✅ Stored it, hide it here
keys-elsewhere = Another workspace is open now, so no key was created. Send /keys again if you want one.

keys-revocation = Revoke the key [b]{ $name }[/b]? Whatever uses it is refused from then on, and it cannot be brought back.
keys-revoke-yes = Yes, revoke it
keys-revoke-no = No, keep it
keys-revoked = The key [b]{ $name }[/b] is revoked. It opens nothing any more.
keys-back = ‹ API keys
