### Ключи API.

refusal-key-name = Дайте ключу название от 1 до { $most } символов, чтобы потом было понятно, кто им пользуется.
refusal-too-many-keys = Ключей уже { $most }. Сначала отзовите тот, которым никто не пользуется.
refusal-key-not-found = В этом пространстве нет такого ключа.
refusal-key-revoked = Ключ { $name } уже отозван. Он больше ничего не открывает.

audit-key-created = { $actor } создаёт ключ API { $name }.
audit-key-revoked = { $actor } отзывает ключ API { $name }.
