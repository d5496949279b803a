### Изменение схемы: черновики ролей и правил, что они значат, переход на другую, возврат.

command-scheme = Схема ролей: правила и изменения
command-scheme-usage = { $by ->
    [any] /scheme
   *[words] схема
}
scheme-overview = 🧩 В пространстве [b]{ $workspace }[/b] действует схема «{ $scheme }»:
button-command-scheme = 🧩 Схема
button-scheme = 🧩 Правила
button-scheme-edit = ✏️ Изменить роли и правила
button-scheme-switch = 🔁 Другая схема
button-scheme-history = 🕘 Версии
button-scheme-roles = 🎭 Роли
button-scheme-save = ✅ Применить

## Правила, по фразе на каждое: они же подписи кнопок, которые их меняют

scheme-rule-m-one = У участника одна роль
scheme-rule-m-many = У участника может быть несколько ролей
scheme-rule-k-exactly-one = { $role }: ровно один человек
scheme-rule-k-at-least-one = { $role }: хотя бы один человек
scheme-rule-e-broader = Роли меняют только тем, у кого прав меньше
scheme-rule-e-peers = Роли меняют и равным
scheme-rule-e-keystone = Роли меняет только { $role }
scheme-rule-r-broader = Удаляют только тех, у кого прав меньше
scheme-rule-r-peers = Удаляют и равных
scheme-rule-r-keystone = Удаляет участников только { $role }
scheme-rule-i-anyone = Пригласить можно любого
scheme-rule-i-registered = Пригласить можно только тех, кто уже писал мне
scheme-rule-never = Нельзя никому, с любой ролью: { $rights }

## Черновик

draft =
    ✏️ Черновик ролей пространства [b]{ $workspace }[/b].
    Пока вы его не примените, ничего не меняется.
draft-role-line = • [b]{ $role }[/b]: { $rights }
draft-role-button = { $role }
draft-role = ✏️ Роль [b]{ $role }[/b] в черновике:
draft-rules = ⚖️ Правила в черновике. Нажмите на правило, чтобы изменить его.
draft-terms = ⚖️ На каких условиях выдают роль [b]{ $role }[/b]. Нажмите на строку, чтобы изменить её.
draft-rights = 🔑 Права роли [b]{ $role }[/b], страница { $page } из { $pages }. Нажимайте: ✅ да, 👤 только своё, ▫️ нет.
draft-right-yes = ✅ { $right }
draft-right-own = 👤 { $right }
draft-right-no = ▫️ { $right }
draft-nevers = ⛔ Что нельзя никому, с любой ролью, страница { $page } из { $pages }. Нажмите на право, чтобы запретить или разрешить его.
draft-never-yes = ⛔ { $right }
draft-never-no = ▫️ { $right }
draft-copy-which = ➕ Новая роль начинается с копии. Какую роль скопировать?
draft-merge-into = 🔀 С какой ролью объединить [b]{ $role }[/b]? Её получат все, у кого есть [b]{ $role }[/b], и те, кого с ней пригласили.
draft-ask-title = ✏️ Как теперь называть роль [b]{ $role }[/b]? Пришлите название.
draft-ask-copy = ➕ Как назвать копию роли [b]{ $role }[/b]? Пришлите название.
draft-over = Этот черновик устарел: изменились роли, ваши права или открытое пространство. Посмотреть: /scheme.
button-draft = ‹ Черновик
button-draft-add = ➕ Новая роль
button-draft-rules = ⚖️ Правила
button-draft-never = ⛔ Что нельзя никому
button-draft-preview = 👁 Что изменится
button-draft-discard = ✖️ Удалить черновик
button-role-rights = 🔑 Права
button-role-terms = ⚖️ Условия
button-role-rename = ✏️ Переименовать
button-role-copy = ➕ Копировать
button-role-merge = 🔀 Объединить
button-role-delete = 🗑 Удалить
role-reach-workspace = На всё пространство
role-reach-things = На отдельные проекты и на отдельных ботов
role-reach-workspace-or-things = На всё или на отдельных ботов
role-reach-granted-things = Только на ботах, к которым дали доступ
role-limit-none = Сколько угодно людей
role-limit = { $count ->
        [one] Не больше { $count } человека
        [few] Не больше { $count } человек
       *[many] Не больше { $count } человек
    }
role-baseline-yes = Видит пространство и его роли
role-baseline-no = Видит только то, на что есть право
role-requires-yes = ✅ вместе с ролью { $role }
role-requires-no = ▫️ вместе с ролью { $role }

## Что изменится

preview = 👁 [b]Что изменится[/b]
preview-roles-same = Права ролей не меняются.
preview-role = • [b]{ $role }[/b]
preview-role-new = • [b]{ $role }[/b]: новая
preview-role-gone = • [b]{ $role }[/b]: удаляется
preview-role-becomes = • [b]{ $role }[/b] → [b]{ $into }[/b]
preview-holders = (у { $holders ->
        [one] { $holders } человека
        [few] { $holders } человек
       *[many] { $holders } человек
    }, приглашений: { $invited })
preview-gains = ➕ { $rights }
preview-loses = ➖ { $rights }
preview-counts = Прав станет больше у { $gaining }, меньше — у { $losing }.
preview-name = { $name }
preview-people = • { $names }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }: { $before } → { $after }
preview-people-same = • { $names }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }: { $before }
preview-rules = ⚖️ Другие правила:
preview-terms = • [b]{ $role }[/b]: { $terms }
preview-people-more = … и ещё { $count ->
        [one] { $count } сочетание ролей
        [few] { $count } сочетания ролей
       *[many] { $count } сочетаний ролей
    }
scheme-saved = ✅ Готово: действует версия { $version }, в ней { $count ->
        [one] { $count } роль
        [few] { $count } роли
       *[many] { $count } ролей
    }. Вернуться назад: «Версии».

## Другая схема и возврат

switch-which = 🔁 Какая схема будет в пространстве [b]{ $workspace }[/b]? Сначала вы увидите, что изменится.
switch-line = • [b]{ $scheme }[/b]: { $about }
switch-mapping = 🔁 Переход на схему «{ $scheme }»: какая роль чем станет? Нажмите на строку, чтобы выбрать другую.
switch-pair = { $role } → { $into }
switch-no-target = выберите…
switch-into = Чем станет роль [b]{ $role }[/b]?
switch-hint = Выберите, пожалуйста, кнопкой.
history = 🕘 Версии ролей пространства [b]{ $workspace }[/b], новые сверху:
history-none = 🕘 Роли пространства [b]{ $workspace }[/b] ещё не меняли, возвращаться не к чему.
history-line = • [b]{ $version }[/b] · { $scheme } · { $at } · { $name }
history-line-bare = • [b]{ $version }[/b] · { $scheme } · { $at }
button-history-version = ↩️ Вернуть { $version }
