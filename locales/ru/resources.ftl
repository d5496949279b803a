### Проекты, боты и каналы; роли на них; публикация; скрытые столбцы.

command-bots = Боты, к которым у вас есть доступ
command-bots-usage = { $by ->
    [any] /bots new Магазин в Основной
   *[words] боты новый Магазин в Основной
}
command-projects = Проекты: папки для ботов
command-projects-usage = { $by ->
    [any] /projects new Основной
   *[words] проекты новый Основной
}
command-channels = Каналы: связь ботов с мессенджерами
command-channels-usage = { $by ->
    [any] /channels new Магазин telegram
   *[words] каналы новый Магазин telegram
}
command-grant = Выдать роли на отдельных ботов; со словом «снять» — снять
command-grant-usage = { $by ->
    [contact] доступ Борис { $role } на Магазин, Помощь на 3 дня
    [name] доступ @boris { $role } на Магазин, Помощь на 3 дня
   *[any] /grant @boris { $role } на Магазин, Помощь на 3 дня
}
command-publish = Опубликовать бота: тестовая версия станет рабочей
command-publish-usage = { $by ->
    [any] /publish Магазин
   *[words] опубликовать Магазин
}
command-mask = Скрыть столбцы базы; со словом «снять» — показать
command-mask-usage = { $by ->
    [any] /mask users phone email
   *[words] скрыть users phone email
}

button-command-bots = 🤖 Боты

## Кнопки

button-first-page = « В начало
button-new-project = ➕ Новый проект
button-new-bot = ➕ Новый бот
button-new-channel = ➕ Подключить
button-all-projects = 📁 Проекты
button-all-bots = 🤖 Боты
button-all-channels = 📡 Каналы
button-bots-of = 🤖 Боты проекта
button-channels-of = 📡 Каналы бота
button-rename-resource = ✏️ Переименовать
button-move = ↪️ Перенести
button-outside = Вне проектов
button-delete = 🗑 Удалить
button-delete-yes = Да, удалить
button-delete-no = Нет, оставить
button-publish = 🚀 Опубликовать
button-approve = ✅ Согласовать
button-refuse = Отклонить
button-access = 👥 Доступ
button-add-access = ➕ Дать доступ
button-add-bots = ➕ Добавить ботов
button-member-grants = 🤖 Доступ к ботам
button-take-both = Снять все
button-take-none = Нет, оставить
button-unmask = 👁 Показать { $column }
button-resources-chosen = Дальше ({ $count })
button-resources-none = Пока без ботов
resource-button-project = 📁 { $name }
resource-button-bot = 🤖 { $name }
resource-button-channel = 📡 { $name }
resource-ticked = ✅ { $name }
resource-unticked = ▫️ { $name }

## Списки

resources-of-project = 📁 Проекты в пространстве [b]{ $workspace }[/b]
resources-of-bot = 🤖 Боты, к которым у вас есть доступ в пространстве [b]{ $workspace }[/b]
resources-of-channel = 📡 Каналы в пространстве [b]{ $workspace }[/b]
resources-none-project = 📁 Здесь нет проектов, которые вам видны.
resources-first-project = 📁 В пространстве [b]{ $workspace }[/b] ещё нет проектов. Проекты объединяют ботов. Создайте первый.
resources-none-bot = 🤖 Пока у вас нет доступа ни к одному боту. Попросите того, кто управляет доступом.
resources-first-bot = 🤖 В пространстве [b]{ $workspace }[/b] ещё нет ботов. Создайте первого.
resources-none-channel = 📡 Каналов пока нет. Подключить бота можно на его карточке.
resources-line-project =
    { $count ->
        [one] • [b]{ $name }[/b]: { $count } бот
        [few] • [b]{ $name }[/b]: { $count } бота
       *[many] • [b]{ $name }[/b]: { $count } ботов
    }
resources-line-bot = • [b]{ $name }[/b]
resources-line-bot-in = • [b]{ $name }[/b], проект { $project }
resources-line-roles = вы: { $roles }
resources-line-channel = • [b]{ $name }[/b], бот { $bot }, токен …{ $tail }
resources-which = Подходит несколько. Что вы имеете в виду?
resources-which-more = Подходит несколько. Если нужного нет, напишите название полнее.

## Карточки

resource-card-project = 📁 [b]{ $name }[/b]
resource-card-bot = 🤖 [b]{ $name }[/b]
resource-card-channel = 📡 [b]{ $name }[/b]
resource-card-bots = Ботов: { $count }
resource-card-channels = Каналов: { $count }
resource-card-in = Проект: { $project }
resource-card-of-bot = Бот: { $bot }
resource-card-roles = Ваши роли здесь: { $roles }
bot-staging = Тестовая версия: { $version }
bot-production = в работе версия { $version }
bot-published = Рабочая версия: { $version }, с { $at }
bot-unpublished = ещё не опубликован
channel-connection = { $messenger }, токен …{ $tail }

## Создать, переименовать, перенести, удалить

resource-name-project = Как назвать новый проект?
resource-name-bot = Как назвать нового бота?
resource-name-without = Проекта [b]{ $project }[/b] здесь нет. Если это часть имени бота, пришлите имя целиком. Ваши проекты: /projects
resource-rename = Как теперь назвать [b]{ $name }[/b]?
resource-move-bot = В какой проект перенести [b]{ $name }[/b]? Роль на проекте действует на всех его ботах.
resource-move-channel = Какому боту отдать канал [b]{ $name }[/b]?
resource-created-project = ✨ Проект [b]{ $name }[/b] создан.
resource-created-bot = ✨ Бот [b]{ $name }[/b] создан. Первая версия — тестовая.
resource-renamed = ✅ Новое название: [b]{ $to }[/b] (было { $from }).
resource-moved = ✅ Перенесено: [b]{ $name }[/b] → { $to }.
resource-moved-out = ✅ [b]{ $name }[/b] теперь вне проектов.
resource-delete-project = Удалить проект [b]{ $name }[/b]? Роли на нём закончатся.
resource-delete-bot =
    { $count ->
        [0] Удалить бота [b]{ $name }[/b]? Все роли на нём закончатся.
        [one] Удалить бота [b]{ $name }[/b]? Вместе с ним пропадут { $count } канал и все роли на нём.
        [few] Удалить бота [b]{ $name }[/b]? Вместе с ним пропадут { $count } канала и все роли на нём.
       *[many] Удалить бота [b]{ $name }[/b]? Вместе с ним пропадут { $count } каналов и все роли на нём.
    }

    Отменить это нельзя.
resource-delete-channel = Удалить канал [b]{ $name }[/b]? Его токен тоже удалится.
resource-deleted-project = 🗑 Проект [b]{ $name }[/b] удалён.
resource-deleted-bot = 🗑 Бот [b]{ $name }[/b] удалён.
resource-deleted-channel = 🗑 Канал [b]{ $name }[/b] удалён.
channel-messenger = К какому мессенджеру подключить бота [b]{ $bot }[/b]?
channel-which-bot = 📡 Какого бота подключить? Нажмите на него или напишите целиком: [b]/channels new Магазин telegram[/b]
channel-no-bot = 📡 Здесь нет бота, которого вы можете подключить. Создать бота: [b]/bots[/b].
channel-token =
    Пришлите токен { $messenger } для бота [b]{ $bot }[/b]. После него можно написать название канала.

    Я храню токен зашифрованным и показываю только последние четыре знака. Потом удалите своё сообщение: сам я этого не могу.
channel-created =
    📡 Бот [b]{ $bot }[/b] подключён.

    ⚠️ Ваше сообщение с токеном всё ещё в этом чате. Удалите его сейчас, пожалуйста.

## Роли на ботах

grant-who =
    { $by ->
        [contact] Чей доступ изменить? Нажмите на имя, напишите его часть или телефон.
        [name] Чей доступ изменить? Нажмите на имя, напишите его часть или @имя.
       *[any] Чей доступ изменить? Нажмите на имя, напишите его часть или @имя.
    }
grant-bots = На каких ботах? Отметьте или напишите названия ботов или проектов.
grant-no-bots = Ботов пока нет. Сначала создайте бота: [b]/bots[/b].
grant-roles =
    Какие роли выдать на [b]{ $resources }[/b]? Участник: [b]{ $name }[/b]. Отметьте и нажмите «Сохранить».

    Только на время? Напишите: на 3 дня, до 31.12.2030.
grant-difference = 👤 [b]{ $name }[/b]
grant-line = • [b]{ $resource }[/b]: { $before } → [b]{ $after }[/b]
grant-now = • [b]{ $resource }[/b]: { $roles }
grant-done = ✅ Готово. Участник [b]{ $name }[/b]: уведомление отправлено.
grant-done-untold = ✅ Готово. Я не могу написать участнику [b]{ $name }[/b], сообщите сами, пожалуйста.
grant-take-both =
    Роль [b]{ $dependents }[/b] не работает без роли [b]{ $taken }[/b].

    Снять все эти роли на { $resources }? Участник: [b]{ $name }[/b]
grants-of = 🤖 Участник [b]{ $name }[/b]: доступ к ботам
grants-none = Участник [b]{ $name }[/b]: ролей на отдельных ботах нет.
access-of = 👥 У кого есть роли на [b]{ $resource }[/b]:
access-none = На [b]{ $resource }[/b] ролей ни у кого нет.
access-line = • [b]{ $name }[/b]: { $roles }
notice-grants-changed = 🤖 [b]{ $actor }[/b] меняет ваш доступ в пространстве [b]{ $workspace }[/b]. Теперь у вас:
notice-grants-ended = ⌛ Срок вашего доступа в пространстве [b]{ $workspace }[/b] истёк. { $resources }: { $roles }.

## Приглашение к ботам

invite-resources = К каким ботам? Отметьте или напишите названия.
invite-resources-none = Ботов пока нет. Сначала создайте бота: [b]/bots[/b].
invite-preview-resources = Где: [b]{ $resources }[/b]
invitation-card-resources = Где: [b]{ $resources }[/b]
refusal-invitation-resources-gone = Ботов из этого приглашения в пространство «{ $workspace }» больше нет. Попросите новое: { $inviter }.

## Публикация

publish-which = Какого бота опубликовать? Нажмите на него или напишите название.
publish-no-bot = Здесь нет бота, которого вы можете опубликовать.
publish-done = 🚀 [b]{ $bot }[/b]: версия { $version } теперь рабочая.
publish-asked =
    📨 [b]{ $bot }[/b], версия { $version }: нужно согласование. Я спросил: { $names }.

    Ответить можно до { $expires }. Я сообщу.
publish-yours =
    📨 [b]{ $bot }[/b], версия { $version }: нужно согласование, и вы можете его дать.

    Ответить можно до { $expires }.
publish-asked-and-yours =
    📨 [b]{ $bot }[/b], версия { $version }: нужно согласование. Вы можете его дать, и ещё я спросил: { $names }.

    Ответить можно до { $expires }.
approval-card =
    🚀 [b]{ $actor }[/b] просит опубликовать бота [b]{ $bot }[/b], версия { $version }, в пространстве [b]{ $workspace }[/b].

    Ответить можно до { $expires }.
approval-approved = ✅ Вы согласовали: [b]{ $bot }[/b], версия { $version }, теперь рабочая.
approval-refused = ⛔ Вы отклонили: [b]{ $bot }[/b], версия { $version }.
approval-closed-approved = ✅ Уже согласовано ({ $name }): [b]{ $bot }[/b], версия { $version }.
approval-closed-refused = ⛔ Уже отклонено ({ $name }): [b]{ $bot }[/b], версия { $version }.
approval-closed-expired = ⌛ Вовремя никто не ответил: [b]{ $bot }[/b], версия { $version }. Попросить снова: /publish.
notice-approval-approved = ✅ Публикация согласована ([b]{ $actor }[/b]): [b]{ $bot }[/b], версия { $version }, теперь рабочая в пространстве [b]{ $workspace }[/b].
notice-approval-refused = ⛔ Публикация отклонена ([b]{ $actor }[/b]): [b]{ $bot }[/b], версия { $version }, в пространстве [b]{ $workspace }[/b].
notice-approval-expired = ⌛ Вовремя никто не ответил: [b]{ $bot }[/b], версия { $version }, в пространстве [b]{ $workspace }[/b]. Попросить снова: [b]/publish[/b].

## Скрытые столбцы

mask-list = 🙈 Столбцы, скрытые от тех, кому нельзя их видеть:
mask-none = 🙈 Скрытых столбцов нет.
mask-line = • [b]{ $table }[/b]: { $columns }
mask-how = Чтобы скрыть столбцы, пришлите таблицу и их названия: [c]users phone email[/c]. Чтобы показать снова: [c]снять users phone[/c].
mask-done = ✅ Скрыто в таблице [b]{ $table }[/b]: { $columns }.
mask-taken = ✅ Снова видно в таблице [b]{ $table }[/b]: { $columns }.

## Журнал

audit-filter-bot = Боты
audit-project-created = { $actor }: создан проект «{ $name }»
audit-project-renamed = { $actor }: проект переименован, «{ $from }» → «{ $to }»
audit-project-deleted = { $actor }: удалён проект «{ $name }»
audit-bot-created = { $actor }: создан бот «{ $name }»
audit-bot-renamed = { $actor }: бот переименован, «{ $from }» → «{ $to }»
audit-bot-moved = { $actor }: бот «{ $name }» перенесён, { $from } → { $to }
audit-bot-deleted = { $actor }: удалён бот «{ $name }»
audit-bot-published = { $actor }: опубликован бот «{ $name }», версия { $version }
audit-channel-created = { $actor }: подключён канал «{ $name }», токен …{ $tail }
audit-channel-renamed = { $actor }: канал переименован, «{ $from }» → «{ $to }»
audit-channel-moved = { $actor }: канал «{ $name }» перенесён, { $from } → { $to }
audit-channel-deleted = { $actor }: удалён канал «{ $name }»
audit-approval-requested = { $actor }: запрос на публикацию «{ $name }», версия { $version }
audit-approval-approved = { $actor } → { $subject }: публикация согласована, «{ $name }»
audit-approval-refused = { $actor } → { $subject }: публикация отклонена, «{ $name }»
audit-approval-expired = { $subject }: запрос на публикацию остался без ответа, «{ $name }»
audit-grants-changed = { $actor } → { $subject }: доступ к «{ $name }», выдано: { $added }, снято: { $removed }
audit-columns-masked = { $actor }: скрыты столбцы «{ $name }»: { $columns }
audit-columns-unmasked = { $actor }: снова видны столбцы «{ $name }»: { $columns }

## Отказы

refusal-resource-not-found = У вас здесь нет ничего с названием «{ $name }». Посмотрите { $by ->
        [any] /bots и /projects.
       *[words] списки: «боты» и «проекты».
    }
refusal-resource-several = Под «{ $name }» подходит несколько. Напишите название целиком.
refusal-resource-name-taken = Название «{ $name }» занято. Выберите другое.
refusal-project-not-empty =
    { $count ->
        [one] В проекте «{ $name }» ещё есть { $count } бот. Сначала перенесите или удалите его.
        [few] В проекте «{ $name }» ещё есть { $count } бота. Сначала перенесите или удалите их.
       *[many] В проекте «{ $name }» ещё есть { $count } ботов. Сначала перенесите или удалите их.
    }
refusal-channel-token = Это не похоже на токен этого мессенджера. Проверьте и пришлите снова. Если это был настоящий токен, удалите сообщение.
refusal-grant-requires = На «{ $resource }» этой роли нужна ещё и роль «{ $role }». Выдайте обе на один срок.
refusal-grant-required = На «{ $resource }» роль, которую вы снимаете, нужна роли «{ $role }». Снимите обе или оставьте обе.
refusal-move-gives = Люди с ролью «{ $role }» в том проекте получили бы её и на боте. Выдать её вы не можете.
refusal-too-many-resources = Сразу { $count } — слишком много. Выбирайте не больше { $most } за раз.
refusal-nobody-approves = Согласовать «{ $name }» пока некому. Попросите того, кто управляет доступом, назначить согласующего.
refusal-approval-pending = Запрос на согласование «{ $name }» уже отправлен. Дождитесь ответа.
refusal-approval-over = Этот запрос уже закрыт. Попросить снова: { $by ->
        [any] /publish
       *[words] напишите «опубликовать»
    }
refusal-column-name = «{ $name }» не может быть названием таблицы или столбца.
refusal-too-many-columns = Слишком много столбцов: предел — { $most }.
