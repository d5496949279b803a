### Ключи API.

refusal-key-name = Дайте ключу название от 1 до { $most } символов, чтобы потом было понятно, кто им пользуется.
refusal-too-many-keys = Ключей уже { $most }. Сначала отзовите тот, которым никто не пользуется.
refusal-key-not-found = В этом пространстве нет такого ключа.
refusal-key-revoked = Ключ { $name } уже отозван. Он больше ничего не открывает.

audit-key-created = { $actor } создаёт ключ API { $name }.
audit-key-revoked = { $actor } отзывает ключ API { $name }.

command-keys = Ключи API: кто может спрашивать о правах участников
command-keys-usage = /keys new Админка
button-command-keys = 🔑 Ключи API

keys = 🔑 Ключи API пространства [b]{ $workspace }[/b]:
keys-none = В [b]{ $workspace }[/b] пока нет ключей API. С ключом ваш сервис сможет спрашивать, что разрешено участникам.
keys-name = • [b]{ $name }[/b]
keys-used = Доступ: { $scopes }. Создан { $created }, использован { $used }.
keys-unused = Доступ: { $scopes }. Создан { $created }, ещё не использован.
keys-scope-evaluate = решения
keys-scope-search = поиск
keys-new = ➕ Новый ключ
keys-revoke = 🗑 Отозвать { $name }

keys-ask-name = Для чего новый ключ пространства [b]{ $workspace }[/b]? Пришлите название, например «Админка».
keys-created = 🔑 Ключ [b]{ $name }[/b] готов:
keys-once = Скопируйте его сейчас и держите в секрете: больше он не покажется.
keys-stored = ✅ Сохранено, скрыть
keys-elsewhere = Сейчас открыто другое пространство, поэтому ключ не создан. Если он нужен, отправьте /keys ещё раз.

keys-revocation = Отозвать ключ [b]{ $name }[/b]? Всем, кто им пользуется, сразу придёт отказ, и вернуть ключ будет нельзя.
keys-revoke-yes = Да, отозвать
keys-revoke-no = Нет, оставить
keys-revoked = Ключ [b]{ $name }[/b] отозван. Он больше ничего не открывает.
keys-back = ‹ Ключи API
