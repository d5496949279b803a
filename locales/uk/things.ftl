### Проєкти, боти й канали; ролі на них; публікація; приховані стовпці.

command-bots = Боти, до яких у вас є доступ
command-bots-usage = /bots new Крамниця в Основний
command-projects = Проєкти, у яких зібрано ботів
command-projects-usage = /projects new Основний
command-channels = Чим боти пов’язані з месенджерами
command-channels-usage = /channels new Крамниця telegram
command-grant = Дати ролі на окремих ботах; зі словом «зняти» — забрати
command-grant-usage = /grant { $by ->
    [contact] Борис
   *[any] @boris
} { $role } на Крамниця, Допомога на 3 дні
command-publish = Опублікувати бота: з тестової версії в робочу
command-publish-usage = /publish Крамниця
command-mask = Приховати стовпці бази; зі словом «зняти» — відкрити
command-mask-usage = /mask users phone email

button-command-bots = 🤖 Боти

## Кнопки

button-first-page = « На початок
button-new-project = ➕ Новий проєкт
button-new-bot = ➕ Новий бот
button-new-channel = ➕ Під’єднати
button-all-projects = 📁 Проєкти
button-all-bots = 🤖 Боти
button-all-channels = 📡 Канали
button-bots-of = 🤖 Боти проєкту
button-channels-of = 📡 Канали бота
button-rename-thing = ✏️ Перейменувати
button-move = ↪️ Перемістити
button-outside = Поза проєктами
button-delete = 🗑 Видалити
button-delete-yes = Так, видалити
button-delete-no = Ні, залишити
button-publish = 🚀 Опублікувати
button-approve = ✅ Погодити
button-refuse = Відмовити
button-access = 👥 Доступ
button-add-access = ➕ Дати доступ
button-add-bots = ➕ Додати ботів
button-member-grants = 🤖 Доступ до ботів
button-take-both = Забрати всі
button-take-none = Ні, залишити
button-unmask = 👁 Відкрити { $column }
button-things-chosen = Далі ({ $count })
button-things-none = Поки без ботів
thing-button-project = 📁 { $name }
thing-button-bot = 🤖 { $name }
thing-button-channel = 📡 { $name }
thing-ticked = ✅ { $name }
thing-unticked = ▫️ { $name }

## Списки

things-of-project = 📁 Проєкти в [b]{ $workspace }[/b]
things-of-bot = 🤖 Боти в [b]{ $workspace }[/b], до яких у вас є доступ
things-of-channel = 📡 Канали в [b]{ $workspace }[/b]
things-none-project = 📁 Проєктів, які вам видно, тут немає.
things-first-project = 📁 У просторі [b]{ $workspace }[/b] ще немає проєктів. Проєкти об’єднують ботів; створіть перший.
things-none-bot = 🤖 Поки у вас немає доступу до жодного бота. Його може дати той, хто керує доступом.
things-first-bot = 🤖 У просторі [b]{ $workspace }[/b] ще немає ботів. Створіть першого.
things-none-channel = 📡 Каналів поки немає. Бот під’єднується до месенджера на своїй картці.
things-line-project =
    { $count ->
        [one] • [b]{ $name }[/b]: { $count } бот
        [few] • [b]{ $name }[/b]: { $count } боти
       *[many] • [b]{ $name }[/b]: { $count } ботів
    }
things-line-bot = • [b]{ $name }[/b]
things-line-bot-in = • [b]{ $name }[/b], проєкт { $project }
things-line-roles = ви: { $roles }
things-line-channel = • [b]{ $name }[/b], бот { $bot }, токен …{ $tail }
things-which = Підходить кілька. Що ви маєте на увазі?
things-which-more = Підходить кілька. Якщо потрібного немає, напишіть назву повніше.

## Картки

thing-card-project = 📁 [b]{ $name }[/b]
thing-card-bot = 🤖 [b]{ $name }[/b]
thing-card-channel = 📡 [b]{ $name }[/b]
thing-card-bots = Ботів: { $count }
thing-card-channels = Каналів: { $count }
thing-card-in = Проєкт: { $project }
thing-card-of-bot = Бот: { $bot }
thing-card-roles = Ваші ролі тут: { $roles }
bot-staging = Тестова версія: { $version }
bot-production = у роботі версія { $version }
bot-published = Робоча версія: { $version }, з { $at }
bot-unpublished = ще не опублікований
channel-connection = { $messenger }, токен …{ $tail }

## Створити, перейменувати, перемістити, видалити

thing-name-project = Як назвати новий проєкт?
thing-name-bot = Як назвати нового бота?
thing-name-without = Проєкту [b]{ $project }[/b] тут немає. Якщо це частина імені бота, надішліть ім’я цілком; якщо ні, дивіться /projects.
thing-rename = Як тепер назвати [b]{ $name }[/b]?
thing-move-bot = До якого проєкту перемістити [b]{ $name }[/b]? Роль на проєкті діє на кожному його боті.
thing-move-channel = Якому боту віддати [b]{ $name }[/b]?
thing-created-project = ✨ Проєкт [b]{ $name }[/b] створено.
thing-created-bot = ✨ Бота [b]{ $name }[/b] створено. Його перша версія — тестова.
thing-renamed = ✅ Тепер замість { $from } назва така: [b]{ $to }[/b].
thing-moved = ✅ Переміщено: [b]{ $name }[/b] тепер у { $to }.
thing-moved-out = ✅ [b]{ $name }[/b] тепер поза проєктами.
thing-delete-project = Видалити проєкт [b]{ $name }[/b]? Ролі на ньому закінчаться.
thing-delete-bot =
    { $count ->
        [0] Видалити бота [b]{ $name }[/b]? Усі ролі на ньому закінчаться.
        [one] Видалити бота [b]{ $name }[/b]? Разом із ним зникне { $count } канал, і всі ролі на ньому закінчаться.
        [few] Видалити бота [b]{ $name }[/b]? Разом із ним зникнуть { $count } канали, і всі ролі на ньому закінчаться.
       *[many] Видалити бота [b]{ $name }[/b]? Разом із ним зникнуть { $count } каналів, і всі ролі на ньому закінчаться.
    }

    Повернути його буде неможливо.
thing-delete-channel = Видалити канал [b]{ $name }[/b]? Його токен буде забуто.
thing-deleted-project = 🗑 Проєкт [b]{ $name }[/b] видалено.
thing-deleted-bot = 🗑 Бота [b]{ $name }[/b] видалено.
thing-deleted-channel = 🗑 Канал [b]{ $name }[/b] видалено.
channel-messenger = До якого месенджера під’єднати [b]{ $bot }[/b]?
channel-which-bot = 📡 Якого бота підключити? Натисніть або напишіть цілком: [b]/channels new Крамниця telegram[/b]
channel-no-bot = 📡 Тут немає бота, якого ви могли б підключити. Бота створюють у [b]/bots[/b].
channel-token =
    Надішліть токен { $messenger } для бота [b]{ $bot }[/b]. Після нього можна написати назву каналу.

    Я зберігаю його зашифрованим і показую лише останні чотири знаки. Потім видаліть своє повідомлення: сам я цього не можу.
channel-created =
    📡 Бота [b]{ $bot }[/b] під’єднано.

    ⚠️ Ваше повідомлення з токеном досі в цьому чаті. Видаліть його зараз, будь ласка.

## Ролі на ботах

grant-who =
    { $by ->
        [contact] Чий доступ змінити? Натисніть на ім’я або напишіть його частину чи телефон.
        [name] Чий доступ змінити? Натисніть на ім’я або напишіть його частину чи @ім’я.
       *[any] Чий доступ змінити? Натисніть на ім’я або напишіть його частину чи @ім’я.
    }
grant-bots = На яких ботах? Позначте або напишіть назви; можна писати й проєкти.
grant-no-bots = Ботів поки немає. Спершу створіть: [b]/bots[/b].
grant-roles =
    Які ролі дати: [b]{ $name }[/b], на [b]{ $things }[/b]? Позначте й натисніть «Зберегти».

    Лише на час? Напишіть: на 3 дні, до 31.12.2030.
grant-difference = 👤 [b]{ $name }[/b]
grant-line = • [b]{ $thing }[/b]: { $before } → [b]{ $after }[/b]
grant-now = • [b]{ $thing }[/b]: { $roles }
grant-done = ✅ Готово: [b]{ $name }[/b]. Повідомлення надіслано.
grant-done-untold = ✅ Готово: [b]{ $name }[/b]. Написати не вийде, повідомте, будь ласка, самі.
grant-take-both =
    Роль [b]{ $dependents }[/b] не буває без ролі [b]{ $taken }[/b].

    Забрати все це: [b]{ $name }[/b], { $things }?
grants-of = 🤖 Доступ до ботів: [b]{ $name }[/b]
grants-none = Ролей на окремих ботах немає: [b]{ $name }[/b].
access-of = 👥 Хто має ролі на [b]{ $thing }[/b]:
access-none = Ролей саме на [b]{ $thing }[/b] ніхто не має.
access-line = • [b]{ $name }[/b]: { $roles }
notice-grants-changed = 🤖 Ваш доступ у [b]{ $workspace }[/b] змінився. Хто змінив: [b]{ $actor }[/b]. Тепер у вас:
notice-grants-ended = ⌛ Термін вашого доступу в [b]{ $workspace }[/b] вийшов. { $things }: { $roles }.

## Запрошення до ботів

invite-things = До яких ботів? Позначте або напишіть назви.
invite-things-none = Ботів поки немає. Спершу створіть: [b]/bots[/b].
invite-preview-things = Де: [b]{ $things }[/b]
invitation-card-things = Де: [b]{ $things }[/b]
refusal-invitation-things-gone = Того, до чого вело це запрошення до { $workspace }, більше немає. Попросіть нове: { $inviter }.

## Публікація

publish-which = Якого бота опублікувати? Натисніть або напишіть назву.
publish-no-bot = Немає бота, якого ви могли б опублікувати.
publish-done = 🚀 [b]{ $bot }[/b]: версія { $version } тепер робоча.
publish-asked =
    📨 [b]{ $bot }[/b], версія { $version }: потрібне погодження. Запит отримали: { $names }.

    Відповісти можна до { $expires }. Я повідомлю.
publish-yours =
    📨 [b]{ $bot }[/b], версія { $version }: потрібне погодження, і дати його можете ви.

    Відповісти можна до { $expires }.
publish-asked-and-yours =
    📨 [b]{ $bot }[/b], версія { $version }: потрібне погодження. Його можете дати ви; запит отримали й: { $names }.

    Відповісти можна до { $expires }.
approval-card =
    🚀 [b]{ $actor }[/b] просить опублікувати [b]{ $bot }[/b], версія { $version }, у [b]{ $workspace }[/b].

    Відповісти можна до { $expires }.
approval-approved = ✅ Погоджено: [b]{ $bot }[/b], версія { $version }, тепер робоча.
approval-refused = Ви відмовили в публікації: [b]{ $bot }[/b], версія { $version }.
approval-closed-approved = ✅ Уже погоджено ({ $name }): [b]{ $bot }[/b], версія { $version }.
approval-closed-refused = Уже відмовлено ({ $name }): [b]{ $bot }[/b], версія { $version }.
approval-closed-expired = ⌛ Вчасно ніхто не відповів: [b]{ $bot }[/b], версія { $version }. Попросити знову: /publish.
notice-approval-approved = ✅ Погоджено, ким: [b]{ $actor }[/b]. [b]{ $bot }[/b], версія { $version }, тепер робоча в [b]{ $workspace }[/b].
notice-approval-refused = У публікації відмовлено, ким: [b]{ $actor }[/b]. [b]{ $bot }[/b], версія { $version }, у [b]{ $workspace }[/b].
notice-approval-expired = ⌛ Ніхто вчасно не відповів про публікацію: [b]{ $bot }[/b], версія { $version }, у [b]{ $workspace }[/b]. Попросити знову: [b]/publish[/b].

## Приховані стовпці

mask-list = 🙈 Стовпці, приховані від усіх, кому не можна їх бачити:
mask-none = 🙈 Прихованих стовпців немає.
mask-line = • [b]{ $table }[/b]: { $columns }
mask-how = Щоб приховати стовпці, надішліть таблицю та їхні назви: [c]users phone email[/c]. Щоб показати знову: [c]зняти users phone[/c].
mask-done = ✅ Приховано в [b]{ $table }[/b]: { $columns }.
mask-taken = ✅ Знову видно в [b]{ $table }[/b]: { $columns }.

## Журнал

audit-filter-bot = Боти
audit-project-created = { $actor }: створено проєкт { $name }.
audit-project-renamed = { $actor }: проєкт { $from } перейменовано на { $to }.
audit-project-deleted = { $actor }: видалено проєкт { $name }.
audit-bot-created = { $actor }: створено бота { $name }.
audit-bot-renamed = { $actor }: бота { $from } перейменовано на { $to }.
audit-bot-moved = { $actor }: бота { $name } переміщено з { $from } до { $to }.
audit-bot-deleted = { $actor }: видалено бота { $name }.
audit-bot-published = { $actor }: опубліковано { $name }, версія { $version }.
audit-channel-created = { $actor }: під’єднано канал { $name }, токен …{ $tail }.
audit-channel-renamed = { $actor }: канал { $from } перейменовано на { $to }.
audit-channel-moved = { $actor }: канал { $name } переміщено з { $from } до { $to }.
audit-channel-deleted = { $actor }: видалено канал { $name }.
audit-approval-requested = { $actor }: прохання опублікувати { $name }, версія { $version }.
audit-approval-approved = { $actor }: погоджено прохання ({ $subject }): { $name }.
audit-approval-refused = { $actor }: відмовлено в проханні ({ $subject }): { $name }.
audit-approval-expired = Прохання лишилося без відповіді ({ $subject }): { $name }.
audit-grants-changed = { $actor }: змінено доступ ({ $subject }) до { $name }. Дано: { $added }. Забрано: { $removed }.
audit-columns-masked = { $actor }: приховано стовпці { $name }: { $columns }.
audit-columns-unmasked = { $actor }: знову відкрито стовпці { $name }: { $columns }.

## Відмови

refusal-thing-not-found = У вас тут немає нічого з назвою «{ $name }». Дивіться /bots і /projects.
refusal-thing-several = Під «{ $name }» підходить кілька. Напишіть, будь ласка, повну назву.
refusal-thing-name-taken = Назву «{ $name }» зайнято. Виберіть, будь ласка, іншу.
refusal-project-not-empty =
    { $count ->
        [one] У проєкті { $name } є { $count } бот. Спершу перемістіть або видаліть його.
        [few] У проєкті { $name } є { $count } боти. Спершу перемістіть або видаліть їх.
       *[many] У проєкті { $name } є { $count } ботів. Спершу перемістіть або видаліть їх.
    }
refusal-channel-token = Це не схоже на токен цього месенджера. Перевірте й надішліть знову. Якщо в повідомленні був справжній токен, видаліть повідомлення.
refusal-grant-requires = Цій ролі на { $thing } потрібна там ще одна: { $role }. Дайте їх разом і на той самий термін.
refusal-grant-required = На { $thing } роль, яку ви забираєте, потрібна іншій: { $role }. Заберіть обидві або жодної.
refusal-move-gives = Хто має в тому проєкті роль { $role }, отримав би її й на боті, а надати таку роль ви не можете.
refusal-too-many-things = Одразу { $count } — це багато, межа { $most }. Давайте частинами.
refusal-nobody-approves = Погодити { $name } поки нікому. Попросіть того, хто дає доступ, призначити погоджувача.
refusal-approval-pending = На погодження щодо { $name } уже чекають.
refusal-approval-over = Це питання вже закрите. Попросити знову: /publish.
refusal-column-name = «{ $name }» не може бути назвою таблиці чи стовпця.
refusal-too-many-columns = Це забагато стовпців: межа { $most }.
