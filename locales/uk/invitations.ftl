### Запрошення: запросити, відповісти, керувати.

command-invite = Запросити людей або зробити посилання-запрошення
command-invite-usage = { $by ->
    [contact] запросити +380501234567 { $role }
    [name] запросити @boris { $role }
   *[any] /invite @boris { $role }
}
command-invites = Запрошення і що з ними
command-invites-usage = { $by ->
    [any] /invites
   *[words] запрошення
}

## Кнопки

button-invite-pick = 👥 Вибрати людей
button-invite-link = 🔗 Зробити посилання
button-invite-send = Запросити
button-invite-create-link = Зробити посилання
button-invite-change-who = Змінити список
button-invite-until = ⏳ Строк доступу
button-invite-note = 📝 Додати повідомлення
button-invite-no-end = Без строку
button-invite-no-note = Без повідомлення
button-save = Зберегти
button-invitations = 📨 Усі запрошення
button-invitation-resend = 🔁 Надіслати знову
button-invitation-again = ↩️ Запросити знову
button-share-bot = 🤖 Поділитися ботом
share-bot = Це бот нашого простору. Відкрийте його й напишіть йому.
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
        [contact] Надішліть телефон, e-mail чи контакт. Або натисніть кнопку.
        [name] Надішліть @ім’я, посилання на сторінку, телефон чи e-mail. Або перешліть повідомлення людини, або натисніть кнопку.
       *[any] Надішліть @ім’я, телефон, e-mail чи контакт. Або перешліть повідомлення людини, або натисніть кнопку.
    }
invite-who-group =
    Кого запросити до простору [b]{ $workspace }[/b]?

    Відповідайте на це повідомлення: надішліть @ім’я. Або натисніть кнопку.
invite-pick = Натисніть кнопку внизу й виберіть до 10 людей.
invite-hidden =
    { $by ->
        [contact] Не бачу, хто автор цього повідомлення. Надішліть номер телефону або контакт.
        [name] Не бачу, хто автор цього повідомлення. Надішліть @ім’я або посилання на сторінку.
       *[any] Автор цього повідомлення приховує свій акаунт. Надішліть @ім’я або контакт.
    }
invite-unreadable = Не розумію, хто це: { $typed }. Надішліть @ім’я, e-mail чи телефон із кодом країни.
invite-no-such-role = Ролі «{ $typed }» тут немає. Виберіть іншу:
invite-near-role = Ролі «{ $typed }» тут немає. Можливо, [b]{ $role }[/b]?
invite-roles =
    { $many ->
        [yes] Які ролі надати: [b]{ $names }[/b]? Позначте й натисніть «Зберегти».
       *[no] Яку роль надати: [b]{ $names }[/b]?
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
invite-until = Коли доступ закінчиться? Натисніть кнопку або напишіть: «3 дні», «31.12.2026».
invite-note = Що написати разом із запрошенням? Вистачить одного-двох речень.
invite-no-such-end = Не розумію дату «{ $typed }».
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

invite-result = Запрошення до простору [b]{ $workspace }[/b]. Роль: [b]{ $roles }[/b].
invite-row-sent = ⏳ [b]{ $name }[/b]: запрошення надсилається. Воно діє до { $expires }.
invite-row-link = 🔗 [b]{ $name }[/b]: я не можу написати першим. Перешліть це посилання, воно діє до { $expires }.
invite-row-link-group = 🔗 [b]{ $name }[/b], я не можу написати вам першим. Натисніть кнопку, запрошення діє до { $expires }.
invite-row-link-elsewhere = 🔗 [b]{ $name }[/b]: запрошення готове й діє до { $expires }. Посилання особисте. Візьміть його в /invites в особистому чаті зі мною й перешліть.
invite-row-already-invited = 📨 [b]{ $name }[/b]: запрошення вже є, до { $expires }. Роль: { $roles }.
invite-row-already-member = 👤 [b]{ $name }[/b] — уже учасник. Змінити роль: /role.
invite-row-self = 🙂 Це ви, і ви вже учасник.
invite-row-not-registered = 📵 [b]{ $name }[/b] ще не користується цим ботом. Надішліть посилання або попросіть спершу написати боту.
invite-row-nobody-found =
    { $by ->
        [contact] 🔎 Не знаю, хто це: «{ $name }». Надішліть телефон, e-mail чи контакт. Або зробіть посилання: «запросити посилання»
        [name] 🔎 Не знаю, хто це: «{ $name }». Надішліть @ім’я чи посилання на сторінку, або перешліть повідомлення людини. Або зробіть посилання: «запросити посилання»
       *[any] 🔎 Не знаю, хто це: «{ $name }». Надішліть @ім’я чи контакт, або перешліть повідомлення людини. Або зробіть посилання: /invite link
    }
invite-row-several-found =
    { $by ->
        [contact] 🔎 «{ $name }»: підходить кілька людей ({ $names }). Надішліть телефон чи e-mail.
        [name] 🔎 «{ $name }»: підходить кілька людей ({ $names }). Надішліть @ім’я.
       *[any] 🔎 «{ $name }»: підходить кілька людей ({ $names }). Надішліть @ім’я.
    }
invite-link =
    { $uses ->
        [1] 🔗 Посилання до простору [b]{ $workspace }[/b] для однієї людини. Роль: [b]{ $roles }[/b]. Діє до { $expires }.
        [one] 🔗 Посилання до простору [b]{ $workspace }[/b] для { $uses } людини. Роль: [b]{ $roles }[/b]. Діє до { $expires }.
        [few] 🔗 Посилання до простору [b]{ $workspace }[/b] для { $uses } людей. Роль: [b]{ $roles }[/b]. Діє до { $expires }.
       *[many] 🔗 Посилання до простору [b]{ $workspace }[/b] для { $uses } людей. Роль: [b]{ $roles }[/b]. Діє до { $expires }.
    }
invite-link-limited = { $most ->
    [1] ℹ️ Ця роль лише для однієї людини. Поки вона зайнята, прийняти запрошення не можна.
    [one] ℹ️ Ця роль не більш ніж для { $most } людини. Поки місць немає, прийняти запрошення не можна.
    [few] ℹ️ Ця роль не більш ніж для { $most } людей. Поки місць немає, прийняти запрошення не можна.
   *[many] ℹ️ Ця роль не більш ніж для { $most } людей. Поки місць немає, прийняти запрошення не можна.
  }
invitation-share = Приєднуйтеся до простору «{ $workspace }»: відкрийте посилання й дайте відповідь на запрошення.
invitation-qr = ▦ Запрошення до простору «{ $workspace }». Роль: { $roles }. Нехай наведуть камеру.

## Картка запрошеного

invitation-card = 👋 [b]{ $actor }[/b] запрошує вас до простору [b]{ $workspace }[/b]. Роль: [b]{ $roles }[/b].
invitation-reminder = ⏰ Нагадую: [b]{ $actor }[/b] запрошує вас до простору [b]{ $workspace }[/b]. Роль: [b]{ $roles }[/b]. Строк запрошення скоро мине.
invitation-card-until = Доступ діє до { $until }.
invitation-card-note = «{ $note }»
invitation-card-expires = Відповісти можна до { $expires }.
invitation-abilities = Що можна з роллю [b]{ $roles }[/b] у просторі [b]{ $workspace }[/b]:
invitation-welcome = 🎉 Вітаємо у просторі [b]{ $workspace }[/b]! Ваша роль: { $roles }.
invitation-declined = Ви відхилили запрошення до простору [b]{ $workspace }[/b]. Якщо передумаєте, попросіть запросити вас знову: { $inviter }.
invitation-passed = Ви не скористалися посиланням до простору [b]{ $workspace }[/b]. Воно ще діє: відкрийте його знову, якщо передумаєте.
invitation-card-replaced = Нижче — нове запрошення до простору [b]{ $workspace }[/b].

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
invitation-managed-unbacked = ⚠️ { $inviter } більше не може запрошувати із цією роллю. Надішліть знову від свого імені або відкличте.
invitation-used-by = Скористалися: { $names }
invitation-used-by-more = Скористалися: { $names } і ще { $more }
invitation-roles = Яку роль надати: [b]{ $name }[/b]? Зараз: { $roles }.
invitation-roles-link = Яку роль даватиме посилання? Зараз: { $roles }.
invitation-roles-changed = ✅ Змінено. Тепер запрошення дає нову роль.
invitation-resent = ✅ Надіслано знову, строк почався заново.
invitation-resent-link = ✅ Нове посилання готове. Старе більше не діє, перешліть нове.
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
invitation-state-waiting = надсилається
invitation-state-link = ще не відкрито
invitation-state-delivered = доставлено
invitation-state-opened = відкрито
invitation-state-unreachable = не доставлено: перешліть посилання
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

notice-invitation-accepted = 🎉 [b]{ $actor }[/b] тепер у просторі [b]{ $workspace }[/b]. Роль: { $roles }.
notice-invitation-declined = 🚫 Запрошення до простору [b]{ $workspace }[/b] відхилено ([b]{ $actor }[/b]).
notice-invitation-expired = ⌛ [b]{ $name }[/b]: запрошення до простору [b]{ $workspace }[/b] залишилося без відповіді, строк минув.
notice-invitation-expired-link = ⌛ Строк посилання до простору [b]{ $workspace }[/b] минув.
notice-invitation-unreachable =
    { $way ->
        [mail] 📭 Не вдалося доставити запрошення до простору [b]{ $workspace }[/b]: [b]{ $name }[/b]. Поштовий сервер не приймає цю адресу. Перевірте її або перешліть особисте посилання:
       *[chat] 📭 Не вдалося доставити запрошення до простору [b]{ $workspace }[/b]: [b]{ $name }[/b]. Людина заблокувала бота або ще не писала йому. Перешліть особисте посилання:
    }

## Відмови

refusal-already-member = { $who ->
    [they] { $name } — уже учасник простору «{ $workspace }».
   *[you] Ви вже учасник простору «{ $workspace }».
}
refusal-already-invited = Інше запрошення вже чекає на відповідь: { $name }. Подивитися: { $by ->
        [any] /invites
       *[words] напишіть «запрошення»
    }
refusal-too-many-people = Одразу { $count } — забагато. Запрошуйте не більше { $most } за раз.
refusal-link-uses = Посилання діє для 1–{ $most } людей. Вкажіть, для скількох, наприклад: { $by ->
        [any] /invite посилання 5
       *[words] запросити посилання 5
    }
refusal-invitation-not-found = Тут такого запрошення немає. Якщо воно з іншого вашого простору, спершу відкрийте той. Якщо його надіслали вам, попросіть нове посилання.
refusal-invitation-accepted = Це запрошення до простору «{ $workspace }» вже прийнято.
refusal-invitation-declined = Це запрошення до простору «{ $workspace }» відхилено. Попросіть запросити вас знову: { $inviter }.
refusal-invitation-revoked = Запрошення до простору «{ $workspace }» відкликано. Якщо воно вам потрібне, запитайте: { $inviter }.
refusal-invitation-expired = Строк запрошення до простору «{ $workspace }» минув. Попросіть надіслати його знову: { $inviter }.
refusal-invitation-used-up = Посилання до простору «{ $workspace }» вже використано. Попросіть інше: { $inviter }.
refusal-invitation-for-another = Це запрошення для іншої людини. Попросіть того, хто його надіслав, запросити й вас.
refusal-invitation-own = Це ваше власне запрошення до простору «{ $workspace }». Перешліть посилання тому, для кого воно.
refusal-inviter-lost-right = { $inviter } більше не може запрошувати до простору «{ $workspace }» із цією роллю. Попросіть когось іншого.
