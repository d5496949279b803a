import { describe, expect, test } from 'vitest';
import type { Received } from '../../../../src/chat/messenger.ts';
import { createViber } from '../../../../src/messengers/viber/index.ts';
import { bodies, body, signature, signed, TOKEN } from './events.ts';

const HOUR_MS = 3_600_000;
const warnings: string[] = [];
const viber = createViber({
  token: TOKEN,
  apiRoot: 'http://127.0.0.1:9/pa',
  name: 'Castellan',
  uri: 'castellanbot',
  publicUrl: undefined,
  now: () => new Date(),
  warn: (message) => warnings.push(message),
});
const receive = (raw: string | Buffer) => viber.receive(signed(raw)) as Received;
const updateOf = (raw: string) => {
  const received = receive(raw);
  if (received.kind !== 'update') throw new Error(`it was ${received.kind}`);
  return received.update;
};

describe('a signature', () => {
  test('in the header alone is enough, in either case', () => {
    expect(receive(bodies.text).kind).toBe('update');
    const headers = { 'x-viber-content-signature': signature(bodies.text).toUpperCase() };
    expect(viber.receive({ headers, body: Buffer.from(bodies.text) })).toMatchObject({ kind: 'update' });
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another body', signature(`${bodies.text} `)],
    ['cut', signature(bodies.text).slice(0, 63)],
    ['no hex', 'z'.repeat(64)],
    ['given twice', [signature(bodies.text), signature(bodies.text)]],
  ])('that is %s is refused before anything is read', (_how, given) => {
    const headers = given === undefined ? {} : { 'x-viber-content-signature': given };
    expect(viber.receive({ headers, body: Buffer.from(bodies.text) })).toEqual({
      kind: 'refused',
      status: 401,
    });
    expect(viber.receive({ headers, body: Buffer.from('not json') })).toEqual({
      kind: 'refused',
      status: 401,
    });
  });

  test('is of the bytes as they came, in whatever encoding', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
    expect(receive(bytes)).toEqual({ kind: 'refused', status: 400 });
    expect(receive('')).toEqual({ kind: 'refused', status: 400 });
  });

  test('does not buy time: a megabyte of quotes without an end is refused at once', () => {
    const started = performance.now();
    const quotes = '\\"'.repeat(500_000);
    expect(receive(`{"text":"${quotes}`)).toEqual({ kind: 'refused', status: 400 });
    expect(receive(`{"message_token":5741311803571721087,"text":"${quotes}"}`).kind).toBe('ignored');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('that is late is refused; a repetition within the hour is not', () => {
    const message = { sender: { id: 'x' }, message: { type: 'text', text: 'hi' } };
    expect(receive(body('message', message, Date.now() - 3 * HOUR_MS))).toEqual({
      kind: 'refused',
      status: 401,
    });
    expect(receive(body('message', message, Date.now() - HOUR_MS)).kind).toBe('update');
    // Its clock may be ahead of ours.
    expect(receive(body('message', message, Date.now() + HOUR_MS)).kind).toBe('update');
  });
});

describe('an event', () => {
  test('keeps every digit of its token, large or small', () => {
    expect(updateOf(bodies.text).id).toBe('5741311803571721087');
    const small = body(
      'message',
      { sender: { id: 'x' }, message: { type: 'text', text: '1' } },
      Date.now(),
      '17',
    );
    expect(updateOf(small).id).toBe('17');
    const digits = body('message', {
      sender: { id: 'x' },
      message: { type: 'text', text: 'call "5741311803571721087", or 12345678901234567890 \\' },
    });
    expect(updateOf(digits).event).toMatchObject({
      text: 'call "5741311803571721087", or 12345678901234567890 \\',
    });
  });

  test('of a text names its writer', () => {
    expect(updateOf(bodies.text)).toEqual({
      messenger: 'viber',
      id: '5741311803571721087',
      sender: {
        accountId: '01234567890A=',
        name: 'John McClane',
        username: null,
        country: 'UK',
        language: 'en',
      },
      chat: { id: '01234567890A=', kind: 'private', topic: null },
      event: {
        kind: 'message',
        text: 'a message to the service',
        messageId: '5741311803571721087',
        addressed: true,
        mentions: [],
        replyTo: null,
        forwardOf: null,
      },
    });
  });

  test('of an address leaves it as it was written', () => {
    expect(updateOf(bodies.url).event).toMatchObject({ kind: 'message', text: 'https://e.org/a%20b?x=%2F' });
  });

  test('of a contact has its own token and is never taken for proven', () => {
    const update = updateOf(bodies.contact);
    expect(update.id).toBe('5741311803571721087');
    expect(update.event).toEqual({
      kind: 'contact',
      own: false,
      phone: '+972511123123',
      profile: null,
      name: 'Alex',
    });
  });

  test('of anything else a person sends is something', () => {
    expect(updateOf(bodies.sticker).event).toEqual({ kind: 'other', addressed: true });
    expect(updateOf(body('message', { sender: { id: 'x' }, message: { type: 'hologram' } })).event).toEqual({
      kind: 'other',
      addressed: true,
    });
  });

  test('of a pressed button is told from the same words typed', () => {
    const pressed = body('message', {
      sender: { id: 'x' },
      message: { type: 'text', text: '\u2063\u2062abc' },
    });
    const typed = body('message', { sender: { id: 'x' }, message: { type: 'text', text: 'abc' } });
    expect(updateOf(pressed).event).toEqual({
      kind: 'press',
      pressId: '5741311803571721087',
      payload: 'abc',
      messageId: null,
    });
    expect(updateOf(typed).event).toMatchObject({ kind: 'message', text: 'abc' });
  });

  test('of coming and going tells whether somebody can be reached', () => {
    expect(updateOf(bodies.subscribed).event).toEqual({ kind: 'reachability', reachable: true });
    const gone = updateOf(bodies.unsubscribed);
    expect(gone.event).toEqual({ kind: 'reachability', reachable: false });
    // Nothing but the account is named.
    expect(gone.sender.name).toBe(gone.sender.accountId);
  });

  test('that is not for us is acknowledged at once', () => {
    for (const raw of [bodies.delivered, bodies.seen, bodies.webhook, bodies.status, '{}', '[]', 'null', '7'])
      expect(receive(raw)).toEqual({
        kind: 'ignored',
        ack: { status: 200, contentType: 'application/json', body: '{}' },
      });
  });

  test('of a message that a phone did not show is told to the operator', () => {
    warnings.length = 0;
    expect(receive(bodies.failed).kind).toBe('ignored');
    expect(warnings).toEqual(['viber: a phone did not show a message: keyboard is not valid']);
  });
});

describe('a welcome', () => {
  test('is the acknowledgement, with a sender, and each person gets their own', () => {
    const first = receive(bodies.started);
    const second = receive(bodies.started.replace('01234567890A=', 'other'));
    if (first.kind !== 'update' || second.kind !== 'update') throw new Error('no updates');
    expect(first.update.event).toEqual({ kind: 'start', payload: 'i_abc' });
    const said = (text: string) => {
      const [outgoing] = viber.render({
        kind: 'send',
        to: { chatId: 'x', topic: null },
        screen: { text: [text], buttons: [[{ kind: 'press', label: 'Go', payload: 'p' }]] },
      });
      if (!outgoing) throw new Error('nothing was rendered');
      return outgoing;
    };
    const answer = first.carry?.(said('Hello, John'));
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json' });
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({
      type: 'text',
      text: 'Hello, John',
      sender: { name: 'Castellan' },
      keyboard: { Type: 'keyboard', Buttons: [{ Text: 'Go' }] },
    });
    expect(JSON.parse(second.carry?.(said('Hello, other')).body ?? '')).toMatchObject({
      text: 'Hello, other',
    });
    expect(first.ack.body).toBe('{}');
  });

  test('is not for those who have subscribed: they are written to in order', () => {
    const received = receive(bodies.startedAgain);
    expect(received).toMatchObject({ kind: 'update', update: { event: { kind: 'start', payload: null } } });
    expect(received).not.toHaveProperty('carry');
  });
});
