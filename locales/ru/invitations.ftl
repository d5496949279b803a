### Приглашения: пригласить, ответить, управлять.

command-invite = Пригласить людей или сделать ссылку-приглашение
command-invite-usage = { $by ->
    [contact] пригласить +380501234567 { $role }
    [name] пригласить @boris { $role }
   *[any] /invite @boris { $role }
}
command-invites = Приглашения и что с ними
command-invites-usage = { $by ->
    [any] /invites
   *[words] приглашения
}

## Кнопки

button-invite-pick = 👥 Выбрать людей
button-invite-link = 🔗 Сделать ссылку
button-invite-send = Пригласить
button-invite-create-link = Сделать ссылку
button-invite-change-who = Изменить список
button-invite-until = ⏳ Срок доступа
button-invite-note = 📝 Добавить сообщение
button-invite-no-end = Без срока
button-invite-no-note = Без сообщения
button-save = Сохранить
button-invitations = 📨 Все приглашения
button-invitation-resend = 🔁 Отправить снова
button-invitation-again = ↩️ Пригласить снова
button-share-bot = 🤖 Поделиться ботом
share-bot = Это бот нашего пространства. Откройте его и напишите ему.
button-invitation-role = Изменить роль
button-invitation-role-to = Сменить на: { $roles }
button-invitation-revoke = Отозвать
button-invitation-revoke-yes = Да, отозвать
button-invitation-revoke-no = Нет, оставить
button-invitation-share = 📤 Поделиться ссылкой
button-invitation-share-to = 📤 Отправить: { $name }
button-invitation-qr = ▦ QR-код
button-invitation-open = 🔗 Вступить
button-invitation-open-for = 🔗 Для: { $name }
button-accept = ✅ Принять
button-decline = Отклонить
button-what-can-i-do = Что я смогу делать?
button-what-can-i-do-now = Что я могу делать?

## Мастер

invite-name = { $name }
invite-who =
    Кого пригласить в пространство [b]{ $workspace }[/b]?

    { $by ->
        [contact] Пришлите телефон, e-mail или контакт. Или нажмите кнопку.
        [name] Пришлите @имя, ссылку на страницу, телефон или e-mail. Или перешлите сообщение человека, или нажмите кнопку.
       *[any] Пришлите @имя, телефон, e-mail или контакт. Или перешлите сообщение человека, или нажмите кнопку.
    }
invite-who-group =
    Кого пригласить в пространство [b]{ $workspace }[/b]?

    Ответьте на это сообщение, указав @имя, или нажмите кнопку.
invite-pick = Нажмите кнопку внизу и выберите до 10 человек.
invite-hidden =
    { $by ->
        [contact] Не вижу, кто автор этого сообщения. Пришлите номер телефона или контакт.
        [name] Не вижу, кто автор этого сообщения. Пришлите @имя или ссылку на страницу.
       *[any] Автор этого сообщения скрывает свой аккаунт. Пришлите @имя или контакт.
    }
invite-unreadable = Не понимаю, кто это: { $typed }. Пришлите @имя, e-mail или телефон с кодом страны.
invite-no-such-role = Роли «{ $typed }» здесь нет. Выберите другую:
invite-near-role = Роли «{ $typed }» здесь нет. Может быть, [b]{ $role }[/b]?
invite-roles =
    { $many ->
        [yes] Какие роли выдать: [b]{ $names }[/b]? Отметьте и нажмите «Сохранить».
       *[no] Какую роль выдать: [b]{ $names }[/b]?
    }
invite-roles-link =
    { $many ->
        [yes] Какие роли даст ссылка? Отметьте и нажмите «Сохранить».
       *[no] Какую роль даст ссылка?
    }
invite-recommended = Что обычно подходит:
invite-recommended-line = • { $person }: { $role }
invite-person-leader = Руководитель
invite-person-project-manager = Менеджер проекта
invite-person-operator = Оператор
invite-person-analyst = Аналитик
invite-person-technical-specialist = Технический специалист
invite-until = Когда доступ закончится? Нажмите кнопку или напишите: «3 дня», «31.12.2026».
invite-note = Что написать вместе с приглашением? Хватит одного-двух предложений.
invite-no-such-end = Не понимаю дату «{ $typed }».
invite-preview-until = Доступ закончится: { $until }.
invite-preview =
    Пригласить в пространство [b]{ $workspace }[/b]: [b]{ $names }[/b]? Роль: [b]{ $roles }[/b].

    Что можно будет делать:
invite-preview-link =
    { $uses ->
        [1] Сделать ссылку в пространство [b]{ $workspace }[/b] для одного человека? Роль: [b]{ $roles }[/b].
        [one] Сделать ссылку в пространство [b]{ $workspace }[/b] для { $uses } человека? Роль: [b]{ $roles }[/b].
        [few] Сделать ссылку в пространство [b]{ $workspace }[/b] для { $uses } человек? Роль: [b]{ $roles }[/b].
       *[many] Сделать ссылку в пространство [b]{ $workspace }[/b] для { $uses } человек? Роль: [b]{ $roles }[/b].
    }

    Что можно будет делать:

## Что получилось

invite-result = Приглашение в пространство [b]{ $workspace }[/b]. Роль: [b]{ $roles }[/b].
invite-row-sent = ⏳ [b]{ $name }[/b]: приглашение отправляется. Оно действует до { $expires }.
invite-row-link = 🔗 [b]{ $name }[/b]: я не могу написать первым. Перешлите эту ссылку, она действует до { $expires }.
invite-row-link-group = 🔗 [b]{ $name }[/b], я не могу написать вам первым. Нажмите кнопку, приглашение действует до { $expires }.
invite-row-link-elsewhere = 🔗 [b]{ $name }[/b]: приглашение готово и действует до { $expires }. Ссылка личная. Возьмите её в /invites в личном чате со мной и перешлите.
invite-row-already-invited = 📨 [b]{ $name }[/b]: приглашение уже есть, до { $expires }. Роль: { $roles }.
invite-row-already-member = 👤 [b]{ $name }[/b] — уже участник. Сменить роль: /role.
invite-row-self = 🙂 Это вы, и вы уже участник.
invite-row-not-registered = 📵 [b]{ $name }[/b] ещё не пользуется этим ботом. Отправьте ссылку или попросите сначала написать боту.
invite-row-nobody-found =
    { $by ->
        [contact] 🔎 Не знаю, кто это: «{ $name }». Пришлите телефон, e-mail или контакт. Или сделайте ссылку: «пригласить ссылка»
        [name] 🔎 Не знаю, кто это: «{ $name }». Пришлите @имя или ссылку на страницу, или перешлите сообщение человека. Или сделайте ссылку: «пригласить ссылка»
       *[any] 🔎 Не знаю, кто это: «{ $name }». Пришлите @имя или контакт, или перешлите сообщение человека. Или сделайте ссылку: /invite link
    }
invite-row-several-found =
    { $by ->
        [contact] 🔎 «{ $name }»: подходит несколько человек ({ $names }). Пришлите телефон или e-mail.
        [name] 🔎 «{ $name }»: подходит несколько человек ({ $names }). Пришлите @имя.
       *[any] 🔎 «{ $name }»: подходит несколько человек ({ $names }). Пришлите @имя.
    }
invite-link =
    { $uses ->
        [1] 🔗 Ссылка в пространство [b]{ $workspace }[/b] для одного человека. Роль: [b]{ $roles }[/b]. Действует до { $expires }.
        [one] 🔗 Ссылка в пространство [b]{ $workspace }[/b] для { $uses } человека. Роль: [b]{ $roles }[/b]. Действует до { $expires }.
        [few] 🔗 Ссылка в пространство [b]{ $workspace }[/b] для { $uses } человек. Роль: [b]{ $roles }[/b]. Действует до { $expires }.
       *[many] 🔗 Ссылка в пространство [b]{ $workspace }[/b] для { $uses } человек. Роль: [b]{ $roles }[/b]. Действует до { $expires }.
    }
invite-link-limited = { $most ->
    [1] ℹ️ Эта роль только для одного человека. Пока она занята, принять приглашение нельзя.
    [one] ℹ️ Эта роль не больше чем для { $most } человека. Пока мест нет, принять приглашение нельзя.
    [few] ℹ️ Эта роль не больше чем для { $most } человек. Пока мест нет, принять приглашение нельзя.
   *[many] ℹ️ Эта роль не больше чем для { $most } человек. Пока мест нет, принять приглашение нельзя.
  }
invitation-share = Присоединяйтесь к пространству «{ $workspace }»: откройте ссылку и ответьте на приглашение.
invitation-qr = ▦ Приглашение в пространство «{ $workspace }». Роль: { $roles }. Пусть наведут камеру.

## Карточка приглашённого

invitation-card = 👋 [b]{ $actor }[/b] приглашает вас в пространство [b]{ $workspace }[/b]. Роль: [b]{ $roles }[/b].
invitation-reminder = ⏰ Напоминаю: [b]{ $actor }[/b] приглашает вас в пространство [b]{ $workspace }[/b]. Роль: [b]{ $roles }[/b]. Приглашение скоро истечёт.
invitation-card-until = Доступ действует до { $until }.
invitation-card-note = «{ $note }»
invitation-card-expires = Ответить можно до { $expires }.
invitation-abilities = Что можно с ролью [b]{ $roles }[/b] в пространстве [b]{ $workspace }[/b]:
invitation-welcome = 🎉 Добро пожаловать в пространство [b]{ $workspace }[/b]! Ваша роль: { $roles }.
invitation-declined = Вы отклонили приглашение в пространство [b]{ $workspace }[/b]. Если передумаете, попросите пригласить вас снова: { $inviter }.
invitation-passed = Вы не воспользовались ссылкой в пространство [b]{ $workspace }[/b]. Она ещё действует: откройте её снова, если передумаете.
invitation-card-replaced = Ниже — новое приглашение в пространство [b]{ $workspace }[/b].

## Управление

invitations-title = 📨 Приглашения в пространство [b]{ $workspace }[/b]
invitations-none = В пространство [b]{ $workspace }[/b] пока никого не приглашали.
invitations-row = { $number }. { $mark } [b]{ $name }[/b] · { $roles } · { $state }
invitations-row-pending = { $number }. { $mark } [b]{ $name }[/b] · { $roles } · { $state } · ещё { $left }
invitation-anybody = Ссылка
invitation-managed =
    📨 [b]{ $name }[/b]
    В пространство [b]{ $workspace }[/b], роль: [b]{ $roles }[/b]
    Кто пригласил: { $inviter }
    { $mark } { $state }
invitation-managed-uses = Использований: { $uses } из { $most }
invitation-managed-left = Ещё { $left }, до { $expires }
invitation-managed-unbacked = ⚠️ { $inviter } больше не может приглашать с этой ролью. Отправьте снова от своего имени или отзовите.
invitation-used-by = Воспользовались: { $names }
invitation-used-by-more = Воспользовались: { $names } и ещё { $more }
invitation-roles = Какую роль выдать: [b]{ $name }[/b]? Сейчас: { $roles }.
invitation-roles-link = Какую роль будет давать ссылка? Сейчас: { $roles }.
invitation-roles-changed = ✅ Изменено. Теперь приглашение даёт новую роль.
invitation-resent = ✅ Отправлено снова, срок начался заново.
invitation-resent-link = ✅ Новая ссылка готова. Старая больше не работает, перешлите новую.
invitation-revoke = Отозвать приглашение в пространство [b]{ $workspace }[/b]: [b]{ $name }[/b]? Ссылка и кнопки перестанут работать.
invitation-revoke-link = Отозвать ссылку в пространство [b]{ $workspace }[/b]? Она перестанет работать.
invitation-mark-waiting = ⏳
invitation-mark-link = 🔗
invitation-mark-delivered = 📬
invitation-mark-opened = 👀
invitation-mark-unreachable = 📭
invitation-mark-accepted = ✅
invitation-mark-declined = 🚫
invitation-mark-revoked = ↩️
invitation-mark-expired = ⌛
invitation-state-waiting = отправляется
invitation-state-link = ещё не открыта
invitation-state-delivered = доставлено
invitation-state-opened = открыто
invitation-state-unreachable = не доставлено: перешлите ссылку
invitation-state-accepted = принято
invitation-state-declined = отклонено
invitation-state-revoked = отозвано
invitation-state-expired = истекло
time-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
time-hours = { $n ->
    [one] { $n } час
    [few] { $n } часа
   *[many] { $n } часов
}
time-minutes = { $n ->
    [one] { $n } минута
    [few] { $n } минуты
   *[many] { $n } минут
}

## Уведомления

notice-invitation-accepted = 🎉 [b]{ $actor }[/b] теперь в пространстве [b]{ $workspace }[/b]. Роль: { $roles }.
notice-invitation-declined = 🚫 Приглашение в пространство [b]{ $workspace }[/b] отклонено ([b]{ $actor }[/b]).
notice-invitation-expired = ⌛ [b]{ $name }[/b]: приглашение в пространство [b]{ $workspace }[/b] осталось без ответа и истекло.
notice-invitation-expired-link = ⌛ Срок ссылки в пространство [b]{ $workspace }[/b] истёк.
notice-invitation-unreachable =
    { $way ->
        [mail] 📭 Не получилось доставить приглашение в пространство [b]{ $workspace }[/b]: [b]{ $name }[/b]. Почтовый сервер не принимает этот адрес. Проверьте его или перешлите личную ссылку:
       *[chat] 📭 Не получилось доставить приглашение в пространство [b]{ $workspace }[/b]: [b]{ $name }[/b]. Человек заблокировал бота или ещё не писал ему. Перешлите личную ссылку:
    }

## Отказы

refusal-already-member = { $who ->
    [they] { $name } — уже участник пространства «{ $workspace }».
   *[you] Вы уже участник пространства «{ $workspace }».
}
refusal-already-invited = Другое приглашение уже ждёт ответа: { $name }. Посмотреть: { $by ->
        [any] /invites
       *[words] напишите «приглашения»
    }
refusal-too-many-people = Сразу { $count } — слишком много. Приглашайте не больше { $most } за раз.
refusal-link-uses = Ссылка действует для 1–{ $most } человек. Укажите, для скольких, например: { $by ->
        [any] /invite ссылка 5
       *[words] пригласить ссылка 5
    }
refusal-invitation-not-found = Здесь такого приглашения нет. Если оно из другого вашего пространства, сначала откройте то. Если его прислали вам, попросите новую ссылку.
refusal-invitation-accepted = Это приглашение в пространство «{ $workspace }» уже принято.
refusal-invitation-declined = Это приглашение в пространство «{ $workspace }» отклонено. Попросите пригласить вас снова: { $inviter }.
refusal-invitation-revoked = Приглашение в пространство «{ $workspace }» отозвано. Если оно вам нужно, спросите: { $inviter }.
refusal-invitation-expired = Срок приглашения в пространство «{ $workspace }» истёк. Попросите отправить его снова: { $inviter }.
refusal-invitation-used-up = Ссылка в пространство «{ $workspace }» уже использована. Попросите другую: { $inviter }.
refusal-invitation-for-another = Это приглашение для другого человека. Попросите того, кто его прислал, пригласить и вас.
refusal-invitation-own = Это ваше собственное приглашение в пространство «{ $workspace }». Перешлите ссылку тому, для кого оно.
refusal-inviter-lost-right = { $inviter } больше не может приглашать в пространство «{ $workspace }» с этой ролью. Попросите кого-то другого.
