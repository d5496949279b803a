### Role schemes: their titles, a line about each, and the titles of their roles.

scheme-cabinet = Cabinet
scheme-cabinet-line = one owner; everyone has one role, for all projects
scheme-cabinet-suits = a small team around one owner, sharing all projects
role-cabinet-owner = Owner
role-cabinet-administrator = Administrator
role-cabinet-editor = Editor
role-cabinet-observer = Observer
role-cabinet-balance-manager = Balance manager
role-cabinet-guest = Guest

scheme-platform = Platform
scheme-platform-line = several roles per person; admins run it together
scheme-platform-suits = a large team where one person does several jobs
role-platform-admin = Admin
role-platform-manager = Manager
role-platform-operator = Operator
role-platform-viewer = Viewer
role-platform-service = Service

scheme-bot-access = Bot access
scheme-bot-access-line = roles on specific bots; one super admin gives them
scheme-bot-access-suits = many bots, each with its own people
role-bot-access-super-admin = Super admin
role-bot-access-admin = Admin
role-bot-access-developer = Developer
role-bot-access-database-viewer = Database viewer
role-bot-access-approver = Approver
role-bot-access-inbox-admin = Inbox admin
role-bot-access-inbox-agent = Inbox agent
role-bot-access-insights = Insights
role-bot-access-engagement-admin = Engagement admin
role-bot-access-engagement-user = Engagement user

scheme-company = Company
scheme-company-line = owner, administrators, managers, designers; the first two manage members
scheme-company-suits = a team where some lead and some build
role-company-owner = Owner
role-company-administrator = Administrator
role-company-manager = Manager
role-company-designer = Designer

scheme-agency = Agency
scheme-agency-line = admins, and clients who see only their own bots
scheme-agency-suits = you and your clients
role-agency-admin = Admin
role-agency-client = Client
