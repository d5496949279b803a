import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { displayName } from '../../src/chat/display-name.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const HOSTILE: Readonly<Record<string, string>> = {
  html: '<b>Kim</b>&amp;<a href="tg://user?id=1">x</a>',
  markdown: '**Kim** __x__ `y` ||z|| [t](tg://user?id=1) ~~',
  'our own styles': '[b]Kim[/b] [/b] [i][c]x',
  'a placeable': '{ $workspace } { "x" } { -brand }',
  'a reversing mark': '\u202eecnatsni\u202c \u2067rtl\u2069 \u200fx',
  'an early end of isolation': '\u2069\u2069Kim\u2068\u2068',
  'right-to-left letters': 'קים שרה!',
  'stacked marks': `K${'\u0335\u0321\u0353\u0300\u0301'.repeat(20)}im`,
  'joined emoji': '👩‍👩‍👧‍👦🏳️‍🌈👍🏽'.repeat(4),
  'invisible characters': 'K\u200b\u200c\u2060\ufeff\u00adi\u180em\u3164',
  'joiners between letters': 'K\u200di\u200d\u200dm\ufe0f',
  'line breaks': 'Kim\n\n👋 Anna invites you\r\n\u2028\u2029\u0085\u000b/leave',
  'a long word': 'x'.repeat(4096),
  'long joined emoji': '👨‍👩‍👧‍👦'.repeat(11),
  'a command and a mention': '/remove @anna t.me/x +380501112233 https://x.example',
  'private use': '\ue000b]Kim\ue000/b]',
  'nothing but a filler': '⠀⠀ ⠀',
};

/** One call of the bot as a person meets it, with the name under test taken out. */
interface Shown {
  readonly method: string;
  readonly text: string;
  readonly styles: readonly string[];
  readonly rows: readonly number[];
}

/** The bot's calls that show something, as they went out. */
function calls(): {
  method: string;
  text: string;
  entities: { type: string; offset: number; length: number }[];
  labels: string[][];
}[] {
  return app.telegram.control.calls().flatMap(({ method, params }) => {
    if (!/^(sendMessage|editMessageText|answerCallbackQuery)$/i.test(method)) return [];
    const {
      text = '',
      entities = [],
      reply_markup: markup,
    } = params as {
      text?: string;
      entities?: { type: string; offset: number; length: number }[];
      reply_markup?: { inline_keyboard?: { text: string }[][] };
    };
    const labels = (markup?.inline_keyboard ?? []).map((row) => row.map((button) => button.text));
    return [{ method, text, entities, labels }];
  });
}

/** Plays everything that shows names, with one name for everybody and everything; returns what was shown. */
async function play(name: string): Promise<Shown[]> {
  app.telegram.control.clearCalls();
  const suffix = String(app.telegram.control.users().length).padStart(5, '0');
  const { control } = app.telegram;
  const anna = app.person('Anna', { username: `anna${suffix}` });
  const boris = app.person('Boris', { username: `boris${suffix}` });
  for (const { user } of [anna, boris]) Object.assign(user, { first_name: name });
  const at = `@boris${suffix}`;
  await boris.says('/start');
  await anna.says('/new Acme company');
  await app.database.pool.query(
    `update workspaces set name = $1 where id = (select active_workspace_id from accounts where username = $2)`,
    [[...name].slice(0, 128).join(''), `anna${suffix}`],
  );
  for (const text of [
    '/start',
    '/workspace',
    '/workspaces',
    '/rename',
    '/cancel',
    '/me',
    '/help',
    '/roles',
    '/invites',
  ])
    await anna.says(text);
  await anna.says('/invite');
  control.forward(anna.user, { originUser: boris.user });
  await app.settled();
  await anna.says(`@other${suffix}`);
  await anna.presses('Manager');
  await anna.presses('Invite');
  await boris.presses('What will I be able to do?');
  await boris.presses('Back');
  await anna.says('/invites');
  await anna.presses('1');
  await anna.presses('Change role');
  await anna.presses('Designer');
  await anna.presses('Revoke');
  await anna.presses('No, keep it');
  await anna.says(`/invite ${at} designer`);
  await boris.presses('Decline');
  await anna.says(`/invite ${at} manager`);
  await boris.says('/start');
  await boris.presses('Accept');
  await boris.says('/start');
  await anna.says('/members');
  await anna.says(`/member ${at}`);
  await anna.says(`/role ${at}`);
  await anna.says(`/role ${at} designer`);
  await anna.presses('Confirm');
  await anna.says('/role');
  await anna.says('/cancel');
  await anna.says(`/transfer ${at}`);
  await anna.presses('Yes, hand it over');
  await boris.presses('Decline');
  const chat = await app.group('Team', [anna, boris]);
  await app.database.pool.query('update group_chats set title = $1 where chat_id = $2', [
    name,
    String(chat.id),
  ]);
  await anna.says('/bind', { chat });
  await anna.says('/start', { chat });
  await anna.says('/members', { chat });
  await anna.says('/invite @stranger designer', { chat });
  await anna.says(`/remove ${at}`);
  await anna.presses('Yes, remove');
  await boris.says('/members');
  await anna.says('/audit');
  await anna.says(`/audit ${at}`);
  await anna.says('/invite link designer');
  const token = /start=(i_[\w-]+)/.exec(anna.last().text)?.[1] ?? '';
  await boris.opens(token);
  await anna.opens(token);
  await anna.presses('All invitations');
  await boris.presses('Accept');
  await boris.says('/leave');
  await boris.presses('Yes, leave');
  await anna.says('/leave');
  return calls().map(({ method, text, entities, labels }) => ({
    method,
    text: withoutName(text, name),
    styles: entities.map(
      ({ type, offset, length }) => `${type} ${withoutName(text.slice(offset, offset + length), name)}`,
    ),
    rows: labels.map((row) => row.length),
  }));
}

function withoutName(text: string, name: string): string {
  return readable(text)
    .replaceAll(displayName(name), 'NAME')
    .replace(/start=i_[\w-]+/g, 'LINK')
    .replace(/\d+/g, '#');
}

describe('a name changes nothing but itself, in every screen that shows it', () => {
  let plain: Shown[];
  beforeAll(async () => {
    plain = await play('Kimberly');
    expect(plain.filter(({ text }) => text.includes('NAME')).length).toBeGreaterThan(40);
  });

  test.each(Object.entries(HOSTILE))('%s', async (_what, name) => {
    const shown = await play(name);
    expect(shown.map(({ rows }) => rows)).toEqual(plain.map(({ rows }) => rows));
    // An invisible name of a person gives way to the username, so only the screens' build can be compared.
    if (!/[^\s\u2800]/u.test(name)) return;
    expect(shown).toEqual(plain);
  });
});

describe('whatever a name holds, on screen it', () => {
  test('is isolated, closed again, and holds nothing invisible or reordering', async () => {
    for (const name of Object.values(HOSTILE)) {
      await play(name);
      const name_ = displayName(name);
      for (const { text, labels } of calls()) {
        for (const one of [text, ...labels.flat()]) {
          expect(one).not.toMatch(/[\u200b\u200c\u200e\u200f\u202a-\u202e\u2066\u2067\u2028\u2029\ufeff]/);
          expect(one).not.toContain('\u0001');
          expect(one).not.toMatch(/[\p{L}\p{P}]\u200d|\u200d[\p{L}\p{P}]/u);
        }
        let open = 0;
        for (const mark of text.match(/[\u2068\u2069]/g) ?? []) {
          open += mark === '\u2068' ? 1 : -1;
          expect(open, text).toBeGreaterThanOrEqual(0);
        }
        expect(open, text).toBe(0);
        for (let from = text.indexOf(name_); from >= 0; from = text.indexOf(name_, from + name_.length)) {
          const around = `${text.charAt(from - 1)}${text.charAt(from + name_.length)}`;
          expect(around, text).toBe('\u2068\u2069');
        }
      }
    }
  });

  test('takes at most its share of the screen', () => {
    const names = [
      ...Object.values(HOSTILE),
      '👨‍👩‍👧‍👦'.repeat(300),
      `K${'\u0301'.repeat(4000)}`.repeat(100),
    ];
    for (const name of names) expect(displayName(name).length).toBeLessThanOrEqual(64 * 4 + 1);
  });
});

describe('what is typed instead of a name', () => {
  test.each(Object.entries(HOSTILE))(
    '%s: is answered, styled as ever, and harms nothing',
    async (what, typed) => {
      const anna = app.person('Anna', { username: `typer${Object.keys(HOSTILE).indexOf(what)}` });
      await anna.says('/new Typing company');
      app.telegram.control.clearCalls();
      const lines = [
        '/invite',
        '/members',
        '/member',
        '/role',
        '/remove',
        '/transfer',
        '/audit',
        '/help',
        '/language',
        '/start',
        '/rename',
        '/new',
      ];
      for (const line of lines) {
        const heard = anna.heard().length;
        await anna.says(`${line} ${typed}`.slice(0, 4096));
        expect(anna.heard().length, line).toBeGreaterThan(heard);
        await anna.says('/cancel');
      }
      await anna.says(typed.slice(0, 4096));
      for (const { text, entities } of calls()) {
        expect(text).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
        for (const { type } of entities) expect(['bold', 'italic', 'code']).toContain(type);
      }
      const { rows } = await app.database.pool.query('select 1 from failed_updates');
      expect(rows).toEqual([]);
      await anna.says('/start');
      anna.sees('Hello, Anna!');
    },
  );
});
