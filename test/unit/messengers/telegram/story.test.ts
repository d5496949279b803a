import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegramEmulator } from '../../../../dev/emulators/telegram/emulator.ts';
import { DeliveryError } from '../../../../src/chat/messenger.ts';
import type { Reply, Screen } from '../../../../src/chat/reply.ts';
import type { Update } from '../../../../src/chat/update.ts';
import { createTelegram } from '../../../../src/messengers/telegram/index.ts';

const never = new AbortController().signal;

/** A bot that polls the emulator and answers each update by `answer`. */
async function bot(answer: (update: Update) => Reply[] = () => []) {
  const emulator = await startTelegramEmulator();
  const { url: apiRoot, bot: account, control } = emulator;
  const telegram = createTelegram({ token: account.token, apiRoot, webhookSecret: null });
  await telegram.init(never);
  const say = async (reply: Reply) => {
    for (const outgoing of telegram.render(reply)) await telegram.deliver(outgoing, never);
  };
  const seen: Update[] = [];
  const abort = new AbortController();
  const polling = telegram.poll(async (update) => {
    seen.push(update);
    for (const reply of answer(update)) await say(reply);
  }, abort.signal);
  onTestFinished(async () => {
    abort.abort();
    await polling;
    await emulator.close();
  });
  return { control, telegram, say, seen, username: account.username };
}

const sendTo = (update: Update, screen: Partial<Screen>): Reply => ({
  kind: 'send',
  to: { chatId: update.chat.id, topic: update.chat.topic },
  screen: { text: ['?'], buttons: [], ...screen },
});

/** Asks whom to invite, offers to accept, and says who did. */
function invite(update: Update): Reply[] {
  const { event } = update;
  const to = { chatId: update.chat.id, topic: update.chat.topic };
  switch (event.kind) {
    case 'start':
      return [
        sendTo(update, { text: ['Whom?'], ask: { kind: 'people', label: 'Choose', requestId: 5, max: 3 } }),
      ];
    case 'picked': {
      const names = event.people.map((person) => person.name).join(', ');
      const accept = { kind: 'press', label: 'Accept', payload: 'accept' } as const;
      return [sendTo(update, { text: [{ text: names, style: 'bold' }], buttons: [[accept]] })];
    }
    case 'press':
      return [
        { kind: 'toast', pressId: event.pressId, chatId: update.chat.id, text: 'Welcome!', alert: false },
        { kind: 'edit', to, messageId: event.messageId ?? '', screen: { text: ['Done'], buttons: [] } },
      ];
    default:
      return [];
  }
}

describe('a bot over long polling', () => {
  it('asks, offers, answers a press and edits in place', async () => {
    const { control } = await bot(invite);
    const anna = control.createUser({ firstName: 'Anna' });
    const boris = control.createUser({ firstName: '<b>Boris</b>', lastName: '\u202E*' });
    control.openLink(anna, 'i_1');
    const asked = await control.waitFor(() => control.lastFromBot(anna));
    expect(asked).toMatchObject({
      text: 'Whom?',
      keyboard: [[{ text: 'Choose', request_users: { request_id: 5 } }]],
    });

    control.pickUsers(anna, 5, [boris]);
    const offer = await control.waitFor(() =>
      control.messages(anna).find((message) => message.buttons.length > 0),
    );
    expect(offer.text).toContain('<b>Boris</b>');

    const press = control.press(anna, offer, 'Accept');
    expect(await press.answered()).toMatchObject({ text: 'Welcome!' });
    const done = await control.waitFor(() => control.messages(anna).find((message) => message.edits > 0));
    expect(done).toMatchObject({ id: offer.id, text: 'Done', buttons: [] });
    await control.settled();
  });

  it('answers in the forum topic it was spoken to in', async () => {
    const { control, username } = await bot((update) => [sendTo(update, { text: ['Here'] })]);
    const anna = control.createUser({ firstName: 'Anna' });
    const forum = control.createGroup({ title: 'Forum', members: [anna], isForum: true });
    control.addBot(forum);
    await control.settled();
    const threadId = control.createTopic(forum, anna, 'Bots');
    control.write(anna, `/members@${username}`, { chat: forum, threadId });
    await control.settled();
    expect(control.lastFromBot(forum)).toMatchObject({ text: 'Here', threadId });
  });

  it('cannot reach who blocked it, and hears so both ways', async () => {
    const { control, say, seen } = await bot();
    const anna = control.createUser({ firstName: 'Anna' });
    control.write(anna, 'hello');
    control.block(anna);
    await control.settled();
    expect(seen.at(-1)?.event).toEqual({ kind: 'reachability', reachable: false });
    const to = { chatId: String(anna.id), topic: null };
    const attempt = say({ kind: 'send', to, screen: { text: ['?'], buttons: [] } });
    await expect(attempt).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it('follows a group to its new id', async () => {
    const { control, telegram, seen } = await bot();
    const anna = control.createUser({ firstName: 'Anna' });
    const group = control.createGroup({ title: 'Team', members: [anna] });
    control.addBot(group);
    const [outgoing] = telegram.render({
      kind: 'send',
      to: { chatId: String(group.id), topic: null },
      screen: { text: ['News'], buttons: [] },
    });
    const fresh = control.upgradeToSupergroup(group);
    await control.settled();
    expect(seen.map((update) => update.event)).toContainEqual({ kind: 'moved', toChatId: String(fresh.id) });
    if (outgoing === undefined) throw new Error('nothing to deliver');
    const moved: unknown = await telegram.deliver(outgoing, never).catch((error) => error);
    if (!(moved instanceof DeliveryError) || moved.movedTo === null)
      throw new Error('the group has not moved');
    await telegram.deliver({ ...outgoing, chatId: moved.movedTo }, never);
    expect(control.lastFromBot(fresh)).toMatchObject({ text: 'News' });
  });
});

it('the server takes every screen, whatever the names in it', async () => {
  const { control, say } = await bot();
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'hello');
  const to = { chatId: String(anna.id), topic: null };
  const letters = fc.constantFrom(
    'a',
    'Я',
    ' ',
    '\n',
    '\t',
    '👩‍👩‍👧',
    '\u202E',
    '\u2067',
    '\0',
    '\uD83D',
    '\uDC4B',
    '\u200D',
    '<b>',
  );
  const text = fc.string({ unit: letters, maxLength: 60 });
  const run = fc.oneof(text, fc.record({ text, style: fc.constantFrom('bold' as const, 'code' as const) }));
  const press = fc.record({ kind: fc.constant('press' as const), label: text, payload: fc.constant('p') });
  const buttons = fc.array(fc.array(press, { maxLength: 30 }), { maxLength: 6 });
  const screen = fc.record({
    text: fc.array(
      fc.oneof(
        run,
        text.map((some) => some.repeat(200)),
      ),
    ),
    buttons,
  });
  await fc.assert(
    fc.asyncProperty(screen, async (shown) => {
      await say({ kind: 'send', to, screen: shown });
    }),
    { numRuns: 60 },
  );
});
