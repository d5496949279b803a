### Слова, які можна написати замість команд і всередині них: через кому все, що означає те саме.
###
### Кожне слово одне, без пробілів; регістр не важливий, ' означає будь-який апостроф.

## Команди

command-menu-words = головна, почати
command-new-words = створити
command-workspaces-words = простори
command-workspace-words = простір
command-rename-words = перейменувати
command-bind-words = прив'язати
command-audit-words = журнал

command-invite-words = запросити, запроси
command-invites-words = запрошення

command-members-words = учасники
command-member-words = учасник, картка
command-role-words = роль, призначити
command-remove-words = видалити, прибрати
command-roles-words = ролі
command-leave-words = вийти, піти
command-transfer-words = передати

command-scheme-words = схема
command-why-words = чому

command-bots-words = боти
command-projects-words = проєкти, проекти
command-channels-words = канали
command-grant-words = доступ, видати
command-publish-words = опублікувати, публікація
command-mask-words = приховати

command-keys-words = ключі

command-link-words = зв'язати
command-unlink-words = відв'язати, від'язати
command-email-words = пошта
command-phone-words = телефон
command-timezone-words = пояс
command-mydata-words = mydata
command-forgetme-words = forgetme

command-language-words = мова
command-me-words = профіль
command-help-words = допомога, довідка, команди
command-cancel-words = скасувати, годі

## Сполучні слова

words-invite-joining = як, роль, та, і, й
words-role-joining = як, роль, та, і, й
words-name-joining = та, і, й, бот, боти, проєкт

## Запрошення

words-link = посилання, посиланням
words-uses = раз, рази, разів
words-note = нотатка, примітка

## Ролі на окремих ботах

words-on = на, до
words-take-away = зняти, зніми, забрати, забери

## Строки: «на 3 дні», «до 31.12.2026», «назавжди». Зірочка: слово так починається; рахується найдовше з тих, що пасують

words-for = на
words-until = до
words-forever = назавжди, безстроково
words-unit-minute = хв*
words-unit-hour = годин*
words-unit-day = д*
words-unit-week = тиж*
words-unit-month = міс*
words-unit-year = рік*, рок*

## Боти й проєкти: «створити Крамниця у Головному», «перенести Крамниця назовні»

words-create = створити, створи, новий, додати
words-rename = перейменувати, перейменуй
words-move = перемістити, перенести
words-delete = видалити, видали
words-to = на, у, в, до
words-in = у, в
words-outside = назовні

## Месенджери

words-messenger-telegram = телеграм
words-messenger-vk = вк
words-messenger-viber = вайбер

## Слово після команди: /keys, /mask, /email, /audit

words-new-key = новий
words-unmask = зняти, прибрати
words-forget-email = ні, видалити
words-verify = перевірити, перевірка
words-refused = відмови

## Відповіді словами: «так» натискає кнопку, що веде далі, «ні» — ту, що відмовляє чи повертає

words-yes = так, ага, ок, окей, добре, гаразд, авжеж, звісно, прийняти, підтвердити
words-no = ні, нє, відхилити, відмовитися, скасувати, назад
