import { describe, expect, it } from 'vitest';
import type { Update } from '../../../../src/chat/update.ts';
import { parseEvent } from '../../../../src/messengers/vk/parse.ts';
import { toPayload } from '../../../../src/messengers/vk/payload.ts';
import { bot } from './bot.ts';

/** A bot over the long poll, and what it has understood. */
async function listening() {
  const emulated = await bot();
  const seen: Update[] = [];
  const abort = new AbortController();
  const polling = emulated.vk.poll(async (update) => void seen.push(update), abort.signal);
  const { control } = emulated;
  await control.waitFor(() => control.calls('groups.getLongPollServer').length > 0);
  const anna = control.createUser({
    firstName: 'Anna',
    lastName: 'Ahn',
    screenName: 'anna.ahn',
    languageCode: 'uk',
  });
  const boris = control.createUser({ firstName: 'Boris', screenName: 'boris' });
  return {
    ...emulated,
    anna,
    boris,
    seen,
    async last(): Promise<Update> {
      await control.settled();
      const update = seen.at(-1);
      if (!update) throw new Error('nothing was understood');
      return update;
    },
    async stop() {
      abort.abort();
      await polling;
    },
  };
}

describe('a message', () => {
  it('has its sender by name, in the language of their client', async () => {
    const { control, anna, last, stop } = await listening();
    control.write(anna, 'Hi & <b>bye</b> "x"');
    expect(await last()).toMatchObject({
      messenger: 'vk',
      sender: { accountId: String(anna.id), name: 'Anna Ahn', username: 'anna.ahn', language: 'uk' },
      chat: { id: String(anna.id), kind: 'private' },
      event: { kind: 'message', text: 'Hi & <b>bye</b> "x"', addressed: true, messageId: '1' },
    });
    await stop();
  });

  it('points at people in every way a person may write it', async () => {
    const { control, anna, boris, last, stop } = await listening();
    for (const [said, text, there] of [
      ['[id{}|@boris] editor', '@boris editor', '@boris'],
      ['пригласи [id{}|Борис Б] editor', 'пригласи Борис Б editor', 'Борис Б'],
      ['/invite @boris editor', '/invite @boris editor', '@boris'],
      ['/invite https://vk.com/boris editor', '/invite https://vk.com/boris editor', 'https://vk.com/boris'],
      ['/invite vk.ru/id{}, editor', '/invite vk.ru/id{}, editor', 'vk.ru/id{}'],
      ['/invite @id{}', '/invite @id{}', '@id{}'],
      ['/invite @Boris.', '/invite @Boris.', '@Boris'],
    ] as const) {
      const filled = (one: string): string => one.replaceAll('{}', String(boris.id));
      control.write(anna, filled(said));
      const { event } = await last();
      if (event.kind !== 'message') throw new Error(event.kind);
      expect(event.text).toBe(filled(text));
      expect(event.mentions).toMatchObject([{ profile: { accountId: String(boris.id), name: 'Boris' } }]);
      const [{ offset, length } = { offset: 0, length: 0 }] = event.mentions;
      expect(event.text.slice(offset, offset + length)).toBe(filled(there));
    }
    await stop();
  });

  it('points at nobody by a name that nobody has, an e-mail or a community', async () => {
    const { control, anna, last, stop, group } = await listening();
    for (const said of [
      '/invite @nobody1',
      '/invite b@boris.example',
      `/invite vk.com/wall-1_2`,
      '[club5|X]',
    ]) {
      control.write(anna, said);
      expect((await last()).event).toMatchObject({ kind: 'message', mentions: [] });
    }
    control.write(anna, `[club${group.id}|@castellan], /help`);
    expect((await last()).event).toMatchObject({ text: '/help' });
    await stop();
  });

  it('asks for each name once in a while', async () => {
    const { control, anna, last, stop } = await listening();
    for (let n = 0; n < 5; n++) control.write(anna, '/invite @boris @nobody2 editor');
    await last();
    expect(control.calls('users.get').length).toBeLessThanOrEqual(2);
    expect(control.calls('utils.resolveScreenName')).toHaveLength(2);
    await stop();
  });

  it('shows somebody by an answer or by forwarded messages', async () => {
    const { control, anna, boris, last, stop } = await listening();
    control.write(anna, '', { forwardOf: [boris] });
    expect((await last()).event).toMatchObject({ text: '', forwardOf: { name: 'Boris' }, replyTo: null });
    control.write(anna, '/invite editor', { forwardOf: [boris] });
    expect((await last()).event).toMatchObject({ forwardOf: null, replyTo: { name: 'Boris' } });
    control.sendSticker(anna);
    expect((await last()).event).toEqual({ kind: 'other', addressed: true });
    await stop();
  });
});

describe('opening the bot', () => {
  it('is a start, with what the link carries whenever it comes', async () => {
    const { control, anna, boris, last, stop } = await listening();
    control.openLink(anna, 'i_abc-1');
    expect((await last()).event).toEqual({ kind: 'start', payload: 'i_abc-1' });
    control.openLink(anna, 'i_abc-2', 'ну, что тут?');
    expect((await last()).event).toEqual({ kind: 'start', payload: 'i_abc-2' });
    control.openLink(anna, 'advert', '/members');
    expect((await last()).event).toMatchObject({ kind: 'message', text: '/members' });
    control.openLink(boris, '');
    expect((await last()).event).toEqual({ kind: 'start', payload: null });
    control.write(boris, '/start i_abc-3');
    expect((await last()).event).toEqual({ kind: 'start', payload: 'i_abc-3' });
    await stop();
  });

  it('and closing it tells whether we may write', async () => {
    const { control, anna, last, stop } = await listening();
    control.allow(anna);
    expect((await last()).event).toEqual({ kind: 'reachability', reachable: true });
    control.deny(anna);
    const { event, chat } = await last();
    expect(event).toEqual({ kind: 'reachability', reachable: false });
    expect(chat).toEqual({ id: String(anna.id), kind: 'private', topic: null });
    await stop();
  });
});

describe('a group chat', () => {
  it('is heard only where the bot is spoken to', async () => {
    const { control, anna, boris, group, seen, last, stop, say } = await listening();
    const chat = control.createGroup({ title: 'Team', members: [anna, boris] });
    control.addBot(chat);
    expect(await last()).toMatchObject({ event: { kind: 'group', change: 'joined', title: 'Team' } });
    control.write(anna, 'just talking, @boris', { chat });
    control.write(anna, 'invite everyone!', { chat });
    await control.settled();
    expect(seen).toHaveLength(1);
    control.write(anna, `[club${group.id}|Castellan], members`, { chat });
    expect(await last()).toMatchObject({
      chat: { id: String(chat.id), kind: 'group' },
      event: { text: 'members', addressed: true },
    });
    control.write(anna, '/members', { chat });
    expect((await last()).event).toMatchObject({ text: '/members' });
    await say({
      kind: 'send',
      to: { chatId: String(chat.id), topic: null },
      screen: { text: ['Whom?'], buttons: [] },
    });
    control.write(anna, 'boris', { chat, replyTo: control.lastFromBot(chat)?.id ?? 0 });
    expect((await last()).event).toMatchObject({ text: 'boris', replyTo: null });
    const written = control.write(boris, 'hello', { chat });
    control.write(anna, '/role editor', { chat, replyTo: written });
    expect((await last()).event).toMatchObject({ replyTo: { accountId: String(boris.id), name: 'Boris' } });
    control.removeBot(chat);
    expect((await last()).event).toMatchObject({ kind: 'group', change: 'left' });
    await stop();
  });
});

describe('buttons', () => {
  it('are text ones for a client without callback buttons, and mean the same', async () => {
    const { control, say, last, stop } = await listening();
    const vera = control.createUser({ firstName: 'Vera', callbackButtons: false });
    control.write(vera, 'Hi');
    await control.settled();
    const to = { chatId: String(vera.id), topic: null };
    const accept = { kind: 'press', label: 'Accept', payload: 'sealed' } as const;
    await say({ kind: 'send', to, screen: { text: ['?'], buttons: [[accept]] } });
    const shown = control.lastFromBot(vera);
    expect(shown?.buttons).toMatchObject([[{ kind: 'text', text: 'Accept' }]]);
    control.press(vera, { chatId: vera.id, id: shown?.id ?? 0 }, 'Accept');
    const { event } = await last();
    expect(event).toMatchObject({ kind: 'press', payload: 'sealed', messageId: null });
    if (event.kind !== 'press') throw new Error(event.kind);
    // Nothing waits for an answer: what it says is said in a message, and nothing is said without words.
    await say({ kind: 'toast', pressId: event.pressId, chatId: to.chatId, text: 'Welcome', alert: false });
    await say({ kind: 'toast', pressId: event.pressId, chatId: to.chatId, text: '', alert: false });
    expect(control.lastFromBot(vera)?.text).toBe('Welcome');
    await stop();
  });

  it.each([
    { as: 'text', payload: toPayload('sealed') },
    { as: 'an object', payload: JSON.parse(toPayload('sealed')) },
  ])(
    'that a client does not support are presses, and are text from then on (payload as $as)',
    ({ payload }) => {
      const told = { command: 'not_supported_button', button_type: 'callback', payload };
      const message = { from_id: 7, peer_id: 7, text: 'Accept', payload: JSON.stringify(told) };
      const raw = {
        type: 'message_new',
        group_id: 1,
        event_id: 'e1',
        object: { message, client_info: { button_actions: ['text', 'callback'] } },
      };
      const parsed = parseEvent(raw, { groupId: 1, screenName: 'castellan' });
      expect(parsed.told?.event).toMatchObject({ kind: 'press', payload: 'sealed', messageId: null });
      expect(parsed.client).toEqual({ chatId: '7', callbackButtons: false });
    },
  );

  it('of another bot, or of nobody, are presses of nothing', async () => {
    const { control, anna, say, last, stop } = await listening();
    control.write(anna, 'Hi');
    await say({
      kind: 'send',
      to: { chatId: String(anna.id), topic: null },
      screen: { text: ['?'], buttons: [] },
    });
    for (const data of ['{"command":"buy"}', '"x"', '[1]', 'null', '{"castellan":5}']) {
      control.press(anna, { chatId: anna.id, id: 2 }, { data });
      expect((await last()).event).toMatchObject({ kind: 'press', payload: '', messageId: '2' });
    }
    await stop();
  });
});
