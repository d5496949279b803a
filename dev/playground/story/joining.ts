import type { Trio } from './trio.ts';

/** A workspace is made, and two people join it: by a link, and by a card. */
export async function tellJoining({ narrator, anna, boris, vira }: Trio): Promise<void> {
  narrator.chapter('Anna creates a workspace');
  await anna.says('/start');
  anna.sees('Create your own workspace');
  await anna.says('/new Acme');
  anna.sees('Who will work in Acme?');
  await anna.presses('Company');
  anna.sees('Acme is ready. Scheme: Company, your role: Owner.');

  narrator.chapter('Boris has never met the bot: he joins by a link');
  await anna.says('/invite @boris designer');
  anna.sees('boris hasn’t used this bot yet');
  await anna.says('/invite link designer');
  anna.sees('A link to Acme as Designer, for one person');
  await boris.opens(anna.link());
  boris.sees(/Anna приглашает вас .*Acme. Роль: Дизайнер/);
  await boris.presses('Что я смогу делать?');
  boris.sees('Дизайнер');
  boris.seesButton('Назад');
  await boris.presses('Принять');
  boris.sees(/Добро пожаловать .*Acme! Ваша роль: Дизайнер/);
  anna.sees('Boris joined Acme as Designer.');

  narrator.chapter('A link is revoked and leads nowhere');
  await anna.says('/invite link manager 3');
  anna.sees('for 3 people');
  const link = anna.link();
  await anna.says('/invites');
  anna.sees('Invitations to Acme');
  await anna.presses('1');
  anna.sees('Used 0 of 3 times');
  await anna.presses('Revoke');
  anna.sees('Revoke the link to Acme?');
  await anna.presses('Yes, revoke');
  anna.sees('revoked');
  await vira.opens(link);
  vira.sees(/Acme.* відкликано/);

  narrator.chapter('Now the bot has met Vira: Anna invites her by buttons, and a card reaches her');
  await anna.says('/invite');
  anna.sees('Who would you like to invite to Acme?');
  await anna.presses('Pick people');
  await anna.picks(vira);
  anna.sees('Which role for Vira?');
  await anna.presses('Manager');
  anna.sees('Invite Vira to Acme as Manager?');
  await anna.presses('Invite');
  anna.sees('Invited to Acme as Manager.');
  vira.sees(/Anna запрошує вас .*Acme. Роль: Менеджер/);
  await vira.presses('Прийняти');
  vira.sees(/Вітаємо .*Acme! Ваша роль: Менеджер/);
  anna.sees('Vira joined Acme as Manager.');

  narrator.chapter('A designer may not invite, and hears who may');
  await boris.says('/invite @someone designer');
  boris.sees(/роль этого не позволяет/);
  boris.sees('Администратор');
}
