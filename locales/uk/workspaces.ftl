### Головна, нові простори й те, що людина робить із самою собою.

## Головна

home =
    Вітаю, { $person }!
    Ви в просторі [b]{ $workspace }[/b]. Ваша роль: { $roles }.
home-suspended =
    Вітаю, { $person }!
    Ви в просторі [b]{ $workspace }[/b], але вашу участь поки що призупинено.
home-newcomer =
    Вітаю, { $person }! Я керую робочими просторами просто з чату: учасники, ролі, запрошення.

    Створіть свій простір. Чекаєте на запрошення? Воно з’явиться просто тут.
home-choose =
    Вітаю, { $person }!
    Зараз жоден простір не відкрито. Виберіть свій або створіть новий.
home-invited = Вітаю, { $person }! На вас { $count ->
        [one] чекає { $count } запрошення
        [few] чекають { $count } запрошення
       *[many] чекають { $count } запрошень
    }.
home-invitation = • [b]{ $workspace }[/b], запрошує { $actor }
home-group-unbound = Ця група ще не має робочого простору. Прив’язати його може той, хто його налаштовує.
home-group-stranger = Ця група належить простору, у якому вас немає.
button-open-invitation = ✉️ { $workspace }

button-command-audit = 📜 Журнал
button-command-bind = 🔗 Прив’язати
button-command-help = ❔ Допомога
button-command-invite = ➕ Запросити
button-command-invites = ✉️ Запрошення
button-command-language = 🌐 Мова
button-command-leave = 🚪 Вийти
button-command-members = 👥 Учасники
button-command-new = ✨ Новий простір
button-command-rename = ✏️ Перейменувати
button-command-roles = 🎭 Ролі
button-command-transfer = 👑 Передати володіння
button-command-workspace = ⚙️ Простір
button-command-workspaces = 🗂 Мої простори

command-menu = Головна: де ви й що вам можна
command-menu-usage = /menu

## Новий простір

command-new = Створити робочий простір
command-new-usage = /new Ромашка компанія
new-name = Як назвати простір? Надішліть назву.
new-scheme = Які ролі будуть у просторі [b]{ $workspace }[/b]?
new-done =
    ✨ Простір [b]{ $workspace }[/b] готовий. Схема: { $scheme }, ваша роль: { $role }.

    Тепер він активний. Запросимо когось?

## Кінець діалогу

command-cancel = Закінчити те, про що я запитую
command-cancel-usage = /cancel
cancelled = Гаразд, нічого не зроблено.
nothing-to-cancel = Скасовувати нічого.
dialogue-aside = ✋ Попереднє запитання я відклав.
dialogue-waits = Ваше попереднє запитання ще чинне: дайте відповідь або надішліть [b]/cancel[/b].

## Мої простори

command-workspaces = Ваші простори й перехід між ними
command-workspaces-usage = /workspaces
workspaces = Ваші простори. Натисніть, щоб відкрити:
workspaces-none = Вас поки що немає в жодному просторі.
workspaces-line = • [b]{ $workspace }[/b] — { $roles }
workspaces-line-active = ✓ [b]{ $workspace }[/b] — { $roles }
workspaces-button = { $workspace }
workspaces-button-active = ✓ { $workspace }
workspaces-switched = Відкрито: { $workspace }.
workspaces-group = Ця група працює з простором [b]{ $workspace }[/b]. Прив’язати її до іншого — [b]/bind[/b].

## Простір

command-workspace = Простір, у якому ви зараз
command-workspace-usage = /workspace
workspace-card = [b]{ $workspace }[/b]
    Схема: { $scheme }
    Учасників: { $members }
    Ваша роль: { $roles }
workspace-card-bare = [b]{ $workspace }[/b]
    Ваша роль: { $roles }. Більше вона бачити не дозволяє.

command-rename = Перейменувати простір
command-rename-usage = /rename Нова назва
rename-ask = Як тепер назвати простір [b]{ $workspace }[/b]? Дайте відповідь на це повідомлення новою назвою.
rename-done = Готово: { $from } тепер називається [b]{ $to }[/b].
rename-elsewhere = Зараз відкрито інший простір, тому нічого не перейменовано. Якщо потрібно, надішліть /rename ще раз.

command-bind = Прив’язати цю групу до простору
command-bind-usage = /bind
bind-which = З яким простором працюватиме ця група?
bind-choice = { $workspace }
bind-done = 🔗 Ця група тепер працює з простором [b]{ $workspace }[/b].
refusal-nothing-to-bind = Ви не налаштовуєте жодного простору, прив’язувати нічого. Створіть свій в особистому чаті: /new.
refusal-group-bound-elsewhere = Ця група належить простору, у якому вас немає. Передати її може той, хто його налаштовує.

## Про себе

command-language = Вибрати мову
command-language-usage = /language українська
language = Я говорю з вами українською. Мову можна змінити будь-коли:
language-unknown = Мовою «{ $typed }» я поки що не розмовляю, лише цими: { $languages }.

command-me = Що я про вас знаю
command-me-usage = /me
me = [b]{ $person }[/b]
me-language = Мова: українська
me-workspaces = Просторів: { $count }
me-account = { $messenger }: { $name }
me-account-username = { $messenger }: { $name }, @{ $username }
messenger-telegram = Telegram
messenger-vk = ВКонтакте
messenger-viber = Viber

## Допомога

command-help = Усі команди, або як написати одну з них
command-help-usage = /help invite
help = Що вам тут можна:
help-more = Докладніше про команду: /help і її назва. Можна й простими словами: просто напишіть, що потрібно.
help-unknown = Команди «{ $typed }» немає.
help-usage = Наприклад: [c]{ $usage }[/c]
help-words = Простими словами: { $words }

## Журнал

command-audit = Журнал: хто, що і з ким зробив
command-audit-usage = /audit @anna
audit = 📜 [b]Журнал[/b], спершу нове:
audit-of = 📜 [b]Журнал[/b], { $person }, спершу нове:
audit-none = Тут поки що нічого немає.
audit-newest = ‹ До нових
audit-older = Раніше ›
audit-all = Усе
audit-filter-membership = Учасники
audit-filter-invitation = Запрошення
audit-filter-transfer = Володіння
audit-filter-workspace = Простір
audit-filter-refused = ⛔ Відмови
audit-somebody = невідомо хто
audit-system = Castellan
audit-time = [i]{ $at }[/i]
audit-workspace-created = { $actor } створює простір { $name }, схема: { $scheme }.
audit-workspace-renamed = { $actor } перейменовує { $from } на { $to }.
audit-group-bound = { $actor } прив’язує групу { $title }.
audit-membership-added = { $subject } тепер серед учасників. Роль: { $roles }.
audit-membership-roles = { $actor } змінює ролі. Учасник: { $subject }. Надано: { $added }. Знято: { $removed }.
audit-membership-ended-left = { $subject } виходить із простору.
audit-membership-ended-removed = { $actor } закриває доступ. Учасник: { $subject }. Роль до цього: { $roles }.
audit-invitation-created = { $actor } запрошує. Кого: { $subject }. Роль: { $roles }.
audit-invitation-created-link = { $actor } створює посилання-запрошення. Роль: { $roles }.
audit-invitation-accepted = { $subject } приймає запрошення. Роль: { $roles }.
audit-invitation-declined = { $actor } відхиляє запрошення.
audit-invitation-revoked = { $actor } відкликає запрошення. Кому: { $subject }.
audit-invitation-expired = Сплив строк запрошення. Кому: { $subject }.
audit-invitation-resent = { $actor } ще раз надсилає запрошення. Кому: { $subject }.
audit-invitation-roles = { $actor } змінює запрошення. Кому: { $subject }. Було: { $from }. Стало: { $to }.
audit-transfer-offered = { $actor } пропонує володіння. Кому: { $subject }.
audit-transfer-accepted = { $actor } приймає володіння. Від кого: { $subject }.
audit-transfer-declined = { $subject } відмовляється від володіння.
audit-transfer-cancelled = { $actor } відкликає пропозицію володіння. Кому: { $subject }.
audit-transfer-expired = Сплив строк пропозиції володіння. Кому: { $subject }.
audit-refused = ⛔ Відмовлено: { $action }. Хто пробував: { $actor }.
audit-refused-about = ⛔ Відмовлено: { $action } ({ $subject }). Хто пробував: { $actor }.
audit-refused-button = ⛔ { $actor } натискає чужу кнопку.
audit-verified =
    ✅ Журнал цілий: { $events ->
        [one] { $events } запис, не змінений
        [few] { $events } записи, жодного не змінено
       *[many] { $events } записів, жодного не змінено
    }, нічого не зникло.
    Відбиток: [c]{ $fingerprint }[/c]. Запишіть його: за ним видно, чи не чіпали потім старих записів.
audit-broken = ⚠️ Журнал хтось змінював: запис номер { $position } не сходиться з печаткою. Усе до нього ціле.
