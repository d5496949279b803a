### Ключі API.

refusal-key-name = Дайте ключу назву від 1 до { $most } символів, щоб потім було зрозуміло, хто ним користується.
refusal-too-many-keys = Ключів уже { $most }. Спершу відкличте той, яким ніхто не користується.
refusal-key-not-found = У цьому просторі немає такого ключа.
refusal-key-revoked = Ключ { $name } вже відкликано. Він більше нічого не відкриває.

audit-key-created = { $actor } створює ключ API { $name }.
audit-key-revoked = { $actor } відкликає ключ API { $name }.

command-keys = Ключі API: хто може питати про права учасників
command-keys-usage = /keys new Адмінка
button-command-keys = 🔑 Ключі API

keys = 🔑 Ключі API простору [b]{ $workspace }[/b]:
keys-none = У [b]{ $workspace }[/b] ще немає ключів API. З ключем ваш сервіс зможе питати, що дозволено учасникам.
keys-name = • [b]{ $name }[/b]
keys-used = Доступ: { $scopes }. Створено { $created }, використано { $used }.
keys-unused = Доступ: { $scopes }. Створено { $created }, ще не використано.
keys-scope-evaluate = рішення
keys-scope-search = пошук
keys-new = ➕ Новий ключ
keys-revoke = 🗑 Відкликати { $name }

keys-ask-name = Для чого новий ключ простору [b]{ $workspace }[/b]? Надішліть назву, наприклад «Адмінка».
keys-created = 🔑 Ключ [b]{ $name }[/b] готовий:
keys-once = Скопіюйте його зараз і тримайте в таємниці: більше він не з’явиться.
keys-stored = ✅ Збережено, сховати
keys-elsewhere = Зараз відкрито інший простір, тому ключ не створено. Якщо він потрібен, надішліть /keys ще раз.

keys-revocation = Відкликати ключ [b]{ $name }[/b]? Усім, хто ним користується, одразу прийде відмова, і повернути ключ буде неможливо.
keys-revoke-yes = Так, відкликати
keys-revoke-no = Ні, залишити
keys-revoked = Ключ [b]{ $name }[/b] відкликано. Він більше нічого не відкриває.
keys-back = ‹ Ключі API
