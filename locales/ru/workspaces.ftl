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
button-command-leave = 🚪 Выйти
button-command-members = 👥 Участники
button-command-new = ✨ Новое пространство
button-command-rename = ✏️ Переименовать
button-command-roles = 🎭 Роли
button-command-transfer = 👑 Передать владение
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
dialogue-aside = ✋ Предыдущий вопрос я отложил.
dialogue-waits = Ваш прежний вопрос ещё в силе: ответьте на него или отправьте [b]/cancel[/b].

## Мои пространства

command-workspaces = Ваши пространства и переход между ними
command-workspaces-usage = /workspaces
workspaces = Ваши пространства. Нажмите, чтобы открыть:
workspaces-none = Вы пока не состоите ни в одном пространстве.
workspaces-line = • [b]{ $workspace }[/b] — { $roles }
workspaces-line-active = ✓ [b]{ $workspace }[/b] — { $roles }
workspaces-button = { $workspace }
workspaces-button-active = ✓ { $workspace }
workspaces-switched = Открыто: { $workspace }.
workspaces-group = Эта группа работает с пространством [b]{ $workspace }[/b]. Привязать её к другому — [b]/bind[/b].

## Пространство

command-workspace = Пространство, в котором вы сейчас
command-workspace-usage = /workspace
workspace-card = [b]{ $workspace }[/b]
    Схема: { $scheme }
    Участников: { $members }
    Ваша роль: { $roles }
workspace-card-bare = [b]{ $workspace }[/b]
    Ваша роль: { $roles }. Больше она видеть не позволяет.

command-rename = Переименовать пространство
command-rename-usage = /rename Новое название
rename-ask = Как теперь назвать пространство [b]{ $workspace }[/b]? Ответьте на это сообщение новым названием.
rename-done = Готово: { $from } теперь называется [b]{ $to }[/b].
rename-elsewhere = Сейчас открыто другое пространство, поэтому ничего не переименовано. Если нужно, отправьте /rename ещё раз.

command-bind = Привязать эту группу к пространству
command-bind-usage = /bind
bind-which = С каким пространством будет работать эта группа?
bind-choice = { $workspace }
bind-done = 🔗 Эта группа теперь работает с пространством [b]{ $workspace }[/b].
refusal-nothing-to-bind = Вы не настраиваете ни одного пространства, привязывать нечего. Создайте своё в личном чате: /new.
refusal-group-bound-elsewhere = Эта группа принадлежит пространству, в котором вы не состоите. Передать её может тот, кто его настраивает.

## О себе

command-language = Выбрать язык
command-language-usage = /language русский
language = Я говорю с вами по-русски. Язык можно сменить в любой момент:
language-unknown = На языке «{ $typed }» я пока не говорю, только на этих: { $languages }.

command-me = Что я о вас знаю
command-me-usage = /me
me = [b]{ $person }[/b]
me-language = Язык: русский
me-workspaces = Пространств: { $count }
me-account = { $messenger }: { $name }
me-account-username = { $messenger }: { $name }, @{ $username }
messenger-telegram = Telegram
messenger-vk = ВКонтакте
messenger-viber = Viber

## Помощь

command-help = Все команды, или как написать одну из них
command-help-usage = /help invite
help = Что вам здесь можно:
help-more = Подробнее о команде: /help и её название. Можно и простыми словами: просто напишите, что нужно.
help-unknown = Команды «{ $typed }» нет.
help-usage = Например: [c]{ $usage }[/c]
help-words = Простыми словами: { $words }

## Журнал

command-audit = Журнал: кто, что и с кем сделал
command-audit-usage = /audit @anna
audit = 📜 [b]Журнал[/b], сначала новое:
audit-of = 📜 [b]Журнал[/b], { $person }, сначала новое:
audit-none = Здесь пока ничего нет.
audit-newest = ‹ К новым
audit-older = Раньше ›
audit-all = Всё
audit-filter-membership = Участники
audit-filter-invitation = Приглашения
audit-filter-transfer = Владение
audit-filter-workspace = Пространство
audit-filter-refused = ⛔ Отказы
audit-somebody = неизвестно кто
audit-system = Castellan
audit-time = [i]{ $at }[/i]
audit-workspace-created = { $actor } создаёт пространство { $name }, схема: { $scheme }.
audit-workspace-renamed = { $actor } переименовывает { $from } в { $to }.
audit-group-bound = { $actor } привязывает группу { $title }.
audit-membership-added = { $subject } теперь среди участников. Роль: { $roles }.
audit-membership-roles = { $actor } меняет роли. Участник: { $subject }. Выдано: { $added }. Снято: { $removed }.
audit-membership-ended-left = { $subject } выходит из пространства.
audit-membership-ended-removed = { $actor } закрывает доступ. Участник: { $subject }. Роль до этого: { $roles }.
audit-invitation-created = { $actor } приглашает. Кого: { $subject }. Роль: { $roles }.
audit-invitation-created-link = { $actor } создаёт ссылку-приглашение. Роль: { $roles }.
audit-invitation-accepted = { $subject } принимает приглашение. Роль: { $roles }.
audit-invitation-declined = { $actor } отклоняет приглашение.
audit-invitation-revoked = { $actor } отзывает приглашение. Кому: { $subject }.
audit-invitation-expired = Истекло приглашение. Кому: { $subject }.
audit-invitation-resent = { $actor } ещё раз отправляет приглашение. Кому: { $subject }.
audit-invitation-roles = { $actor } меняет приглашение. Кому: { $subject }. Было: { $from }. Стало: { $to }.
audit-transfer-offered = { $actor } предлагает владение. Кому: { $subject }.
audit-transfer-accepted = { $actor } принимает владение. От кого: { $subject }.
audit-transfer-declined = { $subject } отказывается от владения.
audit-transfer-cancelled = { $actor } отзывает предложение владения. Кому: { $subject }.
audit-transfer-expired = Истекло предложение владения. Кому: { $subject }.
audit-refused = ⛔ Отказано: { $action }. Кто пробовал: { $actor }.
audit-refused-about = ⛔ Отказано: { $action } ({ $subject }). Кто пробовал: { $actor }.
audit-refused-button = ⛔ { $actor } нажимает чужую кнопку.
audit-verified =
    ✅ Журнал цел: { $events ->
        [one] { $events } запись, не изменена
        [few] { $events } записи, ни одна не изменена
       *[many] { $events } записей, ни одна не изменена
    }, ничего не пропало.
    Отпечаток: [c]{ $fingerprint }[/c]. Запишите его: по нему видно, не трогали ли потом старые записи.
audit-broken = ⚠️ Журнал кто-то менял: запись номер { $position } не сходится с печатью. Всё до неё цело.
