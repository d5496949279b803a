### Приглашения: пригласить, ответить, управлять.

command-invite = Пригласить людей или сделать ссылку-приглашение
command-invite-usage = /invite { $by ->
    [contact] +380501234567
   *[any] @boris
} { $role }
command-invites = Кого пригласили и что с приглашениями
command-invites-usage = /invites

## Кнопки

button-invite-pick = 👥 Выбрать людей
button-invite-link = 🔗 Сделать ссылку
button-invite-send = Пригласить
button-invite-create-link = Сделать ссылку
button-invite-change-who = Изменить людей
button-invite-until = ⏳ Срок доступа
button-invite-note = 📝 Приписать
button-invite-no-end = Без срока
button-invite-no-note = Без приписки
button-save = Сохранить
button-invitations = 📨 Все приглашения
button-invitation-resend = 🔁 Отправить снова
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
        [contact] Пришлите телефон или e-mail, поделитесь контактом или нажмите кнопку.
        [name] Пришлите @имя или адрес страницы, телефон или e-mail, перешлите сообщение человека или нажмите кнопку.
       *[any] Пришлите @имя, телефон или e-mail, перешлите сообщение человека, поделитесь контактом или нажмите кнопку.
    }
invite-who-group =
    Кого пригласить в пространство [b]{ $workspace }[/b]?

    Ответьте на это сообщение, указав @имя, или нажмите кнопку.
invite-pick = Нажмите кнопку под полем ввода и выберите до 10 человек.
invite-hidden =
    { $by ->
        [contact] Я не вижу, кто автор этого сообщения. Пришлите номер телефона или контакт.
        [name] Я не вижу, кто автор этого сообщения. Пришлите @имя или адрес страницы.
       *[any] Автор этого сообщения скрывает свой аккаунт, и я не вижу, кто это. Пришлите @имя или контакт.
    }
invite-unreadable = Не удалось прочитать { $typed }: это не @имя, не почта и не номер телефона. Номер лучше присылать с кодом страны.
invite-no-such-role = Роли «{ $typed }» здесь нет. Выберите, пожалуйста:
invite-roles =
    { $many ->
        [yes] Какие роли дать: [b]{ $names }[/b]? Отметьте и нажмите «Сохранить».
       *[no] Какую роль дать: [b]{ $names }[/b]?
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
invite-until = Когда доступ должен закончиться? Нажмите или напишите: «3 дня», «31.12.2026».
invite-note = Что сказать вместе с приглашением? Напишите одно-два предложения.
invite-no-such-end = Не понимаю «{ $typed }» как срок.
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

invite-result = Приглашение в пространство [b]{ $workspace }[/b], роль: [b]{ $roles }[/b].
invite-row-sent = ⏳ [b]{ $name }[/b]: ждём доставки. Приглашение действует до { $expires }.
invite-row-link = 🔗 [b]{ $name }[/b]: я не могу написать первым. Перешлите эту ссылку; она действует до { $expires }.
invite-row-link-group = 🔗 [b]{ $name }[/b]: я не могу написать вам первым. Нажмите кнопку; приглашение действует до { $expires }.
invite-row-link-elsewhere = 🔗 [b]{ $name }[/b]: приглашение готово и действует до { $expires }. Ссылка не для всех глаз: возьмите её в /invites в личном чате со мной и перешлите.
invite-row-already-invited = 📨 [b]{ $name }[/b]: приглашение уже есть, роль: { $roles }, до { $expires }.
invite-row-already-member = 👤 [b]{ $name }[/b] уже участник. Роль меняется командой /role.
invite-row-self = 🙂 Это вы сами, и вы уже участник.
invite-row-not-registered = 📵 [b]{ $name }[/b]: не зарегистрирован. Сюда можно пригласить только тех, кто хоть раз писал мне: попросите открыть этого бота и написать ему что-нибудь, потом пригласите ещё раз.
invite-row-nobody-found =
    { $by ->
        [contact] 🔎 Я не знаю, кто такой «{ $name }». Пришлите телефон или e-mail, поделитесь контактом или сделайте ссылку: /invite link
        [name] 🔎 Я не знаю, кто такой «{ $name }». Пришлите @имя или адрес страницы, перешлите сообщение человека или сделайте ссылку: /invite link
       *[any] 🔎 Я не знаю, кто такой «{ $name }». Пришлите @имя или контакт, перешлите сообщение человека или сделайте ссылку: /invite link
    }
invite-row-several-found =
    { $by ->
        [contact] 🔎 «{ $name }» — это может быть { $names }. Пришлите, пожалуйста, телефон или e-mail.
        [name] 🔎 «{ $name }» — это может быть { $names }. Пришлите, пожалуйста, @имя.
       *[any] 🔎 «{ $name }» — это может быть { $names }. Пришлите, пожалуйста, @имя.
    }
invite-link =
    { $uses ->
        [1] 🔗 Ссылка в пространство [b]{ $workspace }[/b] для одного человека, роль: [b]{ $roles }[/b]. Действует до { $expires }.
        [one] 🔗 Ссылка в пространство [b]{ $workspace }[/b] для { $uses } человека, роль: [b]{ $roles }[/b]. Действует до { $expires }.
        [few] 🔗 Ссылка в пространство [b]{ $workspace }[/b] для { $uses } человек, роль: [b]{ $roles }[/b]. Действует до { $expires }.
       *[many] 🔗 Ссылка в пространство [b]{ $workspace }[/b] для { $uses } человек, роль: [b]{ $roles }[/b]. Действует до { $expires }.
    }
invite-link-limited = { $most ->
    [1] ℹ️ Эта роль — только для одного человека: кто примет приглашение, когда она занята, узнает об этом.
    [one] ℹ️ Эту роль могут иметь не больше { $most } человека: кто примет приглашение, когда мест нет, узнает об этом.
    [few] ℹ️ Эту роль могут иметь не больше { $most } человек: кто примет приглашение, когда мест нет, узнает об этом.
   *[many] ℹ️ Эту роль могут иметь не больше { $most } человек: кто примет приглашение, когда мест нет, узнает об этом.
  }
invitation-share = Присоединяйтесь к пространству { $workspace }: откройте ссылку и ответьте на приглашение.
invitation-qr = ▦ Приглашение в пространство { $workspace }. Роль: { $roles }. Пусть наведут камеру.

## Карточка приглашённого

invitation-card = 👋 [b]{ $actor }[/b] приглашает вас в пространство [b]{ $workspace }[/b]. Роль: [b]{ $roles }[/b].
invitation-reminder = ⏰ Напоминаю: [b]{ $actor }[/b] приглашает вас в пространство [b]{ $workspace }[/b], роль: [b]{ $roles }[/b]. Времени осталось немного.
invitation-card-until = Доступ будет до { $until }.
invitation-card-note = «{ $note }»
invitation-card-expires = Ответить можно до { $expires }.
invitation-abilities = Что можно с ролью [b]{ $roles }[/b] в пространстве [b]{ $workspace }[/b]:
invitation-welcome = 🎉 Добро пожаловать в пространство [b]{ $workspace }[/b]! Ваша роль: { $roles }.
invitation-declined = Вы отклонили приглашение в пространство [b]{ $workspace }[/b]. Если передумаете, попросите пригласить вас снова: { $inviter }.
invitation-passed = Вы не воспользовались ссылкой в пространство [b]{ $workspace }[/b]. Пока она действует: откройте её снова, если передумаете.
invitation-card-replaced = Ниже — более новое приглашение в пространство [b]{ $workspace }[/b].

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
invitation-managed-unbacked = ⚠️ { $inviter } больше не может это предлагать, поэтому принять приглашение нельзя. Нажмите «Отправить снова», чтобы оно стало вашим, или отзовите его.
invitation-used-by = Воспользовались: { $names }
invitation-used-by-more = Воспользовались: { $names } и ещё { $more }
invitation-roles = Какую роль дать: [b]{ $name }[/b]? Сейчас: { $roles }.
invitation-roles-link = Какую роль будет давать ссылка? Сейчас: { $roles }.
invitation-roles-changed = ✅ Изменено. Теперь приглашение даёт новую роль.
invitation-resent = ✅ Отправлено снова, срок начался заново.
invitation-resent-link = ✅ Обновлено. Старая ссылка больше не работает, перешлите новую.
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
invitation-state-waiting = ждёт доставки
invitation-state-link = ещё не открыта
invitation-state-delivered = доставлено
invitation-state-opened = открыто
invitation-state-unreachable = не достучаться: перешлите ссылку
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

notice-invitation-accepted = 🎉 [b]{ $actor }[/b]: приглашение принято. Теперь это участник пространства [b]{ $workspace }[/b], роль: { $roles }.
notice-invitation-declined = [b]{ $actor }[/b]: приглашение в пространство [b]{ $workspace }[/b] отклонено.
notice-invitation-expired = ⌛ [b]{ $name }[/b]: нет ответа на приглашение в пространство [b]{ $workspace }[/b], срок истёк.
notice-invitation-expired-link = ⌛ Срок ссылки в пространство [b]{ $workspace }[/b] истёк.
notice-invitation-unreachable =
    { $way ->
        [mail] 📭 Не получилось написать: [b]{ $name }[/b], приглашение в пространство [b]{ $workspace }[/b]. Почтовый сервер не принимает писем на этот адрес. Проверьте его или перешлите личную ссылку:
       *[chat] 📭 Не получилось написать: [b]{ $name }[/b], приглашение в пространство [b]{ $workspace }[/b]. Бот остановлен или ещё не запущен. Перешлите личную ссылку:
    }

## Отказы

refusal-already-member = { $who ->
    [they] { $name } — уже участник пространства { $workspace }.
   *[you] Вы уже участник пространства { $workspace }.
}
refusal-already-invited = Для { $name } уже есть другое действующее приглашение. Смотрите /invites.
refusal-too-many-people = Сразу { $count } — это много, предел { $most }. Пригласите, пожалуйста, частями.
refusal-link-uses = Ссылка рассчитана на число людей от 1 до { $most }. Укажите его, например: /invite ссылка 5
refusal-invitation-not-found = Здесь такого приглашения нет. Если оно из другого вашего пространства, переключитесь: /workspaces. Если его прислали вам, попросите новую ссылку.
refusal-invitation-accepted = Это приглашение в пространство { $workspace } уже принято.
refusal-invitation-declined = Это приглашение в пространство { $workspace } отклонено. Попросите пригласить вас снова: { $inviter }.
refusal-invitation-revoked = Приглашение в пространство { $workspace } отозвано. Если оно вам нужно, спросите: { $inviter }.
refusal-invitation-expired = Срок приглашения в пространство { $workspace } истёк. Попросите отправить его снова: { $inviter }.
refusal-invitation-used-up = Ссылка в пространство { $workspace } уже использована. Попросите другую: { $inviter }.
refusal-invitation-for-another = Это приглашение для другого человека. Попросите того, кто его прислал, пригласить вас отдельно.
refusal-invitation-own = Это ваше собственное приглашение в пространство { $workspace }. Перешлите ссылку тому, для кого оно.
refusal-inviter-lost-right = { $inviter } больше не может приглашать в пространство { $workspace } с такой ролью. Попросите, чтобы вас пригласил кто-то другой.
