### API keys.

refusal-key-name = A key needs a name of 1 to { $most } characters, so that you know later what uses it.
refusal-too-many-keys = There are { $most } keys already. Revoke one that nobody uses first.
refusal-key-not-found = There is no such key in this workspace.
refusal-key-revoked = The key { $name } was revoked already. It opens nothing any more.

audit-key-created = { $actor } created the API key { $name }.
audit-key-revoked = { $actor } revoked the API key { $name }.
