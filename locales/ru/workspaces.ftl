### Главная, новые пространства и то, что человек делает с самим собой.

## Главная

home =
    Здравствуйте, { $person }!
    Вы в пространстве [b]{ $workspace }[/b]. Ваша роль: { $roles }.
home-suspended =
    Здравствуйте, { $person }!
    Вы в пространстве [b]{ $workspace }[/b], но ваше участие приостановлено.
home-newcomer =
    Здравствуйте, { $person }! Я управляю рабочими пространствами прямо из чата: участники, роли, приглашения.

    Создайте своё пространство. Ждёте приглашения? Оно появится прямо здесь.
home-choose =
    Здравствуйте, { $person }!
    Сейчас ни одно пространство не открыто. Выберите своё или создайте новое.
home-invited = Здравствуйте, { $person }! Вас { $count ->
        [one] ждёт { $count } приглашение
        [few] ждут { $count } приглашения
       *[many] ждут { $count } приглашений
    }.
home-invitation = • [b]{ $workspace }[/b], приглашает { $actor }
home-group-unbound = У этой группы ещё нет пространства. Привязать его может тот, кто управляет его настройками.
home-group-stranger = Эта группа — из пространства, где вы не участник.
button-open-invitation = ✉️ { $workspace }

button-command-audit = 📜 Журнал
button-command-bind = 🔗 Привязать
button-command-help = ❔ Помощь
button-command-invite = ➕ Пригласить
button-command-invites = ✉️ Приглашения
button-command-language = 🌐 Язык
button-command-leave = 🚪 Выйти
button-command-members = 👥 Участники
button-command-new = ✨ Новое пространство
button-command-rename = ✏️ Переименовать
button-command-roles = 🎭 Роли
button-command-transfer = 👑 Передать владение
button-command-workspace = ⚙️ Пространство
button-command-workspaces = 🗂 Мои пространства
button-command-channels = 🔌 Каналы
button-command-grant = 🔐 Доступ к ботам
button-command-mask = 🙈 Скрытые столбцы
button-command-me = 👤 Обо мне
button-command-member = 🔎 Карточка участника
button-command-projects = 📁 Проекты
button-command-publish = 🚀 Опубликовать
button-command-remove = 🗑 Удалить участника
button-command-role = 🎭 Сменить роль
button-command-why = ❓ Почему можно или нельзя
button-group-people = 👥 Люди
button-group-invitations = ✉️ Кого пригласить
button-group-access = 🎭 Роли и доступ
button-group-bots = 🤖 Боты
button-group-workspace = ⚙️ Пространство
button-group-you = 👤 Вы
home-group-people = 👥 [b]Люди[/b]: кто здесь и что им можно.
home-group-invitations = ✉️ [b]Приглашения[/b]: люди, ссылки и что с ними стало.
home-group-access = 🎭 [b]Роли и доступ[/b]: кому что можно.
home-group-bots = 🤖 [b]Боты[/b] и всё, что к ним относится.
home-group-workspace = ⚙️ [b]Пространство[/b]: настройки, журнал, ваши другие пространства.
home-group-you = 👤 [b]Вы[/b]: ваши аккаунты, язык и данные.

command-menu = Главная: где вы и что вам можно
command-menu-usage = { $by ->
    [any] /menu
   *[words] меню
}

## Новое пространство

command-new = Создать пространство
command-new-usage = { $by ->
    [any] /new Ромашка компания
   *[words] создать Ромашка компания
}
new-name = Как назвать пространство? Пришлите название.
new-scheme = Кто будет работать в пространстве [b]{ $workspace }[/b]? Выберите, что ближе. Потом это можно изменить.
new-recommended = (подходит большинству)
new-done =
    ✨ Пространство [b]{ $workspace }[/b] готово. Схема: { $scheme }, ваша роль: { $role }.

    Оно открыто. Пригласим кого-нибудь?

## Конец диалога

command-cancel = Отменить текущий шаг
command-cancel-usage = { $by ->
    [any] /cancel
   *[words] отмена
}
cancelled = Отменено.
nothing-to-cancel = Отменять нечего.
dialogue-aside = ✋ Предыдущий вопрос снят.
dialogue-waits = Я всё ещё жду ответа на предыдущий вопрос. Ответьте или отправьте [b]/cancel[/b].

## Мои пространства

command-workspaces = Ваши пространства, переключение между ними
command-workspaces-usage = { $by ->
    [any] /workspaces
   *[words] пространства
}
workspaces = Ваши пространства. Нажмите, чтобы открыть:
workspaces-none = У вас пока нет ни одного пространства.
workspaces-line = • [b]{ $workspace }[/b] — { $roles }
workspaces-line-active = ✓ [b]{ $workspace }[/b] — { $roles }
workspaces-button = { $workspace }
workspaces-button-active = ✓ { $workspace }
workspaces-switched = Открыто: { $workspace }.
workspaces-group = Эта группа работает с пространством [b]{ $workspace }[/b]. Привязать к другому: [b]/bind[/b].

## Пространство

command-workspace = Пространство, в котором вы сейчас
command-workspace-usage = { $by ->
    [any] /workspace
   *[words] пространство
}
workspace-card = [b]{ $workspace }[/b]
    Схема: { $scheme }
    Участников: { $members }
    Ваша роль: { $roles }
workspace-card-bare = [b]{ $workspace }[/b]
    Ваша роль: { $roles }. Остальное она видеть не позволяет.

command-rename = Переименовать пространство
command-rename-usage = { $by ->
    [any] /rename Новое название
   *[words] переименовать Новое название
}
rename-ask = Как теперь назвать пространство [b]{ $workspace }[/b]? Ответьте на это сообщение: пришлите новое название.
rename-done = ✅ Готово: пространство теперь называется [b]{ $to }[/b] (было { $from }).
rename-elsewhere = Сейчас открыто другое пространство, поэтому я ничего не переименовал. Если нужно, отправьте /rename ещё раз.

command-bind = Привязать эту группу к пространству
command-bind-usage = { $by ->
    [any] /bind
   *[words] привязать
}
bind-which = С каким пространством будет работать эта группа?
bind-choice = { $workspace }
bind-done = 🔗 Эта группа теперь работает с пространством [b]{ $workspace }[/b].
refusal-nothing-to-bind = Настройки пространств вам не доступны, привязывать нечего. Создайте своё в личном чате{ $by ->
        [any] : /new
       *[words] .
    }
refusal-group-bound-elsewhere = Эта группа — из пространства, где вы не участник. Передать её может тот, кто управляет его настройками.

## О себе

command-language = Выбрать язык
command-language-usage = { $by ->
    [any] /language русский
   *[words] язык русский
}
language = Я говорю с вами по-русски. Язык можно сменить в любой момент:
language-unknown = Языка «{ $typed }» я пока не знаю, только эти: { $languages }.

command-me = Что я о вас знаю
command-me-usage = { $by ->
    [any] /me
   *[words] профиль
}
me = [b]{ $person }[/b]
me-language = Язык: русский
me-workspaces = Пространств: { $count }
me-account = { $messenger }: { $name }
me-account-username = { $messenger }: { $name }, @{ $username }
messenger-telegram = Telegram
messenger-vk = ВКонтакте
messenger-viber = Viber

## Помощь

command-help = Все команды или одна подробно
command-help-usage = { $by ->
    [any] /help invite
   *[words] помощь пригласить
}
help = Что вы можете здесь:
help-more = Остальное — под кнопками. { $by ->
        [any] Как написать команду: отправьте /help и её название.
       *[words] Как написать команду: отправьте «помощь» и её название.
    }
help-invite-forms = { $by ->
    [contact]
        Можно и так:
        • сразу нескольких: [c]пригласить +380501234567, +380671112233 { $role }[/c]
        • ссылка для кого угодно: [c]пригласить ссылка { $role }[/c]
        • ссылка на нескольких: [c]пригласить ссылка { $role } 5 раз[/c]
        • со сроком и парой слов: [c]пригласить +380501234567 { $role } на 30d заметка Ждём![/c]
        • или поделитесь со мной контактом.
    [name]
        Можно и так:
        • по телефону или почте: [c]пригласить +380501234567, boris@example.com { $role }[/c]
        • по адресу страницы: [c]пригласить vk.com/boris { $role }[/c]
        • ссылка для кого угодно: [c]пригласить ссылка { $role }[/c]
        • ссылка на нескольких: [c]пригласить ссылка { $role } 5 раз[/c]
        • со сроком и парой слов: [c]пригласить @boris { $role } на 30d заметка Ждём![/c]
        • или перешлите мне сообщение этого человека.
   *[any]
        Можно и так:
        • сразу нескольких: [c]/invite @boris @vera { $role }[/c]
        • по телефону или почте: [c]/invite +380501234567, boris@example.com { $role }[/c]
        • ссылка для кого угодно: [c]/invite ссылка { $role }[/c]
        • ссылка на нескольких: [c]/invite ссылка { $role } 5 раз[/c]
        • со сроком и парой слов: [c]/invite @boris { $role } на 30d заметка Ждём![/c]
        • или ответьте на сообщение, перешлите его мне, поделитесь контактом.
}
help-unknown = Команды «{ $typed }» нет.
help-usage = Например: [c]{ $usage }[/c]
help-words = Простыми словами: { $words }

## Журнал

command-audit = Журнал: кто что сделал
command-audit-usage = { $by ->
    [contact] журнал Анна
    [name] журнал @anna
   *[any] /audit @anna
}
audit = 📜 [b]Журнал[/b], сначала новое:
audit-of = 📜 [b]Журнал[/b], { $person }, сначала новое:
audit-none = Здесь пока ничего нет.
audit-newest = ‹ К новым
audit-older = Раньше ›
audit-all = Всё
audit-filter-membership = Участники
audit-filter-invitation = Приглашения
audit-filter-transfer = Владение
audit-filter-workspace = Пространство
audit-filter-refused = ⛔ Отказы
audit-someone = неизвестно кто
audit-system = Castellan
audit-time = [i]{ $at }[/i]
audit-workspace-created = { $actor }: создано пространство «{ $name }», схема «{ $scheme }»
audit-workspace-renamed = { $actor }: пространство переименовано, «{ $from }» → «{ $to }»
audit-group-bound = { $actor }: привязана группа «{ $title }»
audit-membership-added = { $subject }: новый участник, роль { $roles }
audit-membership-roles = { $actor } → { $subject }: роли, выдано: { $added }, снято: { $removed }
audit-membership-ended-left = { $subject }: выход из пространства
audit-membership-ended-removed = { $actor } → { $subject }: удаление из пространства, была роль { $roles }
audit-invitation-created = { $actor } → { $subject }: приглашение, роль { $roles }
audit-invitation-created-link = { $actor }: ссылка-приглашение, роль { $roles }
audit-invitation-accepted = { $subject }: приглашение принято, роль { $roles }
audit-invitation-declined = { $actor }: приглашение отклонено
audit-invitation-revoked = { $actor } → { $subject }: приглашение отозвано
audit-invitation-expired = { $subject }: приглашение истекло
audit-invitation-resent = { $actor } → { $subject }: приглашение отправлено снова
audit-invitation-roles = { $actor } → { $subject }: приглашение изменено, { $from } → { $to }
audit-transfer-offered = { $actor } → { $subject }: предложено владение
audit-transfer-accepted = { $actor }: владение принято, прежний владелец — { $subject }
audit-transfer-declined = { $subject }: владение отклонено
audit-transfer-cancelled = { $actor } → { $subject }: предложение владения отозвано
audit-transfer-expired = { $subject }: предложение владения истекло
audit-refused = ⛔ { $actor }: отказ ({ $action })
audit-refused-about = ⛔ { $actor } → { $subject }: отказ ({ $action })
audit-refused-button = ⛔ { $actor }: нажата чужая кнопка
audit-verified =
    ✅ Журнал не нарушен: { $events ->
        [one] { $events } запись, на месте и без изменений
        [few] { $events } записи, все на месте и без изменений
       *[many] { $events } записей, все на месте и без изменений
    }.
    Отпечаток: [c]{ $fingerprint }[/c]. Запишите его где-нибудь вне этого чата. Потом «/audit verify { $fingerprint }» покажет, не трогали ли записи до этого места.
audit-verified-none = В журнале пока нет записей.
audit-unkeyed = { $events ->
        [one] Первая { $events } запись сделана
        [few] Первые { $events } записи сделаны
       *[many] Первые { $events } записей сделаны
    } прежней версией и защищены слабее: контрольная сумма без ключа, её можно подделать.
audit-broken-event = ⚠️ Журнал кто-то менял: запись номер { $position } не совпадает с контрольной суммой или пропала. До неё всё цело.
audit-broken-end = ⚠️ Журнал кто-то менял: последние записи пропали или переписаны. Сходится только до номера { $events }.
audit-broken-slipped-in = ⚠️ Журнал кто-то менял: среди старых записей появилась новая, без контрольной суммы.
audit-broken-register = ⚠️ Записи здесь сходятся, но общий реестр журналов — нет: базу меняли извне, или у бота теперь другой APP_SECRET. Спросите того, у кого работает этот бот.
audit-noted-fits = ✅ Ваш отпечаток верен: до него ничего не трогали.
audit-noted-differs = ⚠️ Такого отпечатка в журнале нет. Если вы записали его в этом пространстве, значит, записи до него меняли или удаляли.
audit-noted-unreadable = Это не отпечаток. Он выглядит так: 128-K7QF-3MXA-9TRW.
