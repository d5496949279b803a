import type { Trio } from './trio.ts';

/** Roles change, members are found, someone loses access and is asked back. */
export async function tellManaging({ narrator, anna, boris }: Trio): Promise<void> {
  narrator.chapter('Anna gives Boris a broader role');
  await anna.says('/role @boris manager');
  anna.sees('Now: Designer\nThen: Manager');
  anna.sees('Will be able to:');
  await anna.presses('Confirm');
  anna.sees('Done: Boris is now Manager.');
  boris.sees(/меняет вашу роль .*Acme.*\. Теперь: Менеджер/);

  narrator.chapter('She looks members up');
  await anna.says('/members');
  anna.sees('Acme: 3 members');
  anna.sees('Boris — Manager');
  await anna.says('/members bor');
  anna.sees('names and usernames with “bor”');
  await anna.presses('Boris');
  anna.sees('Role: Manager');
  anna.seesButton('Change role');

  narrator.chapter('She removes him, at the second thought');
  await anna.presses('Remove');
  anna.sees('Remove Boris from Acme?');
  await anna.presses('No, keep it');
  anna.seesButton('Remove');
  await anna.says('/remove @boris');
  await anna.presses('Yes, remove');
  anna.sees('Removed: Boris is no longer a member.');
  boris.sees(/Вас удалили из пространства .*Acme/);
  await boris.says('/members');
  boris.sees('/new');

  narrator.chapter('She asks him back; he declines once, then comes');
  await anna.says('/invite @boris designer');
  anna.sees('Invited to Acme as Designer.');
  await boris.presses('Отклонить');
  boris.sees(/отклонили приглашение .*Acme/);
  anna.sees('🚫 Boris declined the invitation to Acme.');
  await anna.says('/invite @boris designer');
  await boris.presses('Принять');
  boris.sees(/Добро пожаловать .*Acme! Ваша роль: Дизайнер/);
}

/** Ownership passes from one hand to the other, and the books show everything. */
export async function tellHandingOver({ narrator, anna, vira }: Trio): Promise<void> {
  narrator.chapter('Anna hands the workspace over to Vira and leaves');
  await anna.says('/leave');
  anna.sees('You’re the only owner of Acme');
  await anna.says('/transfer @vira');
  anna.sees('Hand Acme over to Vira?');
  await anna.presses('Yes, hand it over');
  anna.sees('You stay the owner until they accept.');
  vira.sees(/Anna хоче передати вам .*Acme/);
  await vira.presses('Прийняти');
  vira.sees(/Acme тепер ваш/);
  anna.sees('Vira accepted and now owns Acme.');
  await anna.says('/leave');
  anna.sees('Leave Acme?');
  await anna.presses('Yes, leave');
  anna.sees('You’ve left Acme.');
  vira.sees(/Anna .*Acme/);

  narrator.chapter('The books tell it all, and nobody has touched them');
  await vira.says('/audit');
  vira.sees(/⛔ Boris/);
  await vira.says('/audit verify');
  vira.sees('✅');
}
