import type { MessengerName } from '../../../src/chat/update.ts';
import { StoryBroken } from '../actor.ts';
import { readable } from '../show.ts';
import type { People } from './person.ts';
import { telegramPhone, viberPhone, vkPhone } from './phones.ts';
import type { Services } from './services.ts';

/** Hosts of the links by which each messenger opens the bot. */
const LINKS: Readonly<Record<MessengerName, RegExp>> = {
  telegram: /href="(https:\/\/t\.me\/[^"]+)"/,
  vk: /href="(https:\/\/vk\.me\/[^"]+)"/,
  viber: /href="(viber:[^"]+)"/,
};

/** One workspace, four people, three messengers and a mail. Throws `StoryBroken` where a step does not come out. */
export async function tellEverywhere(
  { telegram, vk, viber, mailbox, url }: Services & { readonly url: string },
  people: People,
): Promise<void> {
  const anna = people.add('Anna', telegramPhone(telegram, { name: 'Anna', language: 'en' }));
  const vera = people.add('Vera', vkPhone(vk, { name: 'Vera', language: 'ru' }));
  const viktor = people.add('Viktor', viberPhone(viber, { name: 'Viktor', language: 'uk' }));
  const emma = people.add('Emma', viberPhone(viber, { name: 'Emma', language: 'en' }));

  /** What a browser finds on an invitation's page for one messenger. */
  const onPage = async (name: string, address: string, messenger: MessengerName): Promise<string> => {
    const { pathname } = new URL(address);
    const page = await (await fetch(url + pathname, { headers: { 'accept-language': 'en' } })).text();
    const link = LINKS[messenger].exec(page)?.[1]?.replaceAll('&amp;', '&');
    people.tell(`${name} opens ${url}${pathname} in a browser and chooses ${messenger}`);
    if (link === undefined) throw new StoryBroken(`the page offers no ${messenger}`);
    return link;
  };
  const pageOf = (link: string): string => `${url}/i/${/i_([\w-]{24})/.exec(link)?.[1] ?? ''}`;

  people.chapter('Anna creates a workspace in Telegram');
  await anna.says('/new Acme');
  anna.sees('Who will work in Acme?');
  await anna.presses('Company');
  anna.sees('Acme is ready');

  people.chapter('She invites Vera by a link, who opens it in VK');
  await anna.says('/invite link designer');
  anna.sees('A link to Acme as Designer');
  await vera.opens(await onPage('Vera', pageOf(anna.find(/i_[\w-]{24}/)), 'vk'));
  vera.sees(/Anna приглашает вас .*Acme/);
  await vera.presses('Принять');
  vera.sees(/Добро пожаловать .*Acme! Ваша роль: Дизайнер/);
  anna.sees('Vera joined');

  people.chapter('She invites Viktor by a link, who opens it in Viber');
  await anna.says('/invite link administrator');
  anna.sees('A link to Acme as Administrator');
  await viktor.opens(await onPage('Viktor', pageOf(anna.find(/i_[\w-]{24}/)), 'viber'));
  viktor.sees(/Anna запрошує вас .*Acme/);
  await viktor.presses('Прийняти');
  viktor.sees(/Acme/);
  anna.sees('Viktor joined');

  people.chapter('Emma is invited to another workspace by e-mail, and answers in Viber');
  await anna.says('/new Studio cabinet');
  await anna.says('/invite emma@example.com editor');
  const letter = mailbox.lastTo('emma@example.com') ?? '';
  people.check(
    'a mail has come to emma@example.com',
    readable(letter).includes('Anna invites you to Studio'),
  );
  people.tell(`Emma reads her mail:\n${readable(letter).replaceAll(/^/gm, '      ')}`);
  const address = /https?:\/\/\S+\/i\/[\w-]+/.exec(letter)?.[0] ?? '';
  people.check('it has a link to the page of the invitation', address.startsWith(url));
  await emma.opens(await onPage('Emma', address, 'viber'));
  emma.sees('Studio');
  await emma.presses('Accept');
  emma.sees('Welcome to Studio');
  anna.sees('Emma joined');

  people.chapter('Now she is known by her address: Acme, which takes only people it knows, can invite her');
  await anna.says('/workspaces');
  await anna.presses('Acme');
  await anna.says('/invite emma@example.com manager');
  anna.sees('Acme as Manager');
  emma.sees('Anna invites you to Acme');
  await emma.presses('Accept');
  emma.sees('Welcome to Acme');

  people.chapter('Viktor, an administrator in Viber, changes the role of Vera, who reads of it in VK');
  await viktor.says('/role Vera manager');
  viktor.sees('Vera');
  await viktor.presses('Підтвердити');
  vera.sees(/меняет вашу роль .*Acme.*\. Теперь: Менеджер/);

  people.chapter('Emma links her Telegram: here and there she is one person');
  await emma.says('/link');
  const code = emma.find(/[A-Z2-9]{4}-[A-Z2-9]{4}/);
  const emmaElsewhere = people.add('Emma', telegramPhone(telegram, { name: 'Emma', language: 'en' }));
  await emmaElsewhere.says(code);
  emmaElsewhere.sees('This code belongs to');
  await emmaElsewhere.presses('Yes, that’s me');
  emmaElsewhere.sees('you’re Emma in both places');
  emma.sees('is now linked to this account');
  await emmaElsewhere.says('/workspace');
  emmaElsewhere.sees('Acme');

  people.chapter('Ownership moves from Telegram to VK');
  await anna.says('/transfer Vera');
  anna.sees('Hand Acme over to Vera?');
  await anna.presses('Yes, hand it over');
  vera.sees(/Anna хочет передать вам .*Acme/);
  await vera.presses('Принять');
  vera.sees(/Acme теперь ваш/);
  anna.sees('Vera accepted and now owns Acme');

  people.chapter('The books tell it all, and nobody has touched them');
  await vera.says('/members');
  vera.sees(/Vera — Владелец/);
  await vera.says('/audit verify');
  vera.sees('✅');
}
