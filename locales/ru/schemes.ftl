### Схемы ролей: названия, строка о каждой и названия ролей.

scheme-cabinet = Кабинет
scheme-cabinet-line = один владелец; у каждого одна роль, сразу на все проекты
scheme-cabinet-suits = небольшая команда с одним владельцем и общими проектами
role-cabinet-owner = Владелец
role-cabinet-administrator = Администратор
role-cabinet-editor = Редактор
role-cabinet-observer = Наблюдатель
role-cabinet-balance-manager = Менеджер баланса
role-cabinet-guest = Гость

scheme-platform = Платформа
scheme-platform-line = у человека может быть несколько ролей; управляют админы, все вместе
scheme-platform-suits = большая команда, где у одного человека несколько задач
role-platform-admin = Админ
role-platform-manager = Менеджер
role-platform-operator = Оператор
role-platform-viewer = Наблюдатель
role-platform-service = Сервис

scheme-bot-access = Доступ к ботам
scheme-bot-access-line = роли на отдельных ботов; выдаёт их один суперадмин
scheme-bot-access-suits = много ботов, у каждого свои люди
role-bot-access-super-admin = Суперадмин
role-bot-access-admin = Админ
role-bot-access-developer = Разработчик
role-bot-access-database-viewer = Наблюдатель данных
role-bot-access-approver = Согласующий
role-bot-access-inbox-admin = Админ диалогов
role-bot-access-inbox-agent = Оператор диалогов
role-bot-access-insights = Аналитик
role-bot-access-engagement-admin = Админ рассылок
role-bot-access-engagement-user = Оператор рассылок

scheme-company = Компания
scheme-company-line = владелец, администраторы, менеджеры, дизайнеры; участниками управляют первые двое
scheme-company-suits = команда, где одни руководят, а другие делают
role-company-owner = Владелец
role-company-administrator = Администратор
role-company-manager = Менеджер
role-company-designer = Дизайнер

scheme-agency = Агентство
scheme-agency-line = админы и клиенты, которые видят только своих ботов
scheme-agency-suits = вы и ваши клиенты
role-agency-admin = Админ
role-agency-client = Клиент
