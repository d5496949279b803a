import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTelegramEmulator, type TelegramEmulator } from '../../../../dev/emulators/telegram/emulator.ts';
import { tellMainStory } from '../../../../dev/playground/story/main-story.ts';
import { type App, startApp } from '../../../../src/app/app.ts';
import type { Outgoing } from '../../../../src/chat/messenger.ts';
import type { Button, Reply, Screen } from '../../../../src/chat/reply.ts';
import { render as renderTelegram } from '../../../../src/messengers/telegram/render.ts';
import { render as renderViber } from '../../../../src/messengers/viber/render.ts';
import { render as renderVk } from '../../../../src/messengers/vk/render.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { createDialogue, type Dialogue } from '../../../support/dialogue.ts';

let database: TestDatabase;
let telegram: TelegramEmulator;
let app: App;
let dialogue: Dialogue;
const stopping = new AbortController();
let polling: Promise<void> | undefined;
/** Everything that the bot has said in the stories, before any messenger's renderer saw it. */
const said: Exclude<Reply, { kind: 'toast' }>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  telegram = await startTelegramEmulator();
  app = await startApp({
    databaseUrl: database.url,
    appSecret: 'test-secret-test-secret-test-secret-0123',
    host: '127.0.0.1',
    port: null,
    publicUrl: undefined,
    defaultLocale: 'en',
    telegram: { token: telegram.bot.token, mode: 'hosted', webhookSecret: undefined, apiRoot: telegram.url },
    commandNames: {
      outward: (name) => name,
      read: (update) => update,
      write(reply) {
        if (reply.kind !== 'toast') said.push(reply);
        return reply;
      },
    },
    jobs: false,
    log: pino({ level: 'silent' }),
  });
  polling = app.guest.messengers
    .get('telegram')
    ?.poll((update) => app.pipeline.handle(update), stopping.signal);
  dialogue = createDialogue(telegram, settled);
});
afterAll(async () => {
  stopping.abort();
  await polling;
  await app?.close();
  await telegram?.close();
  await database?.close();
});

const settled = async (): Promise<void> => {
  await telegram.control.settled();
  await app.pipeline.idle();
  await app.sender.idle();
};

const visible = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}…()]/gu, '');
const actionsOf = (screen: Screen): string[] =>
  screen.buttons.flat().flatMap((one: Button) => (one.kind === 'press' ? [one.payload] : []));

/** Where each action stands in what goes out, all calls in order. */
function placesOf(actions: readonly string[], sent: readonly Outgoing[]): number[] {
  const wire = sent.map(({ body }) => JSON.stringify(body)).join('\n');
  return actions.map((action) => {
    const place = wire.indexOf(action);
    expect(wire.indexOf(action, place + 1), `${action} once`).toBe(-1);
    return place;
  });
}

/** All texts of the calls, in order, whatever the messenger calls them. */
function textOf(sent: readonly Outgoing[]): string {
  const texts: string[] = [];
  for (const { body } of sent) {
    const { params, text } = body as { params?: { text?: string; message?: string }; text?: string };
    texts.push(params?.text ?? params?.message ?? text ?? '');
  }
  return texts.join('\n');
}

const renderers: Readonly<Record<string, (reply: Reply) => Outgoing[]>> = {
  telegram: (reply) => renderTelegram(reply),
  vk: (reply) => renderVk(reply),
  viber: (reply) => renderViber(reply, undefined),
};

test('every screen of the stories is whole and in order in each messenger', async () => {
  const silent = { chapter() {}, act() {}, screens() {}, check() {} };
  await tellMainStory({ control: telegram.control, settled, narrator: silent });
  const anna = dialogue.person('Anna Law');
  await anna.says('/new Lawful company');
  for (const command of LOOKS) await anna.says(command);
  expect(said.length).toBeGreaterThan(80);

  for (const [messenger, render] of Object.entries(renderers)) {
    for (const reply of said) {
      // What is said aside must not take the keyboard from the question in hand, and Viber has one for a chat.
      const actions = messenger === 'viber' && reply.screen.aside ? [] : actionsOf(reply.screen);
      const sent = render(reply);
      const places = placesOf(actions, sent);
      expect(places, `${messenger}: an action lost or out of order`).toEqual(
        [...places].sort((a, b) => a - b).filter((place) => place >= 0),
      );
      const words = reply.screen.text.map((run) => (typeof run === 'string' ? run : run.text)).join('');
      const shown = visible(textOf(sent));
      for (const line of words.split('\n')) expect(shown, messenger).toContain(visible(line));
    }
  }
});

/** Looks at all there is to look at, in a workspace of one's own. */
const LOOKS = [
  '/menu',
  '/help',
  '/me',
  '/workspaces',
  '/workspace',
  '/members',
  '/member Anna',
  '/invite',
  '/cancel',
  '/invite link designer',
  '/invites',
  '/roles',
  '/projects new Main',
  '/projects',
  '/bots new Shop in Main',
  '/bots',
  '/bots Shop',
  '/channels',
  '/publish Shop',
  '/mask users phone',
  '/mask',
  '/grant',
  '/cancel',
  '/keys',
  '/audit',
  '/audit verify',
  '/transfer',
  '/cancel',
  '/leave',
  '/language',
  '/link',
  '/unlink',
  '/bind',
  '/rename',
  '/cancel',
  '/nonsense',
  'what?',
];
