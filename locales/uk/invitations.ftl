### Запрошення: запросити, відповісти, керувати.

command-invite = Запросити людей або зробити посилання-запрошення
command-invite-usage = /invite { $by ->
    [contact] +380501234567
   *[any] @boris
} { $role }
command-invites = Кого запросили і що із запрошеннями
command-invites-usage = /invites

## Кнопки

button-invite-pick = 👥 Обрати людей
button-invite-link = 🔗 Зробити посилання
button-invite-send = Запросити
button-invite-create-link = Зробити посилання
button-invite-change-who = Змінити людей
button-invite-until = ⏳ Строк доступу
button-invite-note = 📝 Приписати
button-invite-no-end = Без строку
button-invite-no-note = Без приписки
button-save = Зберегти
button-invitations = 📨 Усі запрошення
button-invitation-resend = 🔁 Надіслати знову
button-invitation-role = Змінити роль
button-invitation-role-to = Змінити на: { $roles }
button-invitation-revoke = Відкликати
button-invitation-revoke-yes = Так, відкликати
button-invitation-revoke-no = Ні, залишити
button-invitation-share = 📤 Поділитися посиланням
button-invitation-share-to = 📤 Надіслати: { $name }
button-invitation-qr = ▦ QR-код
button-invitation-open = 🔗 Приєднатися
button-invitation-open-for = 🔗 Для: { $name }
button-accept = ✅ Прийняти
button-decline = Відхилити
button-what-can-i-do = Що я зможу робити?
button-what-can-i-do-now = Що я можу робити?

## Майстер

invite-name = { $name }
invite-who =
    Кого запросити до простору [b]{ $workspace }[/b]?

    { $by ->
        [contact] Надішліть телефон чи e-mail, поділіться контактом або натисніть кнопку.
        [name] Надішліть @ім’я чи адресу сторінки, телефон чи e-mail, перешліть повідомлення людини або натисніть кнопку.
       *[any] Надішліть @ім’я, телефон чи e-mail, перешліть повідомлення людини, поділіться контактом або натисніть кнопку.
    }
invite-who-group =
    Кого запросити до простору [b]{ $workspace }[/b]?

    Дайте відповідь на це повідомлення, вказавши @ім’я, або натисніть кнопку.
invite-pick = Натисніть кнопку під полем введення й оберіть до 10 людей.
invite-hidden =
    { $by ->
        [contact] Я не бачу, хто автор цього повідомлення. Надішліть номер телефону або контакт.
        [name] Я не бачу, хто автор цього повідомлення. Надішліть @ім’я або адресу сторінки.
       *[any] Автор цього повідомлення приховує свій акаунт, і я не бачу, хто це. Надішліть @ім’я або контакт.
    }
invite-unreadable = Не вдалося прочитати { $typed }: це не @ім’я, не пошта й не номер телефону. Номер краще надсилати з кодом країни.
invite-no-such-role = Ролі «{ $typed }» тут немає. Оберіть, будь ласка:
invite-roles =
    { $many ->
        [yes] Які ролі дати: [b]{ $names }[/b]? Позначте й натисніть «Зберегти».
       *[no] Яку роль дати: [b]{ $names }[/b]?
    }
invite-roles-link =
    { $many ->
        [yes] Які ролі дасть посилання? Позначте й натисніть «Зберегти».
       *[no] Яку роль дасть посилання?
    }
invite-recommended = Що зазвичай підходить:
invite-recommended-line = • { $person }: { $role }
invite-person-leader = Керівник
invite-person-project-manager = Менеджер проєкту
invite-person-operator = Оператор
invite-person-analyst = Аналітик
invite-person-technical-specialist = Технічний спеціаліст
invite-until = Коли доступ має закінчитися? Натисніть або напишіть: «3 дні», «31.12.2026».
invite-note = Що сказати разом із запрошенням? Напишіть одне-два речення.
invite-no-such-end = Не розумію «{ $typed }» як строк.
invite-preview-until = Доступ закінчиться: { $until }.
invite-preview =
    Запросити до простору [b]{ $workspace }[/b]: [b]{ $names }[/b]? Роль: [b]{ $roles }[/b].

    Що можна буде робити:
invite-preview-link =
    { $uses ->
        [1] Зробити посилання до простору [b]{ $workspace }[/b] для однієї людини? Роль: [b]{ $roles }[/b].
        [one] Зробити посилання до простору [b]{ $workspace }[/b] для { $uses } людини? Роль: [b]{ $roles }[/b].
        [few] Зробити посилання до простору [b]{ $workspace }[/b] для { $uses } людей? Роль: [b]{ $roles }[/b].
       *[many] Зробити посилання до простору [b]{ $workspace }[/b] для { $uses } людей? Роль: [b]{ $roles }[/b].
    }

    Що можна буде робити:

## Що вийшло

invite-result = Запрошення до простору [b]{ $workspace }[/b], роль: [b]{ $roles }[/b].
invite-row-sent = ⏳ [b]{ $name }[/b]: чекаємо доставки. Запрошення діє до { $expires }.
invite-row-link = 🔗 [b]{ $name }[/b]: я не можу написати першим. Перешліть це посилання; воно діє до { $expires }.
invite-row-link-group = 🔗 [b]{ $name }[/b]: я не можу написати вам першим. Натисніть кнопку; запрошення діє до { $expires }.
invite-row-link-elsewhere = 🔗 [b]{ $name }[/b]: запрошення готове й діє до { $expires }. Посилання не для всіх очей: візьміть його в /invites у приватному чаті зі мною та перешліть.
invite-row-already-invited = 📨 [b]{ $name }[/b]: запрошення вже є, роль: { $roles }, до { $expires }.
invite-row-already-member = 👤 [b]{ $name }[/b] уже учасник. Роль змінюється командою /role.
invite-row-self = 🙂 Це ви самі, і ви вже учасник.
invite-row-not-registered = 📵 [b]{ $name }[/b]: не зареєстровано. Сюди можна запросити лише тих, хто хоч раз писав мені: попросіть відкрити цього бота й написати йому що-небудь, потім запросіть ще раз.
invite-row-nobody-found =
    { $by ->
        [contact] 🔎 Я не знаю, хто такий «{ $name }». Надішліть телефон чи e-mail, поділіться контактом або зробіть посилання: /invite link
        [name] 🔎 Я не знаю, хто такий «{ $name }». Надішліть @ім’я чи адресу сторінки, перешліть повідомлення людини або зробіть посилання: /invite link
       *[any] 🔎 Я не знаю, хто такий «{ $name }». Надішліть @ім’я або контакт, перешліть повідомлення людини чи зробіть посилання: /invite link
    }
invite-row-several-found =
    { $by ->
        [contact] 🔎 «{ $name }» — це може бути { $names }. Надішліть, будь ласка, телефон чи e-mail.
        [name] 🔎 «{ $name }» — це може бути { $names }. Надішліть, будь ласка, @ім’я.
       *[any] 🔎 «{ $name }» — це може бути { $names }. Надішліть, будь ласка, @ім’я.
    }
invite-link =
    { $uses ->
        [1] 🔗 Посилання до простору [b]{ $workspace }[/b] для однієї людини, роль: [b]{ $roles }[/b]. Діє до { $expires }.
        [one] 🔗 Посилання до простору [b]{ $workspace }[/b] для { $uses } людини, роль: [b]{ $roles }[/b]. Діє до { $expires }.
        [few] 🔗 Посилання до простору [b]{ $workspace }[/b] для { $uses } людей, роль: [b]{ $roles }[/b]. Діє до { $expires }.
       *[many] 🔗 Посилання до простору [b]{ $workspace }[/b] для { $uses } людей, роль: [b]{ $roles }[/b]. Діє до { $expires }.
    }
invite-link-limited = { $most ->
    [1] ℹ️ Ця роль — лише для однієї людини: хто прийме запрошення, коли вона зайнята, дізнається про це.
    [one] ℹ️ Цю роль може мати не більше { $most } людини: хто прийме запрошення, коли місць немає, дізнається про це.
    [few] ℹ️ Цю роль можуть мати не більше { $most } людей: хто прийме запрошення, коли місць немає, дізнається про це.
   *[many] ℹ️ Цю роль можуть мати не більше { $most } людей: хто прийме запрошення, коли місць немає, дізнається про це.
  }
invitation-share = Приєднуйтеся до простору { $workspace }: відкрийте посилання й дайте відповідь на запрошення.
invitation-qr = ▦ Запрошення до простору { $workspace }. Роль: { $roles }. Нехай наведуть камеру.

## Картка запрошеного

invitation-card = 👋 [b]{ $actor }[/b] запрошує вас до простору [b]{ $workspace }[/b]. Роль: [b]{ $roles }[/b].
invitation-reminder = ⏰ Нагадую: [b]{ $actor }[/b] запрошує вас до простору [b]{ $workspace }[/b], роль: [b]{ $roles }[/b]. Часу лишилося небагато.
invitation-card-until = Доступ буде до { $until }.
invitation-card-note = «{ $note }»
invitation-card-expires = Відповісти можна до { $expires }.
invitation-abilities = Що можна з роллю [b]{ $roles }[/b] у просторі [b]{ $workspace }[/b]:
invitation-welcome = 🎉 Вітаємо у просторі [b]{ $workspace }[/b]! Ваша роль: { $roles }.
invitation-declined = Ви відхилили запрошення до простору [b]{ $workspace }[/b]. Якщо передумаєте, попросіть запросити вас знову: { $inviter }.
invitation-passed = Ви не скористалися посиланням до простору [b]{ $workspace }[/b]. Поки воно діє: відкрийте його знову, якщо передумаєте.
invitation-card-replaced = Нижче — новіше запрошення до простору [b]{ $workspace }[/b].

## Керування

invitations-title = 📨 Запрошення до простору [b]{ $workspace }[/b]
invitations-none = До простору [b]{ $workspace }[/b] ще нікого не запрошували.
invitations-row = { $number }. { $mark } [b]{ $name }[/b] · { $roles } · { $state }
invitations-row-pending = { $number }. { $mark } [b]{ $name }[/b] · { $roles } · { $state } · ще { $left }
invitation-anybody = Посилання
invitation-managed =
    📨 [b]{ $name }[/b]
    До простору [b]{ $workspace }[/b], роль: [b]{ $roles }[/b]
    Хто запросив: { $inviter }
    { $mark } { $state }
invitation-managed-uses = Використань: { $uses } з { $most }
invitation-managed-left = Ще { $left }, до { $expires }
invitation-managed-unbacked = ⚠️ { $inviter } більше не може цього пропонувати, тому прийняти запрошення не можна. Натисніть «Надіслати знову», щоб воно стало вашим, або відкличте його.
invitation-used-by = Скористалися: { $names }
invitation-used-by-more = Скористалися: { $names } і ще { $more }
invitation-roles = Яку роль дати: [b]{ $name }[/b]? Зараз: { $roles }.
invitation-roles-link = Яку роль даватиме посилання? Зараз: { $roles }.
invitation-roles-changed = ✅ Змінено. Тепер запрошення дає нову роль.
invitation-resent = ✅ Надіслано знову, строк почався заново.
invitation-resent-link = ✅ Оновлено. Старе посилання більше не діє, перешліть нове.
invitation-revoke = Відкликати запрошення до простору [b]{ $workspace }[/b]: [b]{ $name }[/b]? Посилання й кнопки перестануть діяти.
invitation-revoke-link = Відкликати посилання до простору [b]{ $workspace }[/b]? Воно перестане діяти.
invitation-mark-waiting = ⏳
invitation-mark-link = 🔗
invitation-mark-delivered = 📬
invitation-mark-opened = 👀
invitation-mark-unreachable = 📭
invitation-mark-accepted = ✅
invitation-mark-declined = 🚫
invitation-mark-revoked = ↩️
invitation-mark-expired = ⌛
invitation-state-waiting = чекає доставки
invitation-state-link = ще не відкрито
invitation-state-delivered = доставлено
invitation-state-opened = відкрито
invitation-state-unreachable = не достукатися: перешліть посилання
invitation-state-accepted = прийнято
invitation-state-declined = відхилено
invitation-state-revoked = відкликано
invitation-state-expired = строк минув
time-days = { $n ->
    [one] { $n } день
    [few] { $n } дні
   *[many] { $n } днів
}
time-hours = { $n ->
    [one] { $n } година
    [few] { $n } години
   *[many] { $n } годин
}
time-minutes = { $n ->
    [one] { $n } хвилина
    [few] { $n } хвилини
   *[many] { $n } хвилин
}

## Сповіщення

notice-invitation-accepted = 🎉 [b]{ $actor }[/b]: запрошення прийнято. Тепер це учасник простору [b]{ $workspace }[/b], роль: { $roles }.
notice-invitation-declined = [b]{ $actor }[/b]: запрошення до простору [b]{ $workspace }[/b] відхилено.
notice-invitation-expired = ⌛ [b]{ $name }[/b]: немає відповіді на запрошення до простору [b]{ $workspace }[/b], строк минув.
notice-invitation-expired-link = ⌛ Строк посилання до простору [b]{ $workspace }[/b] минув.
notice-invitation-unreachable =
    { $way ->
        [mail] 📭 Не вдалося написати: [b]{ $name }[/b], запрошення до простору [b]{ $workspace }[/b]. Поштовий сервер не приймає листів на цю адресу. Перевірте її або перешліть особисте посилання:
       *[chat] 📭 Не вдалося написати: [b]{ $name }[/b], запрошення до простору [b]{ $workspace }[/b]. Бота зупинено або ще не запущено. Перешліть особисте посилання:
    }

## Відмови

refusal-already-member = { $who ->
    [they] { $name } — уже учасник простору { $workspace }.
   *[you] Ви вже учасник простору { $workspace }.
}
refusal-already-invited = Для { $name } вже є інше чинне запрошення. Дивіться /invites.
refusal-too-many-people = Одразу { $count } — це забагато, межа { $most }. Запросіть, будь ласка, частинами.
refusal-link-uses = Посилання розраховане на кількість людей від 1 до { $most }. Вкажіть її, наприклад: /invite посилання 5
refusal-invitation-not-found = Тут такого запрошення немає. Якщо воно з іншого вашого простору, перемкніться: /workspaces. Якщо його надіслали вам, попросіть нове посилання.
refusal-invitation-accepted = Це запрошення до простору { $workspace } вже прийнято.
refusal-invitation-declined = Це запрошення до простору { $workspace } відхилено. Попросіть запросити вас знову: { $inviter }.
refusal-invitation-revoked = Запрошення до простору { $workspace } відкликано. Якщо воно вам потрібне, запитайте: { $inviter }.
refusal-invitation-expired = Строк запрошення до простору { $workspace } минув. Попросіть надіслати його знову: { $inviter }.
refusal-invitation-used-up = Посилання до простору { $workspace } вже використано. Попросіть інше: { $inviter }.
refusal-invitation-for-another = Це запрошення для іншої людини. Попросіть того, хто його надіслав, запросити вас окремо.
refusal-invitation-own = Це ваше власне запрошення до простору { $workspace }. Перешліть посилання тому, для кого воно.
refusal-inviter-lost-right = { $inviter } більше не може запрошувати до простору { $workspace } з такою роллю. Попросіть, щоб вас запросив хтось інший.
