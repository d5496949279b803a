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
words-after = через, за
words-one = один, одну
words-one-minute = хвилину
words-one-hour = годину
words-one-day = день, добу
words-one-week = тиждень
words-one-month = місяць
words-one-year = рік

## Дати: «до завтра 18:00», «до п’ятниці», «до 31 грудня», «до кінця місяця»

words-today = сьогодні
words-tomorrow = завтра
words-overmorrow = післязавтра
words-at = о, об
words-ordinal = го
words-filling = цього
words-end = кінця, кінець
words-end-day = дня
words-end-week = тижня
words-end-month = місяця
words-end-year = року
words-weekday-monday = пн, понеділ*
words-weekday-tuesday = вт, вівтор*
words-weekday-wednesday = ср, середа, середи, середу
words-weekday-thursday = чт, четвер*
words-weekday-friday = пт, п'ятниц*
words-weekday-saturday = сб, субот*
words-weekday-sunday = нд, неділ*
words-month-january = січ, січ*
words-month-february = лют, лют*
words-month-march = бер, берез*
words-month-april = кві, квіт*
words-month-may = трав*
words-month-june = черв*
words-month-july = лип, липн*, липень
words-month-august = серп*
words-month-september = вер, верес*
words-month-october = жов, жовт*
words-month-november = лис, листопад*
words-month-december = гру, груд*

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
