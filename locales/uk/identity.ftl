### Хто є хто: пов’язані акаунти.

command-link = Пов’язати акаунти в різних месенджерах
command-link-usage = { $by ->
    [any] /link
   *[words] зв’язати
}
command-unlink = Відв’язати один з акаунтів
command-unlink-usage = { $by ->
    [any] /unlink
   *[words] відв’язати
}

button-link-yes = Так, це я
button-link-no = Ні
button-unlink = Відв’язати акаунт
button-unlink-yes = Так, відв’язати
button-unlink-no = Ні, залишити

account-label = { $messenger }: { $name }

link-code =
    🔗 Надішліть мені цей код з іншого месенджера чи акаунта. Він спрацює один раз, протягом 10 хвилин:
link-code-care = Нікому не кажіть цей код і не вводьте чужих: так крадуть доступ.
link-wrong = Код неправильний, уже використаний або застарів. По новий надішліть [b]/link[/b] в іншому месенджері.
link-question = 🔗 Цей код показано акаунту:
link-comes-to = Якщо це ви, акаунти стануть однією людиною з усім, що мають обидва.
link-joined =
    { $count ->
        [one] • У того акаунта додасться простір: { $workspaces }
        [few] • У того акаунта додадуться простори: { $workspaces }
       *[many] • У того акаунта додадуться простори: { $workspaces }
    }
link-clash = • У просторі [b]{ $workspace }[/b] там роль { $first }, тут { $second }. Разом буде { $after }.
link-clash-suspended = • У просторі [b]{ $workspace }[/b] одного з двох призупинено, тож призупинено буде обох: { $after }.
link-care = ⚠️ Погоджуйтеся, лише якщо обидва акаунти ваші. Другий отримає все, що ви маєте тут.
link-done = ✅ Готово: тут і там ви — [b]{ $person }[/b]. Пов’язано з:
unlink-choice = Який акаунт відв’язати? Він втратить усі простори, в інших вони залишаться.
unlink-question = Відв’язати цей акаунт? Він одразу втратить усі простори. В інших ваших акаунтів вони залишаться.
unlink-done = ✅ Відв’язано. Тепер це окрема людина без просторів:

notice-account-linked = 🔗 [b]{ $account }[/b] ({ $messenger }) тепер пов’язано з цим акаунтом: одна людина, ті самі простори. Якщо це були не ви, одразу відв’яжіть його.
notice-account-unlinked = 🔗 [b]{ $account }[/b] ({ $messenger }) відв’язано. Тепер це окрема людина без просторів.

refusal-code-tries = Забагато неправильних кодів: { $most } за годину. Спробуйте за годину.
refusal-link-own = Це ваш власний код. Надішліть його мені в іншому месенджері.
refusal-link-over = Код уже використано, або його 10 хвилин минули. По новий надішліть { $by ->
        [any] /link
       *[words] «зв’язати»
    } в іншому месенджері.
refusal-last-account = Це ваш єдиний акаунт, відв’язувати нічого. Додати інший: { $by ->
        [any] /link
       *[words] напишіть «зв’язати»
    }

audit-persons-merged = { $subject }: пов’язано ще один акаунт, двоє учасників стали одним
audit-account-unlinked = { $actor }: відв’язано один зі своїх акаунтів

invitation-mail-subject = Запрошення до простору «{ $workspace }»
invitation-mail-care = Посилання лише для вас: хто його відкриє, підтвердить цю адресу як свою. Не пересилайте листа. Якщо ім’я { $actor } вам не знайоме, не відповідайте.
button-invitation-answer = Відповісти на запрошення
mail-answer = Щоб продовжити, відкрийте мене в месенджері.

command-email = Ваша пошта, підтверджена кодом
command-email-usage = { $by ->
    [any] /email anna@example.com
   *[words] пошта anna@example.com
}
command-phone = Ваш телефон, підтверджений месенджером
command-phone-usage = { $by ->
    [any] /phone
   *[words] телефон
}
command-timezone = Ваш часовий пояс
command-timezone-usage = { $by ->
    [any] /timezone Kyiv
   *[words] пояс Kyiv
}

button-command-email = ✉️ Пошта
button-command-phone = 📱 Телефон
button-command-timezone = 🕒 Часовий пояс
button-command-link = 🔗 Пов’язати акаунт
button-command-unlink = ✂️ Відв’язати
button-profile = 👤 Профіль
button-remove-email = Видалити пошту
button-remove-phone = Видалити номер
button-share-phone = 📱 Надіслати мій номер

me-zone = Часовий пояс: { $zone }
me-email = Пошта: { $email }
me-phone = Телефон: { $phone }
me-workspaces-named = Простори: { $names }

email-ask = ✉️ Яка у вас пошта? Я надішлю на неї код.
email-code-sent = ✉️ Я надіслав код на [b]{ $email }[/b]. Перешліть його сюди протягом 15 хвилин. Листа немає? Загляньте у спам. Помилилися адресою? Надішліть іншу.
email-code-subject = { $code } — ваш код
email-code-mail = Надішліть цей код боту, який його попросив. Код діє 15 хвилин. Якщо ви його не просили, не зважайте на цей лист.
email-code-wrong = Код не той. Перевірте лист і надішліть його ще раз.
email-code-over = Код застарів, або неправильних було забагато. Надішліть адресу ще раз, і я надішлю новий.
email-confirmed = ✅ Пошту підтверджено: [b]{ $email }[/b]
email-removed = Пошту видалено.
phone-ask = 📱 Натисніть кнопку внизу, щоб надіслати свій номер. Введений вручну номер не підтверджується.
phone-elsewhere = 📱 Цей месенджер не може підтвердити номер. Пишете мені й у Telegram? Надішліть /phone там і пов’яжіть акаунти: /link
phone-confirmed =
    { $count ->
        [0] ✅ Номер підтверджено: [b]{ $phone }[/b]
        [one] ✅ Номер підтверджено: [b]{ $phone }[/b]. На нього чекає запрошення:
        [few] ✅ Номер підтверджено: [b]{ $phone }[/b]. На нього чекають запрошення:
       *[many] ✅ Номер підтверджено: [b]{ $phone }[/b]. На нього чекають запрошення:
    }
phone-removed = Номер видалено.
timezone-ask = 🕒 Де ви? Виберіть місто або надішліть своє.
timezone-done = ✅ Ваш часовий пояс: { $zone }.

refusal-no-mail = Я поки не можу надсилати листи. Попросіть того, хто запустив бота, налаштувати пошту.
refusal-email-codes = { $most ->
        [one] Я вже надіслав { $most } код за годину.
        [few] Я вже надіслав { $most } коди за годину.
       *[many] Я вже надіслав { $most } кодів за годину.
    } Спробуйте пізніше.
refusal-email-wrong = Це не схоже на адресу пошти. Перевірте її, будь ласка.
refusal-contact-not-own = Це чужий номер. Натисніть кнопку, щоб надіслати свій.
refusal-time-zone = Не знаю такого місця. Надішліть велике місто поруч, англійською: Kyiv, Berlin, New York.

button-recover = 🛟 Повернути доступ
button-recovery-make = Так, зробити посилання
button-recovery-take = Так, це я
recovery-question =
    🛟 Учасник [b]{ $name }[/b] втратив свій акаунт? Я зроблю посилання, а ви його передасте. Новий акаунт, який його відкриє, займе це місце у просторі [b]{ $workspace }[/b]. Попередній його втратить.

    Я повідомлю про це учасникові { $name } і власникам.
recovery-link = 🛟 Посилання для учасника [b]{ $name }[/b]. Воно спрацює один раз, до { $expires }. Не показуйте його нікому іншому:
recovery-offer =
    🛟 Посилання для учасника [b]{ $name }[/b] у просторі [b]{ $workspace }[/b]. Хто створив: [b]{ $actor }[/b].

    Якщо це ви, цей акаунт займе ваше місце з усіма правами. Попередній акаунт його втратить і отримає повідомлення.
recovery-done = ✅ Ви знову у просторі [b]{ $workspace }[/b]: { $roles }.
notice-own-recovery-issued = 🛟 { $actor } створює посилання, щоб повернути ваше місце у просторі [b]{ $workspace }[/b]. Не втрачали акаунт? Одразу скажіть про це: посилання віддасть ваше місце іншому акаунту.
notice-recovery-issued = 🛟 { $actor } створює посилання, щоб повернути місце учасника { $member } у просторі [b]{ $workspace }[/b]. Його займе акаунт, який відкриє посилання.
notice-own-recovery-used = 🛟 Акаунт [b]{ $actor }[/b] зайняв ваше місце у просторі [b]{ $workspace }[/b] за посиланням. У цього акаунта його більше немає. Якщо це були не ви, повідомте власника.
notice-recovery-used = 🛟 Акаунт [b]{ $actor }[/b] зайняв місце учасника { $member } у просторі [b]{ $workspace }[/b].
refusal-recovery-over = Посилання вже використано, воно застаріло або його відкликано. Попросіть нове.
refusal-recovery-own = Це посилання для того, хто втратив акаунт. Відкрийте його з нового акаунта.
refusal-recovery-member = З цим акаунтом ви вже учасник простору «{ $workspace }». Якщо й попередній акаунт ваш, пов’яжіть їх: { $by ->
        [any] /link
       *[words] напишіть «зв’язати»
    }
audit-recovery-issued = { $actor } → { $subject }: посилання для повернення доступу
audit-membership-recovered = { $actor } → { $subject }: місце зайнято за посиланням

command-mydata = Файл з усім, що я про вас зберігаю
command-mydata-usage = /mydata
command-forgetme = Видалити ваші дані й акаунти
command-forgetme-usage = /forgetme
button-command-mydata = 📦 Мої дані
button-command-forgetme = 🗑 Видалити мої дані
mydata = 📦 Усе, що я про вас зберігаю. Записи про ваші дії належать просторам; власники бачать їх у журналі.
forget-word = ЗАБУТИ
forget-ask =
    🗑 Я видалю ваші акаунти, пошту, телефон, ролі та запрошення без відповіді. Просторів, з яких ви вийдете: { $count ->
        [0] жодного
        [one] { $count }
        [few] { $count }
       *[many] { $count }
    }. Записи про ваші дії залишаться під вигаданим ім’ям. Скасувати це неможливо.

    Якщо ви впевнені, надішліть мені це слово: [b]{ $word }[/b]
forget-kept = Гаразд, ваші дані залишаються.
forget-done = Ваші дані видалено. Щоб почати знову, надішліть [b]/start[/b].
refusal-forget-sole = Крім вас, власників тут немає: { $workspaces }. Спершу передайте роль через /transfer або /role.
audit-person-forgotten = { $subject }: дані видалено, учасник вийшов
