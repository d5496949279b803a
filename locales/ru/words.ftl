### Слова, которые можно написать вместо команд и внутри них: через запятую всё, что значит одно и то же.
###
### Каждое слово одно, без пробелов; регистр не важен, ' значит любой апостроф.

## Команды

command-menu-words = меню, главная, начать
command-new-words = создать
command-workspaces-words = пространства
command-workspace-words = пространство
command-rename-words = переименовать
command-bind-words = привязать
command-audit-words = журнал

command-invite-words = пригласить, пригласи
command-invites-words = приглашения

command-members-words = участники
command-member-words = участник, карточка
command-role-words = роль, назначить
command-remove-words = удалить, убрать
command-roles-words = роли
command-leave-words = выйти, уйти
command-transfer-words = передать

command-scheme-words = схема
command-why-words = почему

command-bots-words = боты
command-projects-words = проекты
command-channels-words = каналы
command-grant-words = доступ, выдать
command-publish-words = опубликовать, публикация
command-mask-words = скрыть

command-keys-words = ключи

command-link-words = связать
command-unlink-words = отвязать
command-email-words = почта
command-phone-words = телефон
command-timezone-words = пояс
command-mydata-words = mydata
command-forgetme-words = forgetme

command-language-words = язык
command-me-words = профиль
command-help-words = помощь, справка, команды
command-cancel-words = отмена, отменить, стоп

## Связки

words-invite-joining = как, роль, и
words-role-joining = как, роль, и
words-name-joining = и, бот, боты, проект

## Приглашения

words-link = ссылка, ссылку, ссылкой
words-uses = раз, раза
words-note = заметка, примечание

## Роли на отдельных ботах

words-on = на, к, до
words-take-away = снять, сними, забрать, забери

## Сроки: «на 3 дня», «до 31.12.2026», «навсегда». Звёздочка: слово так начинается; считается самое длинное из подошедших

words-for = на
words-until = до
words-forever = навсегда, бессрочно
words-unit-minute = мин*
words-unit-hour = час*, ч
words-unit-day = д*
words-unit-week = нед*
words-unit-month = мес*
words-unit-year = год*, лет*

## Боты и проекты: «создать Магазин в Главном», «перенести Магазин наружу»

words-create = создать, создай, новый, новая, добавить
words-rename = переименовать, переименуй
words-move = перенести, перенеси, переместить
words-delete = удалить, удали
words-to = на, в, во, до
words-in = в, во
words-outside = наружу, вон

## Мессенджеры

words-messenger-telegram = телеграм, телеграмм
words-messenger-vk = вк, вконтакте
words-messenger-viber = вайбер

## Слово после команды: /keys, /mask, /email, /audit

words-new-key = новый
words-unmask = снять, убрать
words-forget-email = нет, удалить
words-verify = проверить, проверка
words-refused = отказы

## Ответы словами: «да» нажимает кнопку, которая ведёт дальше, «нет» — ту, что отказывает или возвращает

words-yes = да, ага, ок, окей, хорошо, конечно, принять, подтвердить
words-no = нет, неа, не, отклонить, отказаться, отмена, назад
