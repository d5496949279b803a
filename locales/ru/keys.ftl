### Ключи API.

refusal-key-name = Название ключа — от 1 до { $most } символов. Напишите, где он нужен.
refusal-too-many-keys = Ключей уже { $most }. Сначала отзовите ненужный.
refusal-key-not-found = В этом пространстве нет такого ключа.
refusal-key-revoked = Ключ «{ $name }» уже отозван. Он больше не работает.

audit-key-created = { $actor }: создан ключ API «{ $name }»
audit-key-revoked = { $actor }: отозван ключ API «{ $name }»

command-keys = Ключи API: проверка прав для ваших сервисов
command-keys-usage = { $by ->
    [any] /keys new Админка
   *[words] ключи новый Админка
}
button-command-keys = 🔑 Ключи API

keys = 🔑 Ключи API пространства [b]{ $workspace }[/b]:
keys-none = В пространстве [b]{ $workspace }[/b] пока нет ключей API. С ключом ваш сервис сможет спрашивать, что можно участникам.
keys-name = • [b]{ $name }[/b]
keys-used = Доступ: { $scopes }. Создан { $created }, использован { $used }.
keys-unused = Доступ: { $scopes }. Создан { $created }, ещё не использован.
keys-scope-evaluate = решения
keys-scope-search = поиск
keys-new = ➕ Новый ключ
keys-revoke = 🗑 Отозвать { $name }

keys-ask-name = Для чего новый ключ пространства [b]{ $workspace }[/b]? Пришлите название, например «Админка».
keys-created = 🔑 Ключ [b]{ $name }[/b] готов:
keys-once = Скопируйте его сейчас и держите в секрете: больше я его не покажу.
keys-stored = ✅ Ключ сохранён, скрыть
keys-elsewhere = Сейчас открыто другое пространство, поэтому ключ не создан. Если он нужен, отправьте /keys ещё раз.

keys-revocation = Отозвать ключ [b]{ $name }[/b]? Всё, что им пользуется, сразу перестанет работать. Отменить это нельзя.
keys-revoke-yes = Да, отозвать
keys-revoke-no = Нет, оставить
keys-revoked = Ключ [b]{ $name }[/b] отозван. Он больше не работает.
keys-back = ‹ Ключи API
