### Зміна схеми: чернетки ролей і правил, що вони означають, перехід на іншу, повернення.

command-scheme = Правила, за якими живуть ролі, та їх зміна
command-scheme-usage = /scheme
scheme-overview = 🧩 Простір [b]{ $workspace }[/b] живе за схемою «{ $scheme }»:
button-command-scheme = 🧩 Схема
button-scheme = 🧩 Правила
button-scheme-edit = ✏️ Змінити ролі й правила
button-scheme-switch = 🔁 Інша схема
button-scheme-history = 🕘 Версії
button-scheme-roles = 🎭 Ролі
button-scheme-save = ✅ Ввести в дію

## Правила, по фразі на кожне: вони ж написи на кнопках, які їх змінюють

scheme-rule-m-one = В учасника одна роль
scheme-rule-m-many = В учасника може бути кілька ролей
scheme-rule-k-exactly-one = { $role }: рівно одна людина
scheme-rule-k-at-least-one = { $role }: хоча б одна людина
scheme-rule-e-broader = Ролі змінюють лише тим, у кого прав менше
scheme-rule-e-peers = Ролі змінюють і рівним
scheme-rule-e-keystone = Змінює ролі лише { $role }
scheme-rule-r-broader = Вилучають лише тих, у кого прав менше
scheme-rule-r-peers = Вилучають і рівних
scheme-rule-r-keystone = Вилучає учасників лише { $role }
scheme-rule-i-anyone = Запросити можна будь-кого
scheme-rule-i-registered = Запросити можна того, хто вже писав мені
scheme-rule-never = Нікому, хоч яка роль: { $rights }

## Чернетка

draft =
    ✏️ Чернетка ролей простору [b]{ $workspace }[/b].
    Доки ви не введете її в дію, ні для кого нічого не зміниться.
draft-role-line = • [b]{ $role }[/b]: { $rights }
draft-role-button = { $role }
draft-role = ✏️ Роль [b]{ $role }[/b] у чернетці:
draft-rules = ⚖️ Правила в чернетці. Натисніть на правило, щоб змінити його.
draft-terms = ⚖️ На яких умовах дають роль [b]{ $role }[/b]. Натисніть на рядок, щоб змінити його.
draft-rights = 🔑 Права ролі [b]{ $role }[/b], сторінка { $page } з { $pages }. Натискайте: ✅ так, 👤 лише своє, ▫️ ні.
draft-right-yes = ✅ { $right }
draft-right-own = 👤 { $right }
draft-right-no = ▫️ { $right }
draft-nevers = ⛔ Чого не може ніхто, хоч яка роль, сторінка { $page } з { $pages }. Натисніть на право, щоб заборонити чи повернути його.
draft-never-yes = ⛔ { $right }
draft-never-no = ▫️ { $right }
draft-copy-which = ➕ Нова роль починається з копії. З якої ролі її зняти?
draft-merge-into = 🔀 З якою роллю об’єднати [b]{ $role }[/b]? Її отримає кожен, хто має цю роль або кого з нею запросили.
draft-ask-title = ✏️ Як тепер називати роль [b]{ $role }[/b]? Надішліть назву.
draft-ask-copy = ➕ Як назвати копію ролі [b]{ $role }[/b]? Надішліть назву.
draft-over = Тим часом ролі змінилися, вам більше не можна їх змінювати або відкрито інший простір. Подивитися: /scheme.
button-draft = ‹ До чернетки
button-draft-add = ➕ Нова роль
button-draft-rules = ⚖️ Правила
button-draft-never = ⛔ Чого не може ніхто
button-draft-preview = 👁 Що зміниться
button-draft-discard = ✖️ Викинути чернетку
button-role-rights = 🔑 Права
button-role-terms = ⚖️ Умови
button-role-rename = ✏️ Перейменувати
button-role-copy = ➕ Копіювати
button-role-merge = 🔀 Об’єднати
button-role-delete = 🗑 Видалити
role-reach-workspace = На весь простір
role-reach-things = На окремі проєкти й боти
role-reach-workspace-or-things = На все або на окремі боти
role-reach-granted-things = Лише на наданих ботах
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
preview-roles-same = У жодної ролі прав не побільшає й не поменшає.
preview-role = • [b]{ $role }[/b]
preview-role-new = • [b]{ $role }[/b]: нова
preview-role-gone = • [b]{ $role }[/b]: зникає
preview-role-becomes = • [b]{ $role }[/b] → [b]{ $into }[/b]
preview-holders = (у { $holders ->
        [one] { $holders } людини
        [few] { $holders } людей
       *[many] { $holders } людей
    }, запрошень: { $invited })
preview-gains = ➕ { $rights }
preview-loses = ➖ { $rights }
preview-counts = Людей, у яких прав побільшає: { $gaining }, поменшає: { $losing }.
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
    }. Повернутися можна через «Версії».

## Інша схема й повернення

switch-which = 🔁 За якою схемою житиме [b]{ $workspace }[/b]? Спершу ви побачите, що зміниться.
switch-line = • [b]{ $scheme }[/b]: { $about }
switch-mapping = 🔁 Перехід на схему «{ $scheme }»: яка роль чим стане? Натисніть на рядок, щоб вибрати іншу.
switch-pair = { $role } → { $into }
switch-into = Чим стане роль [b]{ $role }[/b]?
switch-hint = Вибирайте, будь ласка, кнопками.
history = 🕘 Версії ролей простору [b]{ $workspace }[/b], нові вгорі:
history-none = 🕘 Ролі простору [b]{ $workspace }[/b] ще не змінювали: повертатися нема до чого.
history-line = • [b]{ $version }[/b] · { $scheme } · { $at } · { $name }
history-line-bare = • [b]{ $version }[/b] · { $scheme } · { $at }
button-history-version = ↩️ Повернути { $version }
