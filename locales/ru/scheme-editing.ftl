### Изменение схемы: черновики ролей и правил, что они значат, переход на другую, возврат.

command-scheme = Правила, по которым живут роли, и их изменение
command-scheme-usage = /scheme
scheme-overview = 🧩 Пространство [b]{ $workspace }[/b] живёт по схеме «{ $scheme }»:
button-command-scheme = 🧩 Схема
button-scheme = 🧩 Правила
button-scheme-edit = ✏️ Изменить роли и правила
button-scheme-switch = 🔁 Другая схема
button-scheme-history = 🕘 Версии
button-scheme-roles = 🎭 Роли
button-scheme-save = ✅ Ввести в действие

## Правила, по фразе на каждое: они же подписи кнопок, которые их меняют

scheme-rule-m-one = У участника одна роль
scheme-rule-m-many = У участника может быть несколько ролей
scheme-rule-k-exactly-one = { $role }: ровно один человек
scheme-rule-k-at-least-one = { $role }: хотя бы один человек
scheme-rule-e-broader = Роли меняют только тем, у кого прав меньше
scheme-rule-e-peers = Роли меняют и равным
scheme-rule-e-keystone = Роли меняет только { $role }
scheme-rule-r-broader = Исключают только тех, у кого прав меньше
scheme-rule-r-peers = Исключают и равных
scheme-rule-r-keystone = Исключает участников только { $role }
scheme-rule-i-anyone = Пригласить можно любого
scheme-rule-i-registered = Пригласить можно того, кто уже писал мне
scheme-rule-never = Никому, какая бы ни была роль: { $rights }

## Черновик

draft =
    ✏️ Черновик ролей пространства [b]{ $workspace }[/b].
    Пока вы не введёте его в действие, ни для кого ничего не меняется.
draft-role-line = • [b]{ $role }[/b]: { $rights }
draft-role-button = { $role }
draft-role = ✏️ Роль [b]{ $role }[/b] в черновике:
draft-rules = ⚖️ Правила в черновике. Нажмите на правило, чтобы изменить его.
draft-terms = ⚖️ На каких условиях дают роль [b]{ $role }[/b]. Нажмите на строку, чтобы изменить её.
draft-rights = 🔑 Права роли [b]{ $role }[/b], страница { $page } из { $pages }. Нажимайте: ✅ да, 👤 только своё, ▫️ нет.
draft-right-yes = ✅ { $right }
draft-right-own = 👤 { $right }
draft-right-no = ▫️ { $right }
draft-nevers = ⛔ Что не может никто, какая бы ни была роль, страница { $page } из { $pages }. Нажмите на право, чтобы запретить или вернуть его.
draft-never-yes = ⛔ { $right }
draft-never-no = ▫️ { $right }
draft-copy-which = ➕ Новая роль начинается с копии. С какой роли её снять?
draft-merge-into = 🔀 С какой ролью объединить [b]{ $role }[/b]? Её получит каждый, у кого эта роль есть или кого с ней пригласили.
draft-ask-title = ✏️ Как теперь называть роль [b]{ $role }[/b]? Пришлите название.
draft-ask-copy = ➕ Как назвать копию роли [b]{ $role }[/b]? Пришлите название.
draft-over = Тем временем роли изменились, вам больше нельзя их менять или открыто другое пространство. Посмотреть: /scheme.
button-draft = ‹ К черновику
button-draft-add = ➕ Новая роль
button-draft-rules = ⚖️ Правила
button-draft-never = ⛔ Что не может никто
button-draft-preview = 👁 Что изменится
button-draft-discard = ✖️ Выбросить черновик
button-role-rights = 🔑 Права
button-role-terms = ⚖️ Условия
button-role-rename = ✏️ Переименовать
button-role-copy = ➕ Копировать
button-role-merge = 🔀 Объединить
button-role-delete = 🗑 Удалить
role-reach-workspace = На всё пространство
role-reach-things = На отдельные проекты и боты
role-reach-workspace-or-things = На всё или на отдельные боты
role-reach-granted-things = Только на выданных ботах
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
preview-roles-same = Ни у одной роли прав не прибавится и не убавится.
preview-role = • [b]{ $role }[/b]
preview-role-new = • [b]{ $role }[/b]: новая
preview-role-gone = • [b]{ $role }[/b]: уходит
preview-role-becomes = • [b]{ $role }[/b] → [b]{ $into }[/b]
preview-holders = (у { $holders ->
        [one] { $holders } человека
        [few] { $holders } человек
       *[many] { $holders } человек
    }, приглашений: { $invited })
preview-gains = ➕ { $rights }
preview-loses = ➖ { $rights }
preview-counts = Людей, у которых прав прибавится: { $gaining }, убавится: { $losing }.
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
    }. Вернуться можно через «Версии».

## Другая схема и возврат

switch-which = 🔁 По какой схеме будет жить [b]{ $workspace }[/b]? Сначала вы увидите, что изменится.
switch-line = • [b]{ $scheme }[/b]: { $about }
switch-mapping = 🔁 Переход на схему «{ $scheme }»: какая роль чем станет? Нажмите на строку, чтобы выбрать другую.
switch-pair = { $role } → { $into }
switch-into = Чем станет роль [b]{ $role }[/b]?
switch-hint = Выбирайте, пожалуйста, кнопками.
history = 🕘 Версии ролей пространства [b]{ $workspace }[/b], новые сверху:
history-none = 🕘 Роли пространства [b]{ $workspace }[/b] ещё не меняли: возвращаться не к чему.
history-line = • [b]{ $version }[/b] · { $scheme } · { $at } · { $name }
history-line-bare = • [b]{ $version }[/b] · { $scheme } · { $at }
button-history-version = ↩️ Вернуть { $version }
