### API keys.

refusal-key-name = A key name has 1 to { $most } characters. Say what will use it.
refusal-too-many-keys = You already have { $most } keys. Revoke an unused one first.
refusal-key-not-found = There’s no such key in this workspace.
refusal-key-revoked = The key { $name } was already revoked. It no longer works.

audit-key-created = { $actor } created the API key { $name }.
audit-key-revoked = { $actor } revoked the API key { $name }.

command-keys = API keys for your services to check rights
command-keys-usage = { $by ->
    [any] /keys new Admin panel
   *[words] keys new Admin panel
}
button-command-keys = 🔑 API keys

keys = 🔑 API keys of [b]{ $workspace }[/b]:
keys-none = [b]{ $workspace }[/b] has no API keys yet. With a key, your service can ask what members are allowed to do.
keys-name = • [b]{ $name }[/b]
keys-used = { $scopes }. Created { $created }, last used { $used }.
keys-unused = { $scopes }. Created { $created }, never used.
keys-scope-evaluate = decisions
keys-scope-search = searches
keys-new = ➕ New key
keys-revoke = 🗑 Revoke { $name }

keys-ask-name = What is the new key of [b]{ $workspace }[/b] for? Send me a name, such as “Admin panel”.
keys-created = 🔑 The key [b]{ $name }[/b] is ready:
keys-once = Copy it now and keep it secret: I won’t show it again.
keys-stored = ✅ I’ve saved it, hide it here
keys-elsewhere = Another workspace is open now, so I didn’t create a key. Send /keys again if you want one.

keys-revocation = Revoke the key [b]{ $name }[/b]? Everything that uses it stops working right away. You can’t undo this.
keys-revoke-yes = Yes, revoke it
keys-revoke-no = No, keep it
keys-revoked = The key [b]{ $name }[/b] is revoked. It no longer works.
keys-back = ‹ API keys
