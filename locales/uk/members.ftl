### Учасники: списки, картки, ролі, видалення, вихід, передання.

command-members = Хто є в просторі; з частиною імені, поштою або телефоном — пошук
command-members-usage = /members анна
command-member = Картка учасника
command-member-usage = /member { $by ->
    [contact] Борис
   *[any] @boris
}
command-role = Змінити роль учасника, за бажання на час
command-role-usage = /role { $by ->
    [contact] Борис
   *[any] @boris
} { $role } на 3 дні
command-remove = Закрити учасникові доступ
command-remove-usage = /remove { $by ->
    [contact] Борис
   *[any] @boris
}
command-roles = Які тут ролі та що кожна дозволяє
command-roles-usage = /roles
command-leave = Вийти з простору
command-leave-usage = /leave
command-transfer = Передати простір іншому власникові
command-transfer-usage = /transfer { $by ->
    [contact] Борис
   *[any] @boris
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
button-close-access = Так, закрити доступ
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

    Спробуйте іншу частину імені. Одну-дві літери я шукаю лише на його початку.
member-line = • [b]{ $name }[/b] — { $roles } · { $messenger }
member-suspended = ⏸ участь призупинено
member-button = { $name }
member-button-username = { $name } · @{ $username }
member-which = Підходить кілька учасників. Кого ви маєте на увазі?
member-which-more =
    { $by ->
        [contact] Це ще не всі. Якщо потрібного тут немає, напишіть ім’я повніше.
        [name] Це ще не всі. Якщо потрібного тут немає, напишіть ім’я повніше або @ім’я.
       *[any] Це ще не всі. Якщо потрібного тут немає, напишіть ім’я повніше або @ім’я.
    }

## Про кого йдеться

member-who-card =
    { $by ->
        [contact] Чию картку показати? Натисніть на ім’я або напишіть його частину чи телефон.
        [name] Чию картку показати? Натисніть на ім’я або напишіть його частину чи @ім’я.
       *[any] Чию картку показати? Натисніть на ім’я або напишіть його частину чи @ім’я.
    }
member-who-role =
    { $by ->
        [contact] Кому змінити роль? Натисніть на ім’я або напишіть його частину чи телефон.
        [name] Кому змінити роль? Натисніть на ім’я або напишіть його частину чи @ім’я.
       *[any] Кому змінити роль? Натисніть на ім’я або напишіть його частину чи @ім’я.
    }
member-who-remove =
    { $by ->
        [contact] Кому закрити доступ? Натисніть на ім’я або напишіть його частину чи телефон.
        [name] Кому закрити доступ? Натисніть на ім’я або напишіть його частину чи @ім’я.
       *[any] Кому закрити доступ? Натисніть на ім’я або напишіть його частину чи @ім’я.
    }
member-who-transfer =
    { $by ->
        [contact] Хто стане новим власником? Натисніть на ім’я або напишіть його частину чи телефон.
        [name] Хто стане новим власником? Натисніть на ім’я або напишіть його частину чи @ім’я.
       *[any] Хто стане новим власником? Натисніть на ім’я або напишіть його частину чи @ім’я.
    }
member-nobody-else = Тут поки немає нікого, крім вас. Спершу запросіть когось: [b]/invite[/b].

## Картка

member-card-name = 👤 [b]{ $name }[/b]
member-card-name-username = 👤 [b]{ $name }[/b] · @{ $username }
member-card-roles = Роль: { $roles }
member-card-joined = Тут із { $date }
member-card-invited = Тут із { $date }; хто запросив: { $inviter }
member-card-active = Остання активність: { $at }
member-card-messengers = Пише з: { $messengers }
held-role-until = { $role } (до { $until })
held-role-ended = { $role } (строк вийшов { $until })
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
role-pick-until = Скінчиться саме: { $until }.
role-ticked = ✅ { $role }
role-unticked = ▫️ { $role }
role-difference =
    👤 [b]{ $name }[/b]
    Зараз: { $before }
    Стане: [b]{ $after }[/b]
role-gains = [b]Додасться:[/b]
role-loses = [b]Більше не зможе:[/b]
role-same-rights = Права лишаються ті самі.
role-changed = ✅ Готово. Тепер в учасника [b]{ $name }[/b] так: { $roles }. Я повідомив про це.
role-changed-untold = ✅ Готово. Тепер в учасника [b]{ $name }[/b] так: { $roles }. Написати йому я не можу, повідомте, будь ласка, самі.
role-now = Зараз в учасника [b]{ $name }[/b] так: { $roles }.

## Видалення

member-removal =
    Закрити доступ до простору [b]{ $workspace }[/b]? Учасник: [b]{ $name }[/b]

    Доступ зникне одразу, разом з усіма ролями.
member-removed = 🗑 Доступ закрито: [b]{ $name }[/b] більше не учасник.
member-gone = [b]{ $name }[/b] більше не має доступу.
member-kept = Нічого не змінилося: { $name } зберігає доступ.

## Вихід

leave-question =
    Вийти з простору [b]{ $workspace }[/b]?

    Доступ зникне одразу. Щоб повернутися, знадобиться запрошення.
leave-owner =
    Ви єдиний власник простору [b]{ $workspace }[/b], без вас він лишитися не може.

    Спершу передайте його: [b]/transfer[/b]. Потім можна вийти.
leave-last-keeper =
    Крім вас, простором [b]{ $workspace }[/b] ніхто не керує.

    Спершу надайте свою роль комусь іще: [b]/role[/b]. Потім можна вийти.
leave-done = Ви вийшли з простору [b]{ $workspace }[/b].

## Передання

transfer-question =
    Передати простір [b]{ $workspace }[/b]? Новий власник: [b]{ $name }[/b]

    Коли пропозицію приймуть, власник зміниться, а у вас лишиться роль: { $kept }. На відповідь є 24 години.
transfer-offered =
    👑 Пропозицію надіслано: [b]{ $name }[/b]. Поки її не прийняли, власник — ви.

    Пропозиція діє до { $expires }.
transfer-accepted = 👑 Простір [b]{ $workspace }[/b] тепер ваш: попередній власник — { $name }.
transfer-declined = Ви відмовилися. Власник простору [b]{ $workspace }[/b] той самий: { $name }.
transfer-cancelled = Пропозицію відкликано, { $name } вже не зможе її прийняти. Простір [b]{ $workspace }[/b] лишається вашим.

## Сповіщення

notice-member-roles = 🎭 Ваша роль у просторі [b]{ $workspace }[/b] змінилася. Тепер: { $roles }. Хто змінив: [b]{ $actor }[/b].
notice-scheme-changed = 🧩 У просторі [b]{ $workspace }[/b] ролі тепер дають інші права. Ваша роль: { $roles }. Хто змінив: [b]{ $actor }[/b].
notice-scheme-changed-unsigned = 🧩 У просторі [b]{ $workspace }[/b] ролі тепер дають інші права. Ваша роль: { $roles }.
scheme-gains = [b]Тепер ви можете:[/b]
scheme-loses = [b]Більше не можна:[/b]
notice-own-roles-ended = ⌛ Строк вашої ролі в просторі [b]{ $workspace }[/b] вийшов: { $roles }.
notice-member-roles-ended = ⌛ У просторі [b]{ $workspace }[/b] вийшов строк ролі, яку ви надали. [b]{ $member }[/b]: { $roles }. Надати знову: [b]/role[/b].
notice-member-removed = Ваш доступ до простору [b]{ $workspace }[/b] закрито. Хто закрив: [b]{ $actor }[/b].
notice-member-left = 🚪 [b]{ $actor }[/b] більше не учасник простору [b]{ $workspace }[/b]: вихід за власним бажанням.
notice-transfer-offered =
    👑 [b]{ $actor }[/b] хоче передати вам простір [b]{ $workspace }[/b].

    Якщо ви погодитеся, станете власником. Пропозиція діє до { $expires }.
notice-transfer-accepted = 👑 Пропозицію прийнято: власник простору [b]{ $workspace }[/b] тепер [b]{ $actor }[/b]. За вами лишається роль: { $kept }.
notice-transfer-declined = Пропозицію відхилено: [b]{ $actor }[/b]. Власник простору [b]{ $workspace }[/b] — як і раніше, ви.
notice-transfer-cancelled = Пропозицію прийняти простір [b]{ $workspace }[/b] відкликано. Хто відкликав: [b]{ $actor }[/b].
notice-transfer-expired = ⌛ Відповіді вчасно не було: [b]{ $actor }[/b]. Власник простору [b]{ $workspace }[/b] — як і раніше, ви; запропонувати знову: [b]/transfer[/b].

## Відмови

refusal-transfer-not-found = Такої пропозиції більше немає.
refusal-transfer-over = Ця пропозиція вже не діє. Якщо передання ще потрібне, власник може запропонувати знову: /transfer.
refusal-transfer-pending = Простір уже запропоновано іншому: { $name }. Дочекайтеся відповіді або спершу відкличте ту пропозицію.
refusal-transfer-unreachable = Написати { $name } я не можу, тож відповіді не отримати. Попросіть відкрити цього бота й написати йому що-небудь, потім спробуйте знову.
