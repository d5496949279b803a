### Проекты, боты и каналы; роли на них; публикация; скрытые столбцы.

command-bots = Боты, к которым у вас есть доступ
command-bots-usage = /bots new Магазин в Основной
command-projects = Проекты, в которых собраны боты
command-projects-usage = /projects new Основной
command-channels = Чем боты связаны с мессенджерами
command-channels-usage = /channels new Магазин telegram
command-grant = Дать роли на отдельных ботах; со словом «снять» — забрать
command-grant-usage = /grant { $by ->
    [contact] Борис
   *[any] @boris
} { $role } на Магазин, Помощь на 3 дня
command-publish = Опубликовать бота: из тестовой версии в рабочую
command-publish-usage = /publish Магазин
command-mask = Скрыть столбцы базы; со словом «снять» — открыть
command-mask-usage = /mask users phone email

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
button-rename-thing = ✏️ Переименовать
button-move = ↪️ Перенести
button-outside = Вне проектов
button-delete = 🗑 Удалить
button-delete-yes = Да, удалить
button-delete-no = Нет, оставить
button-publish = 🚀 Опубликовать
button-approve = ✅ Согласовать
button-refuse = Отказать
button-access = 👥 Доступ
button-add-access = ➕ Дать доступ
button-add-bots = ➕ Добавить ботов
button-member-grants = 🤖 Доступ к ботам
button-take-both = Забрать все
button-take-none = Нет, оставить
button-unmask = 👁 Открыть { $column }
button-things-chosen = Дальше ({ $count })
button-things-none = Пока без ботов
thing-button-project = 📁 { $name }
thing-button-bot = 🤖 { $name }
thing-button-channel = 📡 { $name }
thing-ticked = ✅ { $name }
thing-unticked = ▫️ { $name }

## Списки

things-of-project = 📁 Проекты в [b]{ $workspace }[/b]
things-of-bot = 🤖 Боты в [b]{ $workspace }[/b], к которым у вас есть доступ
things-of-channel = 📡 Каналы в [b]{ $workspace }[/b]
things-none-project = 📁 Проектов, которые вам видны, здесь нет.
things-first-project = 📁 В пространстве [b]{ $workspace }[/b] ещё нет проектов. Проекты объединяют ботов; создайте первый.
things-none-bot = 🤖 Пока у вас нет доступа ни к одному боту. Его может дать тот, кто управляет доступом.
things-first-bot = 🤖 В пространстве [b]{ $workspace }[/b] ещё нет ботов. Создайте первого.
things-none-channel = 📡 Каналов пока нет. Бот подключается к мессенджеру на своей карточке.
things-line-project =
    { $count ->
        [one] • [b]{ $name }[/b]: { $count } бот
        [few] • [b]{ $name }[/b]: { $count } бота
       *[many] • [b]{ $name }[/b]: { $count } ботов
    }
things-line-bot = • [b]{ $name }[/b]
things-line-bot-in = • [b]{ $name }[/b], проект { $project }
things-line-roles = вы: { $roles }
things-line-channel = • [b]{ $name }[/b], бот { $bot }, токен …{ $tail }
things-which = Подходит несколько. Что вы имеете в виду?
things-which-more = Подходит несколько. Если нужного нет, напишите название полнее.

## Карточки

thing-card-project = 📁 [b]{ $name }[/b]
thing-card-bot = 🤖 [b]{ $name }[/b]
thing-card-channel = 📡 [b]{ $name }[/b]
thing-card-bots = Ботов: { $count }
thing-card-channels = Каналов: { $count }
thing-card-in = Проект: { $project }
thing-card-of-bot = Бот: { $bot }
thing-card-roles = Ваши роли здесь: { $roles }
bot-staging = Тестовая версия: { $version }
bot-production = в работе версия { $version }
bot-published = Рабочая версия: { $version }, с { $at }
bot-unpublished = ещё не опубликован
channel-connection = { $messenger }, токен …{ $tail }

## Создать, переименовать, перенести, удалить

thing-name-project = Как назвать новый проект?
thing-name-bot = Как назвать нового бота?
thing-name-without = Проекта [b]{ $project }[/b] здесь нет. Если это часть имени бота, пришлите имя целиком; если нет, смотрите /projects.
thing-rename = Как теперь назвать [b]{ $name }[/b]?
thing-move-bot = В какой проект перенести [b]{ $name }[/b]? Роль на проекте действует на каждом его боте.
thing-move-channel = Какому боту отдать [b]{ $name }[/b]?
thing-created-project = ✨ Проект [b]{ $name }[/b] создан.
thing-created-bot = ✨ Бот [b]{ $name }[/b] создан. Его первая версия — тестовая.
thing-renamed = ✅ Теперь вместо { $from } название такое: [b]{ $to }[/b].
thing-moved = ✅ Перенос выполнен: [b]{ $name }[/b] теперь в { $to }.
thing-moved-out = ✅ [b]{ $name }[/b] теперь вне проектов.
thing-delete-project = Удалить проект [b]{ $name }[/b]? Роли на нём закончатся.
thing-delete-bot =
    { $count ->
        [0] Удалить бота [b]{ $name }[/b]? Все роли на нём закончатся.
        [one] Удалить бота [b]{ $name }[/b]? Вместе с ним исчезнет { $count } канал, и все роли на нём закончатся.
        [few] Удалить бота [b]{ $name }[/b]? Вместе с ним исчезнут { $count } канала, и все роли на нём закончатся.
       *[many] Удалить бота [b]{ $name }[/b]? Вместе с ним исчезнут { $count } каналов, и все роли на нём закончатся.
    }

    Вернуть его будет нельзя.
thing-delete-channel = Удалить канал [b]{ $name }[/b]? Его токен будет забыт.
thing-deleted-project = 🗑 Проект [b]{ $name }[/b] удалён.
thing-deleted-bot = 🗑 Бот [b]{ $name }[/b] удалён.
thing-deleted-channel = 🗑 Канал [b]{ $name }[/b] удалён.
channel-messenger = К какому мессенджеру подключить [b]{ $bot }[/b]?
channel-which-bot = 📡 Какого бота подключить? Нажмите или напишите целиком: [b]/channels new Магазин telegram[/b]
channel-no-bot = 📡 Здесь нет бота, которого вы могли бы подключить. Бота создают в [b]/bots[/b].
channel-token =
    Пришлите токен { $messenger } для бота [b]{ $bot }[/b]. После него можно написать название канала.

    Я храню его зашифрованным и показываю только последние четыре знака. Потом удалите своё сообщение: сам я этого не могу.
channel-created =
    📡 Бот [b]{ $bot }[/b] подключён.

    ⚠️ Ваше сообщение с токеном всё ещё в этом чате. Удалите его сейчас, пожалуйста.

## Роли на ботах

grant-who =
    { $by ->
        [contact] Чей доступ изменить? Нажмите на имя или напишите его часть или телефон.
        [name] Чей доступ изменить? Нажмите на имя или напишите его часть или @имя.
       *[any] Чей доступ изменить? Нажмите на имя или напишите его часть или @имя.
    }
grant-bots = На каких ботах? Отметьте или напишите названия; можно писать и проекты.
grant-no-bots = Ботов пока нет. Сначала создайте: [b]/bots[/b].
grant-roles =
    Какие роли дать: [b]{ $name }[/b], на [b]{ $things }[/b]? Отметьте и нажмите «Сохранить».

    Только на время? Напишите: на 3 дня, до 31.12.2030.
grant-difference = 👤 [b]{ $name }[/b]
grant-line = • [b]{ $thing }[/b]: { $before } → [b]{ $after }[/b]
grant-now = • [b]{ $thing }[/b]: { $roles }
grant-done = ✅ Готово: [b]{ $name }[/b]. Сообщение отправлено.
grant-done-untold = ✅ Готово: [b]{ $name }[/b]. Написать не получится, сообщите, пожалуйста, сами.
grant-take-both =
    Роль [b]{ $dependents }[/b] не бывает без роли [b]{ $taken }[/b].

    Забрать всё это: [b]{ $name }[/b], { $things }?
grants-of = 🤖 Доступ к ботам: [b]{ $name }[/b]
grants-none = Ролей на отдельных ботах нет: [b]{ $name }[/b].
access-of = 👥 У кого есть роли на [b]{ $thing }[/b]:
access-none = Ролей именно на [b]{ $thing }[/b] ни у кого нет.
access-line = • [b]{ $name }[/b]: { $roles }
notice-grants-changed = 🤖 Ваш доступ в [b]{ $workspace }[/b] изменился. Кто изменил: [b]{ $actor }[/b]. Теперь у вас:
notice-grants-ended = ⌛ Срок вашего доступа в [b]{ $workspace }[/b] вышел. { $things }: { $roles }.

## Приглашение к ботам

invite-things = К каким ботам? Отметьте или напишите названия.
invite-things-none = Ботов пока нет. Сначала создайте: [b]/bots[/b].
invite-preview-things = Где: [b]{ $things }[/b]
invitation-card-things = Где: [b]{ $things }[/b]
refusal-invitation-things-gone = Того, к чему вело это приглашение в { $workspace }, больше нет. Попросите новое: { $inviter }.

## Публикация

publish-which = Какого бота опубликовать? Нажмите или напишите название.
publish-no-bot = Нет бота, которого вы могли бы опубликовать.
publish-done = 🚀 [b]{ $bot }[/b]: версия { $version } теперь рабочая.
publish-asked =
    📨 [b]{ $bot }[/b], версия { $version }: нужно согласование. Запрос получили: { $names }.

    Ответить можно до { $expires }. Я сообщу.
publish-yours =
    📨 [b]{ $bot }[/b], версия { $version }: нужно согласование, и дать его можете вы.

    Ответить можно до { $expires }.
publish-asked-and-yours =
    📨 [b]{ $bot }[/b], версия { $version }: нужно согласование. Его можете дать вы; запрос получили и: { $names }.

    Ответить можно до { $expires }.
approval-card =
    🚀 [b]{ $actor }[/b] просит опубликовать [b]{ $bot }[/b], версия { $version }, в [b]{ $workspace }[/b].

    Ответить можно до { $expires }.
approval-approved = ✅ Согласовано: [b]{ $bot }[/b], версия { $version }, теперь рабочая.
approval-refused = Вы отказали в публикации: [b]{ $bot }[/b], версия { $version }.
approval-closed-approved = ✅ Уже согласовано ({ $name }): [b]{ $bot }[/b], версия { $version }.
approval-closed-refused = Уже отказано ({ $name }): [b]{ $bot }[/b], версия { $version }.
approval-closed-expired = ⌛ Вовремя никто не ответил: [b]{ $bot }[/b], версия { $version }. Попросить снова: /publish.
notice-approval-approved = ✅ Согласовано, кем: [b]{ $actor }[/b]. [b]{ $bot }[/b], версия { $version }, теперь рабочая в [b]{ $workspace }[/b].
notice-approval-refused = В публикации отказано, кем: [b]{ $actor }[/b]. [b]{ $bot }[/b], версия { $version }, в [b]{ $workspace }[/b].
notice-approval-expired = ⌛ Никто вовремя не ответил о публикации: [b]{ $bot }[/b], версия { $version }, в [b]{ $workspace }[/b]. Попросить снова: [b]/publish[/b].

## Скрытые столбцы

mask-list = 🙈 Столбцы, скрытые от всех, кому нельзя их видеть:
mask-none = 🙈 Скрытых столбцов нет.
mask-line = • [b]{ $table }[/b]: { $columns }
mask-how = Чтобы скрыть столбцы, пришлите таблицу и их названия: [c]users phone email[/c]. Чтобы показать снова: [c]снять users phone[/c].
mask-done = ✅ Скрыто в [b]{ $table }[/b]: { $columns }.
mask-taken = ✅ Снова видно в [b]{ $table }[/b]: { $columns }.

## Журнал

audit-filter-bot = Боты
audit-project-created = { $actor }: создан проект { $name }.
audit-project-renamed = { $actor }: проект { $from } переименован в { $to }.
audit-project-deleted = { $actor }: удалён проект { $name }.
audit-bot-created = { $actor }: создан бот { $name }.
audit-bot-renamed = { $actor }: бот { $from } переименован в { $to }.
audit-bot-moved = { $actor }: бот { $name } перенесён из { $from } в { $to }.
audit-bot-deleted = { $actor }: удалён бот { $name }.
audit-bot-published = { $actor }: опубликован { $name }, версия { $version }.
audit-channel-created = { $actor }: подключён канал { $name }, токен …{ $tail }.
audit-channel-renamed = { $actor }: канал { $from } переименован в { $to }.
audit-channel-moved = { $actor }: канал { $name } перенесён из { $from } в { $to }.
audit-channel-deleted = { $actor }: удалён канал { $name }.
audit-approval-requested = { $actor }: просьба опубликовать { $name }, версия { $version }.
audit-approval-approved = { $actor }: согласована просьба ({ $subject }): { $name }.
audit-approval-refused = { $actor }: отказано в просьбе ({ $subject }): { $name }.
audit-approval-expired = Просьба осталась без ответа ({ $subject }): { $name }.
audit-grants-changed = { $actor }: изменён доступ ({ $subject }) к { $name }. Дано: { $added }. Забрано: { $removed }.
audit-columns-masked = { $actor }: скрыты столбцы { $name }: { $columns }.
audit-columns-unmasked = { $actor }: снова открыты столбцы { $name }: { $columns }.

## Отказы

refusal-thing-not-found = У вас здесь нет ничего с названием «{ $name }». Смотрите /bots и /projects.
refusal-thing-several = Под «{ $name }» подходит несколько. Напишите, пожалуйста, полное название.
refusal-thing-name-taken = Название «{ $name }» занято. Выберите, пожалуйста, другое.
refusal-project-not-empty =
    { $count ->
        [one] В проекте { $name } есть { $count } бот. Сначала перенесите или удалите его.
        [few] В проекте { $name } есть { $count } бота. Сначала перенесите или удалите их.
       *[many] В проекте { $name } есть { $count } ботов. Сначала перенесите или удалите их.
    }
refusal-channel-token = Это не похоже на токен этого мессенджера. Проверьте и пришлите снова. Если в сообщении был настоящий токен, удалите сообщение.
refusal-grant-requires = Этой роли на { $thing } нужна там ещё одна: { $role }. Дайте их вместе и на тот же срок.
refusal-grant-required = На { $thing } роль, которую вы забираете, нужна другой: { $role }. Заберите обе или ни одной.
refusal-move-gives = У кого в том проекте роль { $role }, получил бы её и на боте, а выдать такую роль вы не можете.
refusal-too-many-things = Сразу { $count } — это много, предел { $most }. Давайте частями.
refusal-nobody-approves = Согласовать { $name } пока некому. Попросите того, кто даёт доступ, назначить согласующего.
refusal-approval-pending = Согласования по { $name } уже ждут.
refusal-approval-over = Этот вопрос уже закрыт. Попросить снова: /publish.
refusal-column-name = «{ $name }» не может быть названием таблицы или столбца.
refusal-too-many-columns = Это слишком много столбцов: предел { $most }.
