### Проєкти, боти й канали; ролі на них; публікація; приховані стовпці.

command-bots = Боти, до яких у вас є доступ
command-bots-usage = { $by ->
    [any] /bots new Крамниця в Основний
   *[words] боти новий Крамниця в Основний
}
command-projects = Проєкти: папки для ботів
command-projects-usage = { $by ->
    [any] /projects new Основний
   *[words] проєкти новий Основний
}
command-channels = Канали: зв’язок ботів із месенджерами
command-channels-usage = { $by ->
    [any] /channels new Крамниця telegram
   *[words] канали новий Крамниця telegram
}
command-grant = Надати ролі на окремих ботах; зі словом «зняти» — зняти
command-grant-usage = { $by ->
    [contact] доступ Борис { $role } на Крамниця, Допомога на 3 дні
    [name] доступ @boris { $role } на Крамниця, Допомога на 3 дні
   *[any] /grant @boris { $role } на Крамниця, Допомога на 3 дні
}
command-publish = Опублікувати бота: тестова версія стане робочою
command-publish-usage = { $by ->
    [any] /publish Крамниця
   *[words] опублікувати Крамниця
}
command-mask = Приховати стовпці бази; зі словом «зняти» — показати
command-mask-usage = { $by ->
    [any] /mask users phone email
   *[words] приховати users phone email
}

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
button-rename-resource = ✏️ Перейменувати
button-move = ↪️ Перемістити
button-outside = Поза проєктами
button-delete = 🗑 Видалити
button-delete-yes = Так, видалити
button-delete-no = Ні, залишити
button-publish = 🚀 Опублікувати
button-approve = ✅ Погодити
button-refuse = Відхилити
button-access = 👥 Доступ
button-add-access = ➕ Надати доступ
button-add-bots = ➕ Додати ботів
button-member-grants = 🤖 Доступ до ботів
button-take-both = Зняти всі
button-take-none = Ні, залишити
button-unmask = 👁 Показати { $column }
button-resources-chosen = Далі ({ $count })
button-resources-none = Поки без ботів
resource-button-project = 📁 { $name }
resource-button-bot = 🤖 { $name }
resource-button-channel = 📡 { $name }
resource-ticked = ✅ { $name }
resource-unticked = ▫️ { $name }

## Списки

resources-of-project = 📁 Проєкти у просторі [b]{ $workspace }[/b]
resources-of-bot = 🤖 Боти, до яких у вас є доступ у просторі [b]{ $workspace }[/b]
resources-of-channel = 📡 Канали у просторі [b]{ $workspace }[/b]
resources-none-project = 📁 Тут немає проєктів, які вам видно.
resources-first-project = 📁 У просторі [b]{ $workspace }[/b] ще немає проєктів. Проєкти об’єднують ботів. Створіть перший.
resources-none-bot = 🤖 Поки у вас немає доступу до жодного бота. Попросіть того, хто керує доступом.
resources-first-bot = 🤖 У просторі [b]{ $workspace }[/b] ще немає ботів. Створіть першого.
resources-none-channel = 📡 Каналів поки немає. Під’єднати бота можна на його картці.
resources-line-project =
    { $count ->
        [one] • [b]{ $name }[/b]: { $count } бот
        [few] • [b]{ $name }[/b]: { $count } боти
       *[many] • [b]{ $name }[/b]: { $count } ботів
    }
resources-line-bot = • [b]{ $name }[/b]
resources-line-bot-in = • [b]{ $name }[/b], проєкт { $project }
resources-line-roles = ви: { $roles }
resources-line-channel = • [b]{ $name }[/b], бот { $bot }, токен …{ $tail }
resources-which = Підходить кілька. Що ви маєте на увазі?
resources-which-more = Підходить кілька. Якщо потрібного немає, напишіть назву повніше.

## Картки

resource-card-project = 📁 [b]{ $name }[/b]
resource-card-bot = 🤖 [b]{ $name }[/b]
resource-card-channel = 📡 [b]{ $name }[/b]
resource-card-bots = Ботів: { $count }
resource-card-channels = Каналів: { $count }
resource-card-in = Проєкт: { $project }
resource-card-of-bot = Бот: { $bot }
resource-card-roles = Ваші ролі тут: { $roles }
bot-staging = Тестова версія: { $version }
bot-production = у роботі версія { $version }
bot-published = Робоча версія: { $version }, з { $at }
bot-unpublished = ще не опубліковано
channel-connection = { $messenger }, токен …{ $tail }

## Створити, перейменувати, перемістити, видалити

resource-name-project = Як назвати новий проєкт?
resource-name-bot = Як назвати нового бота?
resource-name-without = Проєкту [b]{ $project }[/b] тут немає. Якщо це частина імені бота, надішліть ім’я повністю. Ваші проєкти: /projects
resource-rename = Як тепер назвати [b]{ $name }[/b]?
resource-move-bot = До якого проєкту перемістити [b]{ $name }[/b]? Роль на проєкті діє на всіх його ботах.
resource-move-channel = Якому боту віддати канал [b]{ $name }[/b]?
resource-created-project = ✨ Проєкт [b]{ $name }[/b] створено.
resource-created-bot = ✨ Бота [b]{ $name }[/b] створено. Перша версія — тестова.
resource-renamed = ✅ Нова назва: [b]{ $to }[/b] (було { $from }).
resource-moved = ✅ Переміщено: [b]{ $name }[/b] → { $to }.
resource-moved-out = ✅ [b]{ $name }[/b] тепер поза проєктами.
resource-delete-project = Видалити проєкт [b]{ $name }[/b]? Ролі на ньому закінчаться.
resource-delete-bot =
    { $count ->
        [0] Видалити бота [b]{ $name }[/b]? Усі ролі на ньому закінчаться.
        [one] Видалити бота [b]{ $name }[/b]? Разом із ним зникнуть { $count } канал і всі ролі на ньому.
        [few] Видалити бота [b]{ $name }[/b]? Разом із ним зникнуть { $count } канали й усі ролі на ньому.
       *[many] Видалити бота [b]{ $name }[/b]? Разом із ним зникнуть { $count } каналів і всі ролі на ньому.
    }

    Скасувати це неможливо.
resource-delete-channel = Видалити канал [b]{ $name }[/b]? Його токен теж видалиться.
resource-deleted-project = 🗑 Проєкт [b]{ $name }[/b] видалено.
resource-deleted-bot = 🗑 Бота [b]{ $name }[/b] видалено.
resource-deleted-channel = 🗑 Канал [b]{ $name }[/b] видалено.
channel-messenger = До якого месенджера під’єднати бота [b]{ $bot }[/b]?
channel-which-bot = 📡 Якого бота під’єднати? Натисніть на нього або напишіть повністю: [b]/channels new Крамниця telegram[/b]
channel-no-bot = 📡 Тут немає бота, якого ви можете під’єднати. Створити бота: [b]/bots[/b].
channel-token =
    Надішліть токен { $messenger } для бота [b]{ $bot }[/b]. Після нього можна написати назву каналу.

    Я зберігаю токен зашифрованим і показую лише останні чотири знаки. Потім видаліть своє повідомлення: сам я цього не можу.
channel-created =
    📡 Бота [b]{ $bot }[/b] під’єднано.

    ⚠️ Ваше повідомлення з токеном досі в цьому чаті. Видаліть його зараз, будь ласка.

## Ролі на ботах

grant-who =
    { $by ->
        [contact] Чий доступ змінити? Натисніть на ім’я, напишіть його частину або телефон.
        [name] Чий доступ змінити? Натисніть на ім’я, напишіть його частину або @ім’я.
       *[any] Чий доступ змінити? Натисніть на ім’я, напишіть його частину або @ім’я.
    }
grant-bots = На яких ботах? Позначте або напишіть назви ботів чи проєктів.
grant-no-bots = Ботів поки немає. Спершу створіть бота: [b]/bots[/b].
grant-roles =
    Які ролі надати на [b]{ $resources }[/b]? Учасник: [b]{ $name }[/b]. Позначте й натисніть «Зберегти».

    Лише на час? Напишіть: на 3 дні, до 31.12.2030.
grant-difference = 👤 [b]{ $name }[/b]
grant-line = • [b]{ $resource }[/b]: { $before } → [b]{ $after }[/b]
grant-now = • [b]{ $resource }[/b]: { $roles }
grant-done = ✅ Готово. Учасник [b]{ $name }[/b]: сповіщення надіслано.
grant-done-untold = ✅ Готово. Я не можу написати учасникові [b]{ $name }[/b], повідомте самі, будь ласка.
grant-take-both =
    Роль [b]{ $dependents }[/b] не працює без ролі [b]{ $taken }[/b].

    Зняти всі ці ролі на { $resources }? Учасник: [b]{ $name }[/b]
grants-of = 🤖 Учасник [b]{ $name }[/b]: доступ до ботів
grants-none = Учасник [b]{ $name }[/b]: ролей на окремих ботах немає.
access-of = 👥 Хто має ролі на [b]{ $resource }[/b]:
access-none = На [b]{ $resource }[/b] ролей ніхто не має.
access-line = • [b]{ $name }[/b]: { $roles }
notice-grants-changed = 🤖 [b]{ $actor }[/b] змінює ваш доступ у просторі [b]{ $workspace }[/b]. Тепер у вас:
notice-grants-ended = ⌛ Строк вашого доступу у просторі [b]{ $workspace }[/b] минув. { $resources }: { $roles }.

## Запрошення до ботів

invite-resources = До яких ботів? Позначте або напишіть назви.
invite-resources-none = Ботів поки немає. Спершу створіть бота: [b]/bots[/b].
invite-preview-resources = Де: [b]{ $resources }[/b]
invitation-card-resources = Де: [b]{ $resources }[/b]
refusal-invitation-resources-gone = Ботів із цього запрошення до простору «{ $workspace }» більше немає. Попросіть нове: { $inviter }.

## Публікація

publish-which = Якого бота опублікувати? Натисніть на нього або напишіть назву.
publish-no-bot = Тут немає бота, якого ви можете опублікувати.
publish-done = 🚀 [b]{ $bot }[/b]: версія { $version } тепер робоча.
publish-asked =
    📨 [b]{ $bot }[/b], версія { $version }: потрібне погодження. Я запитав: { $names }.

    Відповісти можна до { $expires }. Я повідомлю.
publish-yours =
    📨 [b]{ $bot }[/b], версія { $version }: потрібне погодження, і ви можете його дати.

    Відповісти можна до { $expires }.
publish-asked-and-yours =
    📨 [b]{ $bot }[/b], версія { $version }: потрібне погодження. Ви можете його дати, і ще я запитав: { $names }.

    Відповісти можна до { $expires }.
approval-card =
    🚀 [b]{ $actor }[/b] просить опублікувати бота [b]{ $bot }[/b], версія { $version }, у просторі [b]{ $workspace }[/b].

    Відповісти можна до { $expires }.
approval-approved = ✅ Ви погодили: [b]{ $bot }[/b], версія { $version }, тепер робоча.
approval-refused = ⛔ Ви відхилили: [b]{ $bot }[/b], версія { $version }.
approval-closed-approved = ✅ Уже погоджено ({ $name }): [b]{ $bot }[/b], версія { $version }.
approval-closed-refused = ⛔ Уже відхилено ({ $name }): [b]{ $bot }[/b], версія { $version }.
approval-closed-expired = ⌛ Вчасно ніхто не відповів: [b]{ $bot }[/b], версія { $version }. Попросити знову: /publish.
notice-approval-approved = ✅ Публікацію погоджено ([b]{ $actor }[/b]): [b]{ $bot }[/b], версія { $version }, тепер робоча у просторі [b]{ $workspace }[/b].
notice-approval-refused = ⛔ Публікацію відхилено ([b]{ $actor }[/b]): [b]{ $bot }[/b], версія { $version }, у просторі [b]{ $workspace }[/b].
notice-approval-expired = ⌛ Вчасно ніхто не відповів: [b]{ $bot }[/b], версія { $version }, у просторі [b]{ $workspace }[/b]. Попросити знову: [b]/publish[/b].

## Приховані стовпці

mask-list = 🙈 Стовпці, приховані від тих, кому не можна їх бачити:
mask-none = 🙈 Прихованих стовпців немає.
mask-line = • [b]{ $table }[/b]: { $columns }
mask-how = Щоб приховати стовпці, надішліть таблицю та їхні назви: [c]users phone email[/c]. Щоб показати знову: [c]зняти users phone[/c].
mask-done = ✅ Приховано в таблиці [b]{ $table }[/b]: { $columns }.
mask-taken = ✅ Знову видно в таблиці [b]{ $table }[/b]: { $columns }.

## Журнал

audit-filter-bot = Боти
audit-project-created = { $actor }: створено проєкт «{ $name }»
audit-project-renamed = { $actor }: проєкт перейменовано, «{ $from }» → «{ $to }»
audit-project-deleted = { $actor }: видалено проєкт «{ $name }»
audit-bot-created = { $actor }: створено бота «{ $name }»
audit-bot-renamed = { $actor }: бота перейменовано, «{ $from }» → «{ $to }»
audit-bot-moved = { $actor }: бота «{ $name }» переміщено, { $from } → { $to }
audit-bot-deleted = { $actor }: видалено бота «{ $name }»
audit-bot-published = { $actor }: опубліковано бота «{ $name }», версія { $version }
audit-channel-created = { $actor }: під’єднано канал «{ $name }», токен …{ $tail }
audit-channel-renamed = { $actor }: канал перейменовано, «{ $from }» → «{ $to }»
audit-channel-moved = { $actor }: канал «{ $name }» переміщено, { $from } → { $to }
audit-channel-deleted = { $actor }: видалено канал «{ $name }»
audit-approval-requested = { $actor }: запит на публікацію «{ $name }», версія { $version }
audit-approval-approved = { $actor } → { $subject }: публікацію погоджено, «{ $name }»
audit-approval-refused = { $actor } → { $subject }: публікацію відхилено, «{ $name }»
audit-approval-expired = { $subject }: запит на публікацію залишився без відповіді, «{ $name }»
audit-grants-changed = { $actor } → { $subject }: доступ до «{ $name }», надано: { $added }, знято: { $removed }
audit-columns-masked = { $actor }: приховано стовпці «{ $name }»: { $columns }
audit-columns-unmasked = { $actor }: знову видно стовпці «{ $name }»: { $columns }

## Відмови

refusal-resource-not-found = У вас тут немає нічого з назвою «{ $name }». Подивіться { $by ->
        [any] /bots і /projects.
       *[words] списки: «боти» та «проєкти».
    }
refusal-resource-several = Під «{ $name }» підходить кілька. Напишіть назву повністю.
refusal-resource-name-taken = Назву «{ $name }» зайнято. Виберіть іншу.
refusal-project-not-empty =
    { $count ->
        [one] У проєкті «{ $name }» ще є { $count } бот. Спершу перемістіть або видаліть його.
        [few] У проєкті «{ $name }» ще є { $count } боти. Спершу перемістіть або видаліть їх.
       *[many] У проєкті «{ $name }» ще є { $count } ботів. Спершу перемістіть або видаліть їх.
    }
refusal-channel-token = Це не схоже на токен цього месенджера. Перевірте й надішліть знову. Якщо це був справжній токен, видаліть повідомлення.
refusal-grant-requires = На «{ $resource }» цій ролі потрібна ще й роль «{ $role }». Надайте обидві на один строк.
refusal-grant-required = На «{ $resource }» роль, яку ви знімаєте, потрібна ролі «{ $role }». Зніміть обидві або залиште обидві.
refusal-move-gives = Люди з роллю «{ $role }» в тому проєкті отримали б її й на боті. Надати її ви не можете.
refusal-too-many-resources = Одразу { $count } — забагато. Вибирайте не більше { $most } за раз.
refusal-nobody-approves = Погодити «{ $name }» поки нікому. Попросіть того, хто керує доступом, призначити погоджувача.
refusal-approval-pending = Запит на погодження «{ $name }» вже надіслано. Дочекайтеся відповіді.
refusal-approval-over = Цей запит уже закрито. Попросити знову: { $by ->
        [any] /publish
       *[words] напишіть «опублікувати»
    }
refusal-column-name = «{ $name }» не може бути назвою таблиці чи стовпця.
refusal-too-many-columns = Забагато стовпців: межа — { $most }.
