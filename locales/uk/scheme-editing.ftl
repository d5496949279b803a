### Зміна схеми: чернетки ролей і правил, що вони означають, перехід на іншу, повернення.

command-scheme = Схема ролей: правила та зміни
command-scheme-usage = { $by ->
    [any] /scheme
   *[words] схема
}
scheme-overview = 🧩 У просторі [b]{ $workspace }[/b] діє схема «{ $scheme }»:
button-command-scheme = 🧩 Схема
button-scheme = 🧩 Правила
button-scheme-edit = ✏️ Змінити ролі й правила
button-scheme-switch = 🔁 Інша схема
button-scheme-history = 🕘 Версії
button-scheme-roles = 🎭 Ролі
button-scheme-save = ✅ Застосувати

## Правила, по фразі на кожне: вони ж написи на кнопках, які їх змінюють

scheme-rule-m-one = В учасника одна роль
scheme-rule-m-many = В учасника може бути кілька ролей
scheme-rule-k-exactly-one = { $role }: рівно одна людина
scheme-rule-k-at-least-one = { $role }: хоча б одна людина
scheme-rule-e-broader = Ролі змінюють лише тим, у кого прав менше
scheme-rule-e-peers = Ролі змінюють і рівним
scheme-rule-e-keystone = Змінює ролі лише { $role }
scheme-rule-r-broader = Видаляють лише тих, у кого прав менше
scheme-rule-r-peers = Видаляють і рівних
scheme-rule-r-keystone = Видаляє учасників лише { $role }
scheme-rule-i-anyone = Запросити можна будь-кого
scheme-rule-i-registered = Запросити можна лише тих, хто вже писав мені
scheme-rule-never = Не можна нікому, з будь-якою роллю: { $rights }

## Чернетка

draft =
    ✏️ Чернетка ролей простору [b]{ $workspace }[/b].
    Поки ви її не застосуєте, нічого не змінюється.
draft-role-line = • [b]{ $role }[/b]: { $rights }
draft-role-button = { $role }
draft-role = ✏️ Роль [b]{ $role }[/b] у чернетці:
draft-rules = ⚖️ Правила в чернетці. Натисніть на правило, щоб змінити його.
draft-terms = ⚖️ На яких умовах надають роль [b]{ $role }[/b]. Натисніть на рядок, щоб змінити його.
draft-rights = 🔑 Права ролі [b]{ $role }[/b], сторінка { $page } з { $pages }. Натискайте: ✅ так, 👤 лише своє, ▫️ ні.
draft-right-yes = ✅ { $right }
draft-right-own = 👤 { $right }
draft-right-no = ▫️ { $right }
draft-nevers = ⛔ Чого не можна нікому, з будь-якою роллю, сторінка { $page } з { $pages }. Натисніть на право, щоб заборонити чи дозволити його.
draft-never-yes = ⛔ { $right }
draft-never-no = ▫️ { $right }
draft-copy-which = ➕ Нова роль починається з копії. Яку роль скопіювати?
draft-merge-into = 🔀 З якою роллю об’єднати [b]{ $role }[/b]? Її отримають усі, хто має [b]{ $role }[/b], і ті, кого з нею запросили.
draft-ask-title = ✏️ Як тепер називати роль [b]{ $role }[/b]? Надішліть назву.
draft-ask-copy = ➕ Як назвати копію ролі [b]{ $role }[/b]? Надішліть назву.
draft-over = Ця чернетка застаріла: змінилися ролі, ваші права або відкритий простір. Подивитися: /scheme.
button-draft = ‹ Чернетка
button-draft-add = ➕ Нова роль
button-draft-rules = ⚖️ Правила
button-draft-never = ⛔ Чого не можна нікому
button-draft-preview = 👁 Що зміниться
button-draft-discard = ✖️ Видалити чернетку
button-role-rights = 🔑 Права
button-role-terms = ⚖️ Умови
button-role-rename = ✏️ Перейменувати
button-role-copy = ➕ Копіювати
button-role-merge = 🔀 Об’єднати
button-role-delete = 🗑 Видалити
role-reach-workspace = На весь простір
role-reach-things = На окремі проєкти чи ботів
role-reach-workspace-or-things = На все або на окремих ботів
role-reach-granted-things = Лише на ботах, до яких надали доступ
role-limit-none = Скільки завгодно людей
role-limit = { $count ->
        [one] Не більше { $count } людини
        [few] Не більше { $count } людей
       *[many] Не більше { $count } людей
    }
role-baseline-yes = Бачить простір і його ролі
role-baseline-no = Бачить лише те, на що має право
role-requires-yes = ✅ разом із роллю { $role }
role-requires-no = ▫️ разом із роллю { $role }

## Що зміниться

preview = 👁 [b]Що зміниться[/b]
preview-roles-same = Права ролей не змінюються.
preview-role = • [b]{ $role }[/b]
preview-role-new = • [b]{ $role }[/b]: нова
preview-role-gone = • [b]{ $role }[/b]: видаляється
preview-role-becomes = • [b]{ $role }[/b] → [b]{ $into }[/b]
preview-holders = (у { $holders ->
        [one] { $holders } людини
        [few] { $holders } людей
       *[many] { $holders } людей
    }, запрошень: { $invited })
preview-gains = ➕ { $rights }
preview-loses = ➖ { $rights }
preview-counts = Прав стане більше у { $gaining }, менше — у { $losing }.
preview-name = { $name }
preview-people = • { $names }{ $more ->
        [0] {""}
       *[other] {" "}і ще { $more }
    }: { $before } → { $after }
preview-people-same = • { $names }{ $more ->
        [0] {""}
       *[other] {" "}і ще { $more }
    }: { $before }
preview-rules = ⚖️ Інші правила:
preview-terms = • [b]{ $role }[/b]: { $terms }
preview-people-more = … і ще { $count ->
        [one] { $count } поєднання ролей
        [few] { $count } поєднання ролей
       *[many] { $count } поєднань ролей
    }
scheme-saved = ✅ Готово: діє версія { $version }, у ній { $count ->
        [one] { $count } роль
        [few] { $count } ролі
       *[many] { $count } ролей
    }. Повернутися назад: «Версії».

## Інша схема й повернення

switch-which = 🔁 Яка схема буде у просторі [b]{ $workspace }[/b]? Спершу ви побачите, що зміниться.
switch-line = • [b]{ $scheme }[/b]: { $about }
switch-mapping = 🔁 Перехід на схему «{ $scheme }»: яка роль чим стане? Натисніть на рядок, щоб вибрати іншу.
switch-pair = { $role } → { $into }
switch-no-target = виберіть…
switch-into = Чим стане роль [b]{ $role }[/b]?
switch-hint = Виберіть, будь ласка, кнопкою.
history = 🕘 Версії ролей простору [b]{ $workspace }[/b], нові вгорі:
history-none = 🕘 Ролі простору [b]{ $workspace }[/b] ще не змінювали, повертатися нема до чого.
history-line = • [b]{ $version }[/b] · { $scheme } · { $at } · { $name }
history-line-bare = • [b]{ $version }[/b] · { $scheme } · { $at }
button-history-version = ↩️ Повернути { $version }
