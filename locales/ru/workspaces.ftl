### Главная, новые пространства и то, что человек делает с самим собой.

## Главная

home =
    Здравствуйте, { $person }!
    Вы в пространстве [b]{ $workspace }[/b]. Ваша роль: { $roles }.
home-suspended =
    Здравствуйте, { $person }!
    Вы в пространстве [b]{ $workspace }[/b], но ваше участие пока приостановлено.
home-newcomer =
    Здравствуйте, { $person }! Я управляю рабочими пространствами прямо из чата: участники, роли, приглашения.

    Создайте своё пространство. Ждёте приглашения? Оно появится прямо здесь.
home-choose =
    Здравствуйте, { $person }!
    Сейчас ни одно пространство не открыто. Выберите своё или создайте новое.
home-invited = Здравствуйте, { $person }! Вас { $count ->
        [one] ждёт { $count } приглашение
        [few] ждут { $count } приглашения
       *[many] ждут { $count } приглашений
    }.
home-invitation = • [b]{ $workspace }[/b], приглашает { $actor }
home-group-unbound = У этой группы ещё нет рабочего пространства. Привязать его может тот, кто его настраивает.
home-group-stranger = Эта группа принадлежит пространству, в котором вы не состоите.
button-open-invitation = ✉️ { $workspace }

button-command-audit = 📜 Журнал
button-command-bind = 🔗 Привязать
button-command-help = ❔ Помощь
button-command-invite = ➕ Пригласить
button-command-invites = ✉️ Приглашения
button-command-language = 🌐 Язык
button-command-members = 👥 Участники
button-command-new = ✨ Новое пространство
button-command-rename = ✏️ Переименовать
button-command-roles = 🎭 Роли
button-command-workspace = ⚙️ Пространство
button-command-workspaces = 🗂 Мои пространства

command-menu = Главная: где вы и что вам можно
command-menu-usage = /menu

## Новое пространство

command-new = Создать рабочее пространство
command-new-usage = /new Ромашка компания
new-name = Как назвать пространство? Пришлите название.
new-scheme = Какие роли будут в пространстве [b]{ $workspace }[/b]?
new-done =
    ✨ Пространство [b]{ $workspace }[/b] готово. Схема: { $scheme }, ваша роль: { $role }.

    Теперь оно активно. Пригласим кого-нибудь?

## Конец диалога

command-cancel = Закончить то, о чём я спрашиваю
command-cancel-usage = /cancel
cancelled = Хорошо, ничего не сделано.
nothing-to-cancel = Отменять нечего.
