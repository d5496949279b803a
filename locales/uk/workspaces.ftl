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
button-command-members = 👥 Учасники
button-command-new = ✨ Новий простір
button-command-rename = ✏️ Перейменувати
button-command-roles = 🎭 Ролі
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
