### Ключі API.

refusal-key-name = Дайте ключу назву від 1 до { $most } символів, щоб потім було зрозуміло, хто ним користується.
refusal-too-many-keys = Ключів уже { $most }. Спершу відкличте той, яким ніхто не користується.
refusal-key-not-found = У цьому просторі немає такого ключа.
refusal-key-revoked = Ключ { $name } вже відкликано. Він більше нічого не відкриває.

audit-key-created = { $actor } створює ключ API { $name }.
audit-key-revoked = { $actor } відкликає ключ API { $name }.
