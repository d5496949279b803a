### Учасники: списки, картки, ролі, видалення, вихід, передання.

command-members = Учасники; можна шукати за іменем, поштою, телефоном
command-members-usage = { $by ->
    [any] /members анна
   *[words] учасники анна
}
command-member = Картка учасника
command-member-usage = { $by ->
    [contact] учасник Борис
    [name] учасник @boris
   *[any] /member @boris
}
command-role = Змінити роль учасника, можна на час
command-role-usage = { $by ->
    [contact] роль Борис { $role } на 3 дні
    [name] роль @boris { $role } на 3 дні
   *[any] /role @boris { $role } на 3 дні
}
command-remove = Видалити учасника
command-remove-usage = { $by ->
    [contact] видалити Борис
    [name] видалити @boris
   *[any] /remove @boris
}
command-roles = Ролі та що кожна дозволяє
command-roles-usage = { $by ->
    [any] /roles
   *[words] ролі
}
command-leave = Вийти з простору
command-leave-usage = { $by ->
    [any] /leave
   *[words] вийти
}
command-transfer = Передати простір іншому власникові
command-transfer-usage = { $by ->
    [contact] передати Борис
    [name] передати @boris
   *[any] /transfer @boris
}

## Кнопки

button-all-members = 👥 Усі учасники
button-back-to-members = ‹ Учасники
button-member-card = 👤 Картка
button-change-role = 🎭 Змінити роль
button-remove = 🗑 Видалити
button-locked = 🔒 { $label }
button-leave = 🚪 Вийти
button-transfer = 👑 Передати
button-confirm = ✅ Підтвердити
button-close-access = Так, видалити
button-keep-access = Ні, залишити
button-leave-yes = Так, вийти
button-leave-no = Ні, залишитися
button-transfer-yes = Так, передати
button-transfer-no = Ні, залишити собі
button-transfer-accept = ✅ Прийняти
button-transfer-decline = Відмовитися
button-transfer-cancel = Відкликати пропозицію
button-all-roles = ‹ Усі ролі

## Списки

members-of =
    { $count ->
        [one] 👥 [b]{ $workspace }[/b]: { $count } учасник
        [few] 👥 [b]{ $workspace }[/b]: { $count } учасники
       *[many] 👥 [b]{ $workspace }[/b]: { $count } учасників
    }
members-found = 🔎 [b]{ $workspace }[/b]: в імені чи @імені є «{ $search }»
members-none =
    🔎 У просторі [b]{ $workspace }[/b] ні в кого в імені немає «{ $search }».

    Спробуйте іншу частину імені. Одну-дві літери я шукаю лише на початку.
member-line = • [b]{ $name }[/b] — { $roles } · { $messenger }
member-suspended = ⏸ участь призупинено
member-button = { $name }
member-button-username = { $name } · @{ $username }
member-which = Підходить кілька учасників. Кого ви маєте на увазі?
member-which-more =
    { $by ->
        [contact] Підходять і інші. Якщо потрібного тут немає, напишіть ім’я повніше.
        [name] Підходять і інші. Якщо потрібного тут немає, напишіть ім’я повніше або @ім’я.
       *[any] Підходять і інші. Якщо потрібного тут немає, напишіть ім’я повніше або @ім’я.
    }

## Про кого йдеться

member-who-card =
    { $by ->
        [contact] Чию картку показати? Натисніть на ім’я, напишіть його частину або телефон.
        [name] Чию картку показати? Натисніть на ім’я, напишіть його частину або @ім’я.
       *[any] Чию картку показати? Натисніть на ім’я, напишіть його частину або @ім’я.
    }
member-who-role =
    { $by ->
        [contact] Кому змінити роль? Натисніть на ім’я, напишіть його частину або телефон.
        [name] Кому змінити роль? Натисніть на ім’я, напишіть його частину або @ім’я.
       *[any] Кому змінити роль? Натисніть на ім’я, напишіть його частину або @ім’я.
    }
member-who-remove =
    { $by ->
        [contact] Кого видалити з простору? Натисніть на ім’я, напишіть його частину або телефон.
        [name] Кого видалити з простору? Натисніть на ім’я, напишіть його частину або @ім’я.
       *[any] Кого видалити з простору? Натисніть на ім’я, напишіть його частину або @ім’я.
    }
member-who-transfer =
    { $by ->
        [contact] Хто стане новим власником? Натисніть на ім’я, напишіть його частину або телефон.
        [name] Хто стане новим власником? Натисніть на ім’я, напишіть його частину або @ім’я.
       *[any] Хто стане новим власником? Натисніть на ім’я, напишіть його частину або @ім’я.
    }
member-nobody-else = Тут поки лише ви. Спершу запросіть когось: [b]/invite[/b].

## Картка

member-card-name = 👤 [b]{ $name }[/b]
member-card-name-username = 👤 [b]{ $name }[/b] · @{ $username }
member-card-roles = Роль: { $roles }
member-card-joined = Тут із { $date }
member-card-invited = Тут із { $date }; хто запросив: { $inviter }
member-card-active = Остання активність: { $at }
member-card-messengers = Пише з: { $messengers }
held-role-until = { $role } (до { $until })
held-role-ended = { $role } (строк минув { $until })
held-no-role = немає ролі
held-role-on-bot =
    { $count ->
        [one] { $role } на { $count } боті
        [few] { $role } на { $count } ботах
       *[many] { $role } на { $count } ботах
    }
held-role-on-project =
    { $count ->
        [one] { $role } в { $count } проєкті
        [few] { $role } в { $count } проєктах
       *[many] { $role } в { $count } проєктах
    }

## Зміна ролей

role-pick-one =
    Яку роль надати? Учасник: [b]{ $name }[/b]
    Зараз: { $roles }
role-pick-many =
    Які ролі надати? Учасник: [b]{ $name }[/b]. Позначте й натисніть «Зберегти».
    Зараз: { $roles }
role-pick-until = Закінчиться автоматично: { $until }.
role-ticked = ✅ { $role }
role-unticked = ▫️ { $role }
role-difference =
    👤 [b]{ $name }[/b]
    Зараз: { $before }
    Стане: [b]{ $after }[/b]
role-gains = [b]Додасться:[/b]
role-loses = [b]Більше не зможе:[/b]
role-same-rights = Права залишаються ті самі.
role-changed = ✅ Готово. Учасник [b]{ $name }[/b]: роль тепер — { $roles }. Сповіщення надіслано.
role-changed-untold = ✅ Готово. Учасник [b]{ $name }[/b]: роль тепер — { $roles }. Я не можу йому написати, повідомте самі, будь ласка.
role-now = Учасник [b]{ $name }[/b]: зараз роль — { $roles }.

## Видалення

member-removal =
    Видалити з простору [b]{ $workspace }[/b]? Учасник: [b]{ $name }[/b]

    Доступ зникне одразу, разом з усіма ролями.
member-removed = 🗑 Учасника [b]{ $name }[/b] видалено з простору.
member-gone = [b]{ $name }[/b] більше не учасник.
member-kept = Нічого не змінилося: { $name } залишається учасником.

## Вихід

leave-question =
    Вийти з простору [b]{ $workspace }[/b]?

    Доступ зникне одразу. Щоб повернутися, знадобиться запрошення.
leave-owner =
    Ви єдиний власник простору [b]{ $workspace }[/b], тому поки вийти не можна.

    Спершу передайте його: [b]/transfer[/b]. Потім можна вийти.
leave-last-admin =
    Крім вас, простором [b]{ $workspace }[/b] ніхто не керує, тому поки вийти не можна.

    Спершу надайте свою роль комусь іще: [b]/role[/b]. Потім можна вийти.
leave-done = Ви вийшли з простору [b]{ $workspace }[/b].

## Передання

transfer-question =
    Передати простір [b]{ $workspace }[/b]? Новий власник: [b]{ $name }[/b]

    Після згоди власник зміниться, а у вас залишиться роль: { $kept }. На відповідь є 24 години.
transfer-open = Ви вже запропонували володіння учаснику [b]{ $name }[/b]. Пропозиція діє до { $expires }. Щоб вибрати іншого, спершу відкличте її.
transfer-offered =
    👑 Пропозицію надіслано: [b]{ $name }[/b]. Поки її не прийняли, власник — ви.

    Пропозиція діє до { $expires }.
transfer-accepted = 👑 Простір [b]{ $workspace }[/b] тепер ваш: попередній власник — { $name }.
transfer-declined = Ви відмовилися. Власник простору [b]{ $workspace }[/b] той самий: { $name }.
transfer-cancelled = Ви відкликали пропозицію: { $name }. Простір [b]{ $workspace }[/b] залишається вашим.

## Сповіщення

notice-member-roles = 🎭 [b]{ $actor }[/b] змінює вашу роль у просторі [b]{ $workspace }[/b]. Тепер: { $roles }.
notice-scheme-changed = 🧩 [b]{ $actor }[/b] змінює права ролей у просторі [b]{ $workspace }[/b]. Ваша роль: { $roles }.
notice-scheme-changed-unsigned = 🧩 У просторі [b]{ $workspace }[/b] змінилися права ролей. Ваша роль: { $roles }.
scheme-gains = [b]Тепер ви можете:[/b]
scheme-loses = [b]Більше не можна:[/b]
notice-own-roles-ended = ⌛ Строк вашої ролі у просторі [b]{ $workspace }[/b] минув: { $roles }.
notice-member-roles-ended = ⌛ У просторі [b]{ $workspace }[/b] минув строк ролі, яку ви надали. [b]{ $member }[/b]: { $roles }. Надати знову: [b]/role[/b].
notice-member-removed = Вас видалили з простору [b]{ $workspace }[/b] ([b]{ $actor }[/b]).
notice-member-left = 🚪 Учасник [b]{ $actor }[/b] вийшов із простору [b]{ $workspace }[/b].
notice-transfer-offered =
    👑 [b]{ $actor }[/b] хоче передати вам простір [b]{ $workspace }[/b].

    Якщо погодитеся, станете власником. Пропозиція діє до { $expires }.
notice-transfer-accepted = 👑 Пропозицію прийнято. Тепер власник простору [b]{ $workspace }[/b] — [b]{ $actor }[/b]. Ваша роль: { $kept }.
notice-transfer-declined = Пропозицію відхилено ([b]{ $actor }[/b]). Власник простору [b]{ $workspace }[/b] — як і раніше, ви.
notice-transfer-cancelled = Пропозицію передати вам простір [b]{ $workspace }[/b] відкликано ([b]{ $actor }[/b]).
notice-transfer-expired = ⌛ Відповіді вчасно не було ([b]{ $actor }[/b]). Власник простору [b]{ $workspace }[/b] — як і раніше, ви. Запропонувати знову: [b]/transfer[/b].

## Відмови

refusal-transfer-not-found = Такої пропозиції більше немає.
refusal-transfer-over = Ця пропозиція вже не діє. Власник може зробити нову{ $by ->
        [any] : /transfer
       *[words] .
    }
refusal-transfer-pending = Ви вже запропонували простір: { $name }. Дочекайтеся відповіді або спершу відкличте пропозицію.
refusal-transfer-unreachable = Я не можу написати { $name }, і відповіді не буде. Попросіть спершу написати боту, потім спробуйте знову.
