### Головна, нові простори й те, що людина робить із самою собою.

## Головна

home =
    Вітаю, { $person }!
    Ви у просторі [b]{ $workspace }[/b]. Ваша роль: { $roles }.
home-suspended =
    Вітаю, { $person }!
    Ви у просторі [b]{ $workspace }[/b], але вашу участь призупинено.
home-newcomer =
    Вітаю, { $person }! Я керую робочими просторами просто в чаті: учасники, ролі, запрошення.

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
home-group-unbound = Ця група ще не має простору. Прив’язати його може той, хто керує його налаштуваннями.
home-group-stranger = Ця група — із простору, де ви не учасник.
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
button-command-channels = 🔌 Канали
button-command-grant = 🔐 Доступ до ботів
button-command-mask = 🙈 Приховані стовпці
button-command-me = 👤 Про мене
button-command-member = 🔎 Картка учасника
button-command-projects = 📁 Проєкти
button-command-publish = 🚀 Опублікувати
button-command-remove = 🗑 Видалити учасника
button-command-role = 🎭 Змінити роль
button-command-why = ❓ Чому можна чи не можна
button-group-people = 👥 Люди
button-group-invitations = ✉️ Кого запросити
button-group-access = 🎭 Ролі й доступ
button-group-bots = 🤖 Боти
button-group-workspace = ⚙️ Простір
button-group-you = 👤 Ви
home-group-people = 👥 [b]Люди[/b]: хто тут і що їм можна.
home-group-invitations = ✉️ [b]Запрошення[/b]: люди, посилання і що з ними сталося.
home-group-access = 🎭 [b]Ролі й доступ[/b]: кому що можна.
home-group-bots = 🤖 [b]Боти[/b] й усе, що до них належить.
home-group-workspace = ⚙️ [b]Простір[/b]: налаштування, журнал, ваші інші простори.
home-group-you = 👤 [b]Ви[/b]: ваші акаунти, мова й дані.

command-menu = Головна: де ви й що вам можна
command-menu-usage = { $by ->
    [any] /menu
   *[words] головна
}

## Новий простір

command-new = Створити простір
command-new-usage = { $by ->
    [any] /new Ромашка компанія
   *[words] створити Ромашка компанія
}
new-name = Як назвати простір? Надішліть назву.
new-scheme = Хто працюватиме у просторі [b]{ $workspace }[/b]? Виберіть, що ближче. Потім це можна змінити.
new-recommended = (підходить більшості)
new-done =
    ✨ Простір [b]{ $workspace }[/b] готовий. Схема: { $scheme }, ваша роль: { $role }.

    Він відкритий. Запросимо когось?

## Кінець діалогу

command-cancel = Скасувати поточний крок
command-cancel-usage = { $by ->
    [any] /cancel
   *[words] скасувати
}
cancelled = Скасовано.
nothing-to-cancel = Скасовувати нічого.
dialogue-aside = ✋ Попереднє запитання знято.
dialogue-waits = Я досі чекаю на відповідь на попереднє запитання. Відповідайте або надішліть [b]/cancel[/b].

## Мої простори

command-workspaces = Ваші простори, перехід між ними
command-workspaces-usage = { $by ->
    [any] /workspaces
   *[words] простори
}
workspaces = Ваші простори. Натисніть, щоб відкрити:
workspaces-none = У вас поки немає жодного простору.
workspaces-line = • [b]{ $workspace }[/b] — { $roles }
workspaces-line-active = ✓ [b]{ $workspace }[/b] — { $roles }
workspaces-button = { $workspace }
workspaces-button-active = ✓ { $workspace }
workspaces-switched = Відкрито: { $workspace }.
workspaces-group = Ця група працює з простором [b]{ $workspace }[/b]. Прив’язати до іншого: [b]/bind[/b].

## Простір

command-workspace = Простір, у якому ви зараз
command-workspace-usage = { $by ->
    [any] /workspace
   *[words] простір
}
workspace-card = [b]{ $workspace }[/b]
    Схема: { $scheme }
    Учасників: { $members }
    Ваша роль: { $roles }
workspace-card-bare = [b]{ $workspace }[/b]
    Ваша роль: { $roles }. Решту вона бачити не дозволяє.

command-rename = Перейменувати простір
command-rename-usage = { $by ->
    [any] /rename Нова назва
   *[words] перейменувати Нова назва
}
rename-ask = Як тепер назвати простір [b]{ $workspace }[/b]? Відповідайте на це повідомлення: надішліть нову назву.
rename-done = ✅ Готово: простір тепер називається [b]{ $to }[/b] (було { $from }).
rename-elsewhere = Зараз відкрито інший простір, тому я нічого не перейменував. Якщо потрібно, надішліть /rename ще раз.

command-bind = Прив’язати цю групу до простору
command-bind-usage = { $by ->
    [any] /bind
   *[words] прив’язати
}
bind-which = З яким простором працюватиме ця група?
bind-choice = { $workspace }
bind-done = 🔗 Ця група тепер працює з простором [b]{ $workspace }[/b].
refusal-nothing-to-bind = Налаштування просторів вам не доступні, прив’язувати нічого. Створіть свій в особистому чаті{ $by ->
        [any] : /new
       *[words] .
    }
refusal-group-bound-elsewhere = Ця група — із простору, де ви не учасник. Передати її може той, хто керує його налаштуваннями.

## Про себе

command-language = Вибрати мову
command-language-usage = { $by ->
    [any] /language українська
   *[words] мова українська
}
language = Я говорю з вами українською. Мову можна змінити будь-коли:
language-unknown = Мови «{ $typed }» я поки не знаю, лише ці: { $languages }.

command-me = Що я про вас знаю
command-me-usage = { $by ->
    [any] /me
   *[words] профіль
}
me = [b]{ $person }[/b]
me-language = Мова: українська
me-workspaces = Просторів: { $count }
me-account = { $messenger }: { $name }
me-account-username = { $messenger }: { $name }, @{ $username }
messenger-telegram = Telegram
messenger-vk = VK
messenger-viber = Viber

## Допомога

command-help = Усі команди або одна докладно
command-help-usage = { $by ->
    [any] /help invite
   *[words] допомога запросити
}
help = Що ви можете тут:
help-more = Решта — за кнопками. { $by ->
        [any] Як написати команду: надішліть /help і її назву.
       *[words] Як написати команду: надішліть «допомога» і її назву.
    }
help-invite-forms = { $by ->
    [contact]
        Можна й так:
        • одразу кількох: [c]запросити +380501234567, +380671112233 { $role }[/c]
        • посилання для будь-кого: [c]запросити посилання { $role }[/c]
        • посилання на кількох: [c]запросити посилання { $role } 5 разів[/c]
        • зі строком і кількома словами: [c]запросити +380501234567 { $role } на 30d нотатка Чекаємо![/c]
        • або поділіться зі мною контактом.
    [name]
        Можна й так:
        • за телефоном або поштою: [c]запросити +380501234567, boris@example.com { $role }[/c]
        • за адресою сторінки: [c]запросити vk.com/boris { $role }[/c]
        • посилання для будь-кого: [c]запросити посилання { $role }[/c]
        • посилання на кількох: [c]запросити посилання { $role } 5 разів[/c]
        • зі строком і кількома словами: [c]запросити @boris { $role } на 30d нотатка Чекаємо![/c]
        • або перешліть мені повідомлення цієї людини.
   *[any]
        Можна й так:
        • одразу кількох: [c]/invite @boris @vera { $role }[/c]
        • за телефоном або поштою: [c]/invite +380501234567, boris@example.com { $role }[/c]
        • посилання для будь-кого: [c]/invite посилання { $role }[/c]
        • посилання на кількох: [c]/invite посилання { $role } 5 разів[/c]
        • зі строком і кількома словами: [c]/invite @boris { $role } на 30d нотатка Чекаємо![/c]
        • або дайте відповідь на повідомлення, перешліть його мені, поділіться контактом.
}
help-unknown = Команди «{ $typed }» немає.
help-usage = Наприклад: [c]{ $usage }[/c]
help-words = Простими словами: { $words }

## Журнал

command-audit = Журнал: хто що зробив
command-audit-usage = { $by ->
    [contact] журнал Анна
    [name] журнал @anna
   *[any] /audit @anna
}
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
audit-someone = невідомо хто
audit-system = Castellan
audit-time = [i]{ $at }[/i]
audit-workspace-created = { $actor }: створено простір «{ $name }», схема «{ $scheme }»
audit-workspace-renamed = { $actor }: простір перейменовано, «{ $from }» → «{ $to }»
audit-group-bound = { $actor }: прив’язано групу «{ $title }»
audit-membership-added = { $subject }: новий учасник, роль { $roles }
audit-membership-roles = { $actor } → { $subject }: ролі, надано: { $added }, знято: { $removed }
audit-membership-ended-left = { $subject }: вихід із простору
audit-membership-ended-removed = { $actor } → { $subject }: видалення з простору, була роль { $roles }
audit-invitation-created = { $actor } → { $subject }: запрошення, роль { $roles }
audit-invitation-created-link = { $actor }: посилання-запрошення, роль { $roles }
audit-invitation-accepted = { $subject }: запрошення прийнято, роль { $roles }
audit-invitation-declined = { $actor }: запрошення відхилено
audit-invitation-revoked = { $actor } → { $subject }: запрошення відкликано
audit-invitation-expired = { $subject }: строк запрошення минув
audit-invitation-resent = { $actor } → { $subject }: запрошення надіслано знову
audit-invitation-roles = { $actor } → { $subject }: запрошення змінено, { $from } → { $to }
audit-transfer-offered = { $actor } → { $subject }: запропоновано володіння
audit-transfer-accepted = { $actor }: володіння прийнято, попередній власник — { $subject }
audit-transfer-declined = { $subject }: володіння відхилено
audit-transfer-cancelled = { $actor } → { $subject }: пропозицію володіння відкликано
audit-transfer-expired = { $subject }: строк пропозиції володіння минув
audit-refused = ⛔ { $actor }: відмова ({ $action })
audit-refused-about = ⛔ { $actor } → { $subject }: відмова ({ $action })
audit-refused-button = ⛔ { $actor }: натиснуто чужу кнопку
audit-verified =
    ✅ Журнал не порушено: { $events ->
        [one] { $events } запис, на місці й без змін
        [few] { $events } записи, усі на місці й без змін
       *[many] { $events } записів, усі на місці й без змін
    }.
    Відбиток: [c]{ $fingerprint }[/c]. Запишіть його десь поза цим чатом. Потім «/audit verify { $fingerprint }» покаже, чи не чіпали записів до цього місця.
audit-verified-none = У журналі ще немає записів.
audit-unkeyed = { $events ->
        [one] Перший { $events } запис зробила
        [few] Перші { $events } записи зробила
       *[many] Перші { $events } записів зробила
    } попередня версія, і захищені вони слабше: контрольна сума без ключа, її можна підробити.
audit-broken-event = ⚠️ Журнал хтось змінював: запис номер { $position } не збігається з контрольною сумою або зник. До нього все ціле.
audit-broken-end = ⚠️ Журнал хтось змінював: останні записи зникли або їх переписали. Сходиться лише до номера { $events }.
audit-broken-slipped-in = ⚠️ Журнал хтось змінював: серед старих записів з’явився новий, без контрольної суми.
audit-broken-register = ⚠️ Записи тут сходяться, але загальний реєстр журналів — ні: базу змінювали ззовні, або бот має тепер інший APP_SECRET. Спитайте того, у кого працює цей бот.
audit-noted-fits = ✅ Ваш відбиток правильний: до нього нічого не чіпали.
audit-noted-differs = ⚠️ Такого відбитка в журналі немає. Якщо ви записали його в цьому просторі, то записи до нього змінювали або видаляли.
audit-noted-unreadable = Це не відбиток. Він виглядає так: 128-K7QF-3MXA-9TRW.
