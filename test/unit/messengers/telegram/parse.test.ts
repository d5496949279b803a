import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../../src/chat/update.ts';
import { parseUpdate } from '../../../../src/messengers/telegram/parse.ts';
import { allRecorded, castellan, recorded } from './recorded.ts';

const read = (name: string) => parseUpdate(recorded(name), castellan);
const event = (name: string) => read(name)?.event;

const anna: Profile = { accountId: '5100200300', name: 'Anna Petrova', username: 'anna_p', language: 'ru' };
const boris: Profile = { accountId: '412345678', name: 'Борис', username: null, language: 'ru' };

describe('what a person writes', () => {
  it('is a message from them, in their private chat, to us', () => {
    expect(read('text')).toEqual({
      messenger: 'telegram',
      id: '843215001',
      sender: anna,
      chat: { id: '5100200300', kind: 'private', topic: null },
      event: {
        kind: 'message',
        text: 'пригласить @boris редактор',
        messageId: '501',
        addressed: true,
        mentions: [],
        replyTo: null,
        forwardOf: null,
      },
    });
  });

  it('may stand under a picture', () => {
    expect(event('caption')).toMatchObject({ kind: 'message', text: '/invite @boris editor' });
  });

  it('may be something else, told from service messages', () => {
    expect(event('sticker')).toEqual({ kind: 'other', addressed: true });
    expect(event('voice')).toEqual({ kind: 'other', addressed: false });
    expect(event('pinned')).toBeUndefined();
  });

  it('opens the bot, with or without the payload of a deep link, also into a group', () => {
    expect(event('start')).toEqual({ kind: 'start', payload: null });
    expect(event('start-deep-link')).toEqual({ kind: 'start', payload: 'i_Zm9vYmFyLWJheg' });
    expect(event('start-group')).toEqual({ kind: 'start', payload: 'g_Zm9v' });
  });
});

describe('in a group the bot is addressed', () => {
  it.each([
    ['group-command', '/invite @carl editor'],
    ['group-bot-mention', 'members'],
    ['group-reply-to-bot', "Anna's bakery"],
  ])('by %s', (name, text) => {
    expect(event(name)).toMatchObject({ kind: 'message', addressed: true, text });
  });

  it.each(['group-command-other-bot', 'group-talk'])('not by %s', (name) => {
    expect(event(name)).toMatchObject({ kind: 'message', addressed: false });
  });
});

describe('people a message points to', () => {
  it('are the author of the message replied to', () => {
    expect(event('group-reply-to-person')).toMatchObject({ text: '/invite editor', replyTo: boris });
  });

  it('are so too where a thread of replies begins with theirs', () => {
    expect(event('group-reply-in-thread')).toMatchObject({ replyTo: boris });
  });

  it('are not the bot, an anonymous administrator, or whoever opened the forum topic', () => {
    expect(event('group-reply-to-bot')).toMatchObject({ replyTo: null });
    expect(event('group-reply-to-anonymous')).toMatchObject({ replyTo: null });
    expect(event('topic')).toMatchObject({ replyTo: null });
  });

  it('are mentioned without a username, where the text then stands', () => {
    const found = event('text-mention');
    expect(found).toMatchObject({
      text: '/invite Борис editor',
      mentions: [{ offset: 8, length: 5, profile: boris }],
    });
  });

  it('are the authors of forwarded messages, unless they hide', () => {
    expect(event('forward-user')).toMatchObject({ forwardOf: boris });
    expect(event('forward-hidden')).toMatchObject({ forwardOf: 'hidden' });
    expect(event('forward-channel')).toMatchObject({ forwardOf: null });
  });

  it('are picked from the list', () => {
    const carl = { accountId: '777100200', name: "Carl O'Neil", username: 'carl', language: null };
    expect(event('users-shared')).toEqual({
      kind: 'picked',
      requestId: 17,
      people: [{ ...boris, language: null }, carl],
    });
  });

  it('are shared as contacts: own only by the id, never by the number', () => {
    expect(event('contact-own')).toMatchObject({ kind: 'contact', own: true, phone: '+79161234567' });
    expect(event('contact-foreign')).toMatchObject({ own: false, profile: { accountId: '412345678' } });
    expect(event('contact-unknown')).toEqual({
      kind: 'contact',
      own: false,
      phone: '+380501112233',
      profile: null,
      name: 'Oksana',
    });
  });

  it.each([
    { type: 'user', sender_user: { id: 412345678, is_bot: false, first_name: 'Boris' }, date: 1 },
    { type: 'hidden_user', sender_user_name: 'Boris', date: 1 },
    { type: 'chat', sender_chat: { id: -1001, type: 'supergroup' }, date: 1 },
    { type: 'channel', chat: { id: -1002, type: 'channel' }, message_id: 3, date: 1 },
    { type: 'added_later' },
  ])('prove no number where they are forwarded ($type)', (origin) => {
    const update = structuredClone(recorded('contact-own')) as { message: object };
    const forwarded = { ...update, message: { ...update.message, forward_origin: origin } };
    expect(parseUpdate(forwarded, castellan)?.event).toMatchObject({ kind: 'contact', own: false });
  });
});

describe('a press', () => {
  it('names its message and where it stands', () => {
    expect(event('press')).toEqual({
      kind: 'press',
      pressId: '2190434511234567890',
      payload: 'v1.accept.Zm9v',
      messageId: '555',
    });
    expect(read('press-topic')?.chat).toEqual({ id: '-1001987654321', kind: 'group', topic: '42' });
  });

  it('may come from a message out of reach', () => {
    expect(event('press-inaccessible')).toMatchObject({ kind: 'press', messageId: null });
    expect(event('press-inline')).toMatchObject({ kind: 'press', messageId: null });
    expect(read('press-inline')?.chat).toEqual({ id: '5100200300', kind: 'private', topic: null });
  });
});

describe('the bot itself', () => {
  it('is stopped and resumed', () => {
    expect(event('blocked')).toEqual({ kind: 'reachability', reachable: false });
    expect(event('unblocked')).toEqual({ kind: 'reachability', reachable: true });
  });

  it('comes into groups and leaves them; a promotion is neither', () => {
    expect(event('group-joined')).toEqual({ kind: 'group', change: 'joined', title: 'Kitchen' });
    expect(event('group-left')).toEqual({ kind: 'group', change: 'left', title: 'Kitchen' });
    expect(read('group-promoted')).toBeNull();
  });

  it('hears from both chats that a group moved', () => {
    expect(event('group-moved')).toEqual({ kind: 'moved', toChatId: '-1002123456789' });
    expect(read('group-moved-echo')).toMatchObject({
      chat: { id: '-4123456789', kind: 'group' },
      event: { kind: 'moved', toChatId: '-1002123456789' },
    });
  });
});

describe('topics', () => {
  it('are answered in, except General, which refuses to be named', () => {
    expect(read('topic')?.chat.topic).toBe('42');
    expect(read('topic-general')?.chat.topic).toBeNull();
  });
});

it('an anonymous administrator is nobody in particular', () => {
  expect(read('anonymous-admin')).toMatchObject({
    anonymous: true,
    event: { kind: 'message', text: '/members' },
  });
  expect(read('group-command')).not.toHaveProperty('anonymous');
});

it.each(['bot-message', 'linked-channel-post', 'edited-message', 'channel-post'])(
  '%s is not for us',
  (name) => {
    expect(read(name)).toBeNull();
  },
);

describe('names', () => {
  const named = (from: object) =>
    parseUpdate(
      {
        update_id: 1,
        message: {
          message_id: 1,
          date: 1,
          chat: { id: 5, type: 'private' },
          text: 'x',
          from: { id: 5, ...from },
        },
      },
      castellan,
    )?.sender;

  it('are never empty, however invisible', () => {
    expect(named({ first_name: ' \u200B\u3164\u2800', username: 'ghost' })?.name).toBe('ghost');
    expect(named({ first_name: '' })?.name).toBe('5');
    expect(named({})?.name).toBe('5');
  });

  it('can be stored: no NUL and no half of a pair', () => {
    expect(named({ first_name: 'A\0nna \uD83D' })?.name).toBe('A\uFFFDnna \uFFFD');
  });
});

describe('whatever comes in', () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.jsonValue(),
    fc.constantFrom(null, -1, 1e300, '', [], {}, '\0', '\uD800'),
  );

  /** A recorded update with one value, anywhere, replaced or removed. */
  const mutated = fc
    .tuple(fc.constantFrom(...allRecorded()), fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }), hostile)
    .map(([update, steps, value]) => {
      const copy: unknown = structuredClone(update);
      for (const step of steps) replaceNth(copy, step, structuredClone(value));
      return copy;
    });

  it('parsing never throws and gives storable, well-formed updates or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, mutated), (raw) => {
        const update = parseUpdate(raw, castellan);
        if (update === null) return;
        expect(update.sender.name).not.toBe('');
        expect(JSON.stringify(update)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        if (update.event.kind !== 'message') return;
        for (const mention of update.event.mentions) {
          expect(mention.offset + mention.length).toBeLessThanOrEqual(update.event.text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** Replaces the n-th value of a tree (in order of walking, modulo its size). */
function replaceNth(tree: unknown, n: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      const holder = node as Record<string, unknown>;
      places.push([holder, key]);
      walk(holder[key]);
    }
  };
  walk(tree);
  const place = places[n % places.length];
  if (place !== undefined) place[0][place[1]] = value;
}
