### Участники: списки, карточки, роли, удаление, выход, передача.

command-members = Участники; можно искать по имени, почте, телефону
command-members-usage = { $by ->
    [any] /members анна
   *[words] участники анна
}
command-member = Карточка участника
command-member-usage = { $by ->
    [contact] участник Борис
    [name] участник @boris
   *[any] /member @boris
}
command-role = Сменить роль участника, можно на время
command-role-usage = { $by ->
    [contact] роль Борис { $role } на 3 дня
    [name] роль @boris { $role } на 3 дня
   *[any] /role @boris { $role } на 3 дня
}
command-remove = Удалить участника
command-remove-usage = { $by ->
    [contact] удалить Борис
    [name] удалить @boris
   *[any] /remove @boris
}
command-roles = Роли и что каждая позволяет
command-roles-usage = { $by ->
    [any] /roles
   *[words] роли
}
command-leave = Выйти из пространства
command-leave-usage = { $by ->
    [any] /leave
   *[words] выйти
}
command-transfer = Передать пространство другому владельцу
command-transfer-usage = { $by ->
    [contact] передать Борис
    [name] передать @boris
   *[any] /transfer @boris
}

## Кнопки

button-all-members = 👥 Все участники
button-back-to-members = ‹ Участники
button-member-card = 👤 Карточка
button-change-role = 🎭 Сменить роль
button-remove = 🗑 Удалить
button-locked = 🔒 { $label }
button-leave = 🚪 Выйти
button-transfer = 👑 Передать
button-confirm = ✅ Подтвердить
button-close-access = Да, удалить
button-keep-access = Нет, оставить
button-leave-yes = Да, выйти
button-leave-no = Нет, остаться
button-transfer-yes = Да, передать
button-transfer-no = Нет, оставить себе
button-transfer-accept = ✅ Принять
button-transfer-decline = Отказаться
button-transfer-cancel = Отозвать предложение
button-all-roles = ‹ Все роли

## Списки

members-of =
    { $count ->
        [one] 👥 [b]{ $workspace }[/b]: { $count } участник
        [few] 👥 [b]{ $workspace }[/b]: { $count } участника
       *[many] 👥 [b]{ $workspace }[/b]: { $count } участников
    }
members-found = 🔎 [b]{ $workspace }[/b]: в имени или @имени есть «{ $search }»
members-none =
    🔎 В пространстве [b]{ $workspace }[/b] ни у кого в имени нет «{ $search }».

    Попробуйте другую часть имени. Одну-две буквы я ищу только в начале.
member-line = • [b]{ $name }[/b] — { $roles } · { $messenger }
member-suspended = ⏸ участие приостановлено
member-button = { $name }
member-button-username = { $name } · @{ $username }
member-which = Подходит несколько участников. Кого вы имеете в виду?
member-which-more =
    { $by ->
        [contact] Подходят и другие. Если нужного здесь нет, напишите имя полнее.
        [name] Подходят и другие. Если нужного здесь нет, напишите имя полнее или @имя.
       *[any] Подходят и другие. Если нужного здесь нет, напишите имя полнее или @имя.
    }

## О ком речь

member-who-card =
    { $by ->
        [contact] Чью карточку показать? Нажмите на имя, напишите его часть или телефон.
        [name] Чью карточку показать? Нажмите на имя, напишите его часть или @имя.
       *[any] Чью карточку показать? Нажмите на имя, напишите его часть или @имя.
    }
member-who-role =
    { $by ->
        [contact] Кому сменить роль? Нажмите на имя, напишите его часть или телефон.
        [name] Кому сменить роль? Нажмите на имя, напишите его часть или @имя.
       *[any] Кому сменить роль? Нажмите на имя, напишите его часть или @имя.
    }
member-who-remove =
    { $by ->
        [contact] Кого удалить из пространства? Нажмите на имя, напишите его часть или телефон.
        [name] Кого удалить из пространства? Нажмите на имя, напишите его часть или @имя.
       *[any] Кого удалить из пространства? Нажмите на имя, напишите его часть или @имя.
    }
member-who-transfer =
    { $by ->
        [contact] Кто станет новым владельцем? Нажмите на имя, напишите его часть или телефон.
        [name] Кто станет новым владельцем? Нажмите на имя, напишите его часть или @имя.
       *[any] Кто станет новым владельцем? Нажмите на имя, напишите его часть или @имя.
    }
member-nobody-else = Здесь пока только вы. Сначала пригласите кого-нибудь: [b]/invite[/b].

## Карточка

member-card-name = 👤 [b]{ $name }[/b]
member-card-name-username = 👤 [b]{ $name }[/b] · @{ $username }
member-card-roles = Роль: { $roles }
member-card-joined = Здесь с { $date }
member-card-invited = Здесь с { $date }; кто пригласил: { $inviter }
member-card-active = Последняя активность: { $at }
member-card-messengers = Пишет из: { $messengers }
held-role-until = { $role } (до { $until })
held-role-ended = { $role } (срок истёк { $until })
held-no-role = нет роли
held-role-on-bot =
    { $count ->
        [one] { $role } на { $count } боте
        [few] { $role } на { $count } ботах
       *[many] { $role } на { $count } ботах
    }
held-role-on-project =
    { $count ->
        [one] { $role } в { $count } проекте
        [few] { $role } в { $count } проектах
       *[many] { $role } в { $count } проектах
    }

## Смена ролей

role-pick-one =
    Какую роль выдать? Участник: [b]{ $name }[/b]
    Сейчас: { $roles }
role-pick-many =
    Какие роли выдать? Участник: [b]{ $name }[/b]. Отметьте и нажмите «Сохранить».
    Сейчас: { $roles }
role-pick-until = Закончится автоматически: { $until }.
role-ticked = ✅ { $role }
role-unticked = ▫️ { $role }
role-difference =
    👤 [b]{ $name }[/b]
    Сейчас: { $before }
    Станет: [b]{ $after }[/b]
role-gains = [b]Добавится:[/b]
role-loses = [b]Больше не сможет:[/b]
role-same-rights = Права остаются прежними.
role-changed = ✅ Готово. Участник [b]{ $name }[/b]: роль теперь — { $roles }. Уведомление отправлено.
role-changed-untold = ✅ Готово. Участник [b]{ $name }[/b]: роль теперь — { $roles }. Я не могу ему написать, сообщите сами, пожалуйста.
role-now = Участник [b]{ $name }[/b]: сейчас роль — { $roles }.

## Удаление

member-removal =
    Удалить из пространства [b]{ $workspace }[/b]? Участник: [b]{ $name }[/b]

    Доступ пропадёт сразу, вместе со всеми ролями.
member-removed = 🗑 Участник [b]{ $name }[/b] удалён из пространства.
member-gone = [b]{ $name }[/b] больше не участник.
member-kept = Ничего не изменилось: { $name } остаётся участником.

## Выход

leave-question =
    Выйти из пространства [b]{ $workspace }[/b]?

    Доступ пропадёт сразу. Чтобы вернуться, понадобится приглашение.
leave-owner =
    Вы единственный владелец пространства [b]{ $workspace }[/b], поэтому пока выйти нельзя.

    Сначала передайте его: [b]/transfer[/b]. Потом можно выйти.
leave-last-admin =
    Кроме вас, пространством [b]{ $workspace }[/b] никто не управляет, поэтому пока выйти нельзя.

    Сначала выдайте свою роль кому-нибудь ещё: [b]/role[/b]. Потом можно выйти.
leave-done = Вы вышли из пространства [b]{ $workspace }[/b].

## Передача

transfer-question =
    Передать пространство [b]{ $workspace }[/b]? Новый владелец: [b]{ $name }[/b]

    После согласия владелец сменится, а у вас останется роль: { $kept }. На ответ есть 24 часа.
transfer-open = Вы уже предложили владение участнику [b]{ $name }[/b]. Предложение действует до { $expires }. Чтобы выбрать другого, сначала отзовите его.
transfer-offered =
    👑 Предложение отправлено: [b]{ $name }[/b]. Пока его не приняли, владелец — вы.

    Предложение действует до { $expires }.
transfer-accepted = 👑 Пространство [b]{ $workspace }[/b] теперь ваше: прежний владелец — { $name }.
transfer-declined = Вы отказались. Владелец пространства [b]{ $workspace }[/b] прежний: { $name }.
transfer-cancelled = Вы отозвали предложение: { $name }. Пространство [b]{ $workspace }[/b] остаётся вашим.

## Уведомления

notice-member-roles = 🎭 [b]{ $actor }[/b] меняет вашу роль в пространстве [b]{ $workspace }[/b]. Теперь: { $roles }.
notice-scheme-changed = 🧩 [b]{ $actor }[/b] меняет права ролей в пространстве [b]{ $workspace }[/b]. Ваша роль: { $roles }.
notice-scheme-changed-unsigned = 🧩 В пространстве [b]{ $workspace }[/b] изменились права ролей. Ваша роль: { $roles }.
scheme-gains = [b]Теперь вы можете:[/b]
scheme-loses = [b]Больше нельзя:[/b]
notice-own-roles-ended = ⌛ Срок вашей роли в пространстве [b]{ $workspace }[/b] истёк: { $roles }.
notice-member-roles-ended = ⌛ В пространстве [b]{ $workspace }[/b] истёк срок роли, которую вы выдали. [b]{ $member }[/b]: { $roles }. Выдать снова: [b]/role[/b].
notice-member-removed = Вас удалили из пространства [b]{ $workspace }[/b] ([b]{ $actor }[/b]).
notice-member-left = 🚪 Участник [b]{ $actor }[/b] вышел из пространства [b]{ $workspace }[/b].
notice-transfer-offered =
    👑 [b]{ $actor }[/b] хочет передать вам пространство [b]{ $workspace }[/b].

    Если согласитесь, станете владельцем. Предложение действует до { $expires }.
notice-transfer-accepted = 👑 Предложение принято. Теперь владелец пространства [b]{ $workspace }[/b] — [b]{ $actor }[/b]. Ваша роль: { $kept }.
notice-transfer-declined = Предложение отклонено ([b]{ $actor }[/b]). Владелец пространства [b]{ $workspace }[/b] — по-прежнему вы.
notice-transfer-cancelled = Предложение передать вам пространство [b]{ $workspace }[/b] отозвано ([b]{ $actor }[/b]).
notice-transfer-expired = ⌛ Ответа вовремя не было ([b]{ $actor }[/b]). Владелец пространства [b]{ $workspace }[/b] — по-прежнему вы. Предложить снова: [b]/transfer[/b].

## Отказы

refusal-transfer-not-found = Такого предложения больше нет.
refusal-transfer-over = Это предложение уже не действует. Владелец может сделать новое{ $by ->
        [any] : /transfer
       *[words] .
    }
refusal-transfer-pending = Вы уже предложили пространство: { $name }. Дождитесь ответа или сначала отзовите предложение.
refusal-transfer-unreachable = Я не могу написать { $name }, и ответа не будет. Попросите сначала написать боту, потом попробуйте снова.
