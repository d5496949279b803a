### Ключі API.

refusal-key-name = Назва ключа — від 1 до { $most } символів. Напишіть, де він потрібен.
refusal-too-many-keys = Ключів уже { $most }. Спершу відкличте непотрібний.
refusal-key-not-found = У цьому просторі немає такого ключа.
refusal-key-revoked = Ключ «{ $name }» вже відкликано. Він більше не діє.

audit-key-created = { $actor }: створено ключ API «{ $name }»
audit-key-revoked = { $actor }: відкликано ключ API «{ $name }»

command-keys = Ключі API: перевірка прав для ваших сервісів
command-keys-usage = { $by ->
    [any] /keys new Адмінка
   *[words] ключі новий Адмінка
}
button-command-keys = 🔑 Ключі API

keys = 🔑 Ключі API простору [b]{ $workspace }[/b]:
keys-none = У просторі [b]{ $workspace }[/b] ще немає ключів API. З ключем ваш сервіс зможе питати, що можна учасникам.
keys-name = • [b]{ $name }[/b]
keys-used = Доступ: { $scopes }. Створено { $created }, використано { $used }.
keys-unused = Доступ: { $scopes }. Створено { $created }, ще не використано.
keys-scope-evaluate = рішення
keys-scope-search = пошук
keys-new = ➕ Новий ключ
keys-revoke = 🗑 Відкликати { $name }

keys-ask-name = Для чого новий ключ простору [b]{ $workspace }[/b]? Надішліть назву, наприклад «Адмінка».
keys-created = 🔑 Ключ [b]{ $name }[/b] готовий:
keys-once = Скопіюйте його зараз і тримайте в таємниці: більше я його не покажу.
keys-stored = ✅ Ключ збережено, сховати
keys-elsewhere = Зараз відкрито інший простір, тому ключ не створено. Якщо він потрібен, надішліть /keys ще раз.

keys-revocation = Відкликати ключ [b]{ $name }[/b]? Усе, що ним користується, одразу перестане працювати. Скасувати це неможливо.
keys-revoke-yes = Так, відкликати
keys-revoke-no = Ні, залишити
keys-revoked = Ключ [b]{ $name }[/b] відкликано. Він більше не діє.
keys-back = ‹ Ключі API
