### Схеми ролей: назви, рядок про кожну й назви ролей.

scheme-cabinet = Кабінет
scheme-cabinet-line = один власник; кожен має одну роль, одразу на всі проєкти
scheme-cabinet-suits = невелика команда з одним власником і спільними проєктами
role-cabinet-owner = Власник
role-cabinet-administrator = Адміністратор
role-cabinet-editor = Редактор
role-cabinet-observer = Спостерігач
role-cabinet-balance-manager = Менеджер балансу
role-cabinet-guest = Гість

scheme-platform = Платформа
scheme-platform-line = людина може мати кілька ролей; керують адміни, усі разом
scheme-platform-suits = велика команда, де одна людина має кілька завдань
role-platform-admin = Адмін
role-platform-manager = Менеджер
role-platform-operator = Оператор
role-platform-viewer = Спостерігач
role-platform-service = Сервіс

scheme-bot-access = Доступ до ботів
scheme-bot-access-line = ролі на окремих ботах; надає їх один суперадмін
scheme-bot-access-suits = багато ботів, у кожного свої люди
role-bot-access-super-admin = Суперадмін
role-bot-access-admin = Адмін
role-bot-access-developer = Розробник
role-bot-access-database-viewer = Спостерігач баз даних
role-bot-access-approver = Погоджувач
role-bot-access-inbox-admin = Адмін діалогів
role-bot-access-inbox-agent = Оператор діалогів
role-bot-access-insights = Аналітик
role-bot-access-engagement-admin = Адмін розсилок
role-bot-access-engagement-user = Оператор розсилок

scheme-company = Компанія
scheme-company-line = власник, адміністратори, менеджери, дизайнери; учасниками керують перші двоє
scheme-company-suits = команда, де одні керують, а інші роблять
role-company-owner = Власник
role-company-administrator = Адміністратор
role-company-manager = Менеджер
role-company-designer = Дизайнер

scheme-agency = Агенція
scheme-agency-line = адміни та клієнти, які бачать лише своїх ботів
scheme-agency-suits = ви та ваші клієнти
role-agency-admin = Адмін
role-agency-client = Клієнт
