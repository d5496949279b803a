import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Address, Reply, Screen } from '../../../../src/chat/reply.ts';
import { render } from '../../../../src/messengers/telegram/render.ts';

const rowsSchema = z.object({
  params: z.object({ reply_markup: z.object({ inline_keyboard: z.array(z.array(z.unknown())) }) }),
});
const entitiesSchema = z.object({ params: z.object({ entities: z.array(z.unknown()) }) });

const here: Address = { chatId: '42', topic: null };
const bodies = (reply: Reply) => render(reply).map((outgoing) => outgoing.body);
const send = (screen: Partial<Screen>, to = here) =>
  bodies({ kind: 'send', to, screen: { text: ['Hello'], buttons: [], ...screen } });
const edit = (screen: Partial<Screen>, to = here) =>
  bodies({ kind: 'edit', to, messageId: '7', screen: { text: ['Hello'], buttons: [], ...screen } });

const press = { kind: 'press', label: 'Accept', payload: 'p' } as const;
const quiet = { link_preview_options: { is_disabled: true } };
const accept = { inline_keyboard: [[{ text: 'Accept', callback_data: 'p' }]] };

describe('a screen', () => {
  it('is one message with entities by position, never markup', () => {
    const name = '<b>Anna</b> *_\u2067👩‍👩‍👧\u2069';
    const text = [
      { text: 'Members', style: 'bold' },
      '\n',
      { text: name, url: 'https://t.me/anna' },
      ' joined ',
    ] as const;
    expect(send({ text })).toEqual([
      {
        method: 'sendMessage',
        params: {
          text: `Members\n${name} joined`,
          ...quiet,
          entities: [
            { type: 'bold', offset: 0, length: 7 },
            { type: 'text_link', url: 'https://t.me/anna', offset: 8, length: name.length },
          ],
        },
      },
    ]);
  });

  it('is edited in place', () => {
    expect(edit({ buttons: [[press]] })).toEqual([
      {
        method: 'editMessageText',
        params: { message_id: 7, text: 'Hello', ...quiet, reply_markup: accept },
        topic: null,
      },
    ]);
  });

  it('answers a message and stays in its topic, General having none', () => {
    const to = { chatId: '-100', topic: '42' };
    const screen = { text: ['Hello'], buttons: [] };
    expect(bodies({ kind: 'send', to, screen, replyTo: '9' })).toMatchObject([
      {
        params: {
          message_thread_id: 42,
          reply_parameters: { message_id: 9, allow_sending_without_reply: true },
        },
      },
    ]);
    expect(edit({}, to)).toMatchObject([{ topic: 42 }]);
    expect(JSON.stringify(send({}, { ...to, topic: '1' }))).not.toContain('message_thread_id');
  });

  it('without a visible letter still has a text', () => {
    for (const text of [[], [''], [' \n '], ['\u200B\u2800\u3164']]) {
      expect(send({ text })).toMatchObject([{ params: { text: '…' } }]);
    }
  });
});

describe('buttons', () => {
  it('carry a tone, a link or a sentence to share', () => {
    const buttons = [
      [{ ...press, tone: 'danger' }],
      [{ kind: 'link', label: 'Open', url: 'https://example.org/' }],
      [{ kind: 'share', label: 'Share', url: 'https://t.me/b?start=i_1', text: 'Join & help' }],
    ] as const;
    expect(send({ buttons })).toMatchObject([
      {
        params: {
          reply_markup: {
            inline_keyboard: [
              [{ text: 'Accept', callback_data: 'p', style: 'danger' }],
              [{ text: 'Open', url: 'https://example.org/' }],
              [
                {
                  text: 'Share',
                  url: 'https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fb%3Fstart%3Di_1&text=Join%20%26%20help',
                },
              ],
            ],
          },
        },
      },
    ]);
  });

  it('over 8 in a row or 100 in a message go on below', () => {
    const many = (count: number) => Array.from({ length: count }, () => press);
    const shape = (bodies: unknown[]) =>
      bodies.map((body) =>
        rowsSchema.parse(body).params.reply_markup.inline_keyboard.map((row) => row.length),
      );
    expect(shape(send({ buttons: [many(20)] }))).toEqual([[8, 8, 4]]);
    const rows = shape(send({ buttons: many(101).map((one) => [one]) }));
    expect(rows.map((message) => message.length)).toEqual([100, 1]);
  });

  it('with a payload over 64 bytes, counted as bytes, are our bug', () => {
    expect(() => send({ buttons: [[{ ...press, payload: 'я'.repeat(32) }]] })).not.toThrow();
    expect(() => send({ buttons: [[{ ...press, payload: `${'я'.repeat(32)}a` }]] })).toThrow(RangeError);
    expect(() => send({ buttons: [[{ ...press, payload: '' }]] })).toThrow(RangeError);
  });
});

describe('a long text', () => {
  it('with more than 100 entities, of which the server drops the rest, breaks there', () => {
    const text = Array.from({ length: 250 }, (_, index) => ({ text: `${index} `, style: 'bold' }) as const);
    const counts = send({ text }).map((body) => entitiesSchema.parse(body).params.entities.length);
    expect(counts).toEqual([100, 100, 50]);
  });

  it('breaks at a line end, with the buttons under the last message', () => {
    const text = ['a'.repeat(3000), '\n', { text: 'b'.repeat(3000), style: 'bold' }] as const;
    expect(edit({ text, buttons: [[press]] })).toEqual([
      { method: 'editMessageText', params: { message_id: 7, text: 'a'.repeat(3000), ...quiet }, topic: null },
      {
        method: 'sendMessage',
        params: {
          text: 'b'.repeat(3000),
          ...quiet,
          entities: [{ type: 'bold', offset: 0, length: 3000 }],
          reply_markup: accept,
        },
      },
    ]);
  });

  it('never breaks a family', () => {
    const family = '👩‍👩‍👧‍👦';
    const texts = send({ text: [family.repeat(1000)] }).map(
      (body) => JSON.parse(JSON.stringify(body)).params.text,
    );
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toMatch(new RegExp(`^(${family})+$`, 'u'));
  });
});

describe('what is asked under the input field', () => {
  const people = { kind: 'people', label: 'Choose', requestId: 17, max: 99 } as const;
  const picker = {
    keyboard: [
      [
        {
          text: 'Choose',
          request_users: {
            request_id: 17,
            user_is_bot: false,
            max_quantity: 10,
            request_name: true,
            request_username: true,
          },
        },
      ],
    ],
    resize_keyboard: true,
    one_time_keyboard: true,
  };

  it('stands under the screen', () => {
    expect(send({ ask: people })).toMatchObject([{ params: { text: 'Hello', reply_markup: picker } }]);
    expect(send({ ask: { kind: 'contact', label: 'Share' } })).toMatchObject([
      { params: { reply_markup: { keyboard: [[{ text: 'Share', request_contact: true }]] } } },
    ]);
  });

  it('takes a message of its own beside inline buttons or under an edited message', () => {
    const own = { method: 'sendMessage', params: { text: 'Choose', reply_markup: picker } };
    expect(send({ ask: people, buttons: [[press]] })).toMatchObject([
      { params: { reply_markup: accept } },
      own,
    ]);
    expect(edit({ ask: people })).toMatchObject([{ method: 'editMessageText' }, own]);
  });

  it('is taken away by whichever message is free to do it', () => {
    const away = { reply_markup: { remove_keyboard: true } };
    expect(send({ closeAsk: true })).toMatchObject([{ params: { text: 'Hello', ...away } }]);
    expect(edit({ closeAsk: true, buttons: [[press]] })).toMatchObject([
      { method: 'sendMessage', params: { text: '✓', ...away } },
      { method: 'editMessageText', params: { text: 'Hello', reply_markup: accept } },
    ]);
  });

  it('is never shown to a group', () => {
    const group = { chatId: '-42', topic: null };
    expect(JSON.stringify([send({ ask: people }, group), send({ closeAsk: true }, group)])).not.toContain(
      'keyboard',
    );
  });
});

describe('a toast', () => {
  const toast = (text: string, alert = false) =>
    bodies({ kind: 'toast', pressId: 'q', chatId: '42', text, alert });

  it('answers the press, with words or without', () => {
    expect(toast('Done', true)).toEqual([
      { method: 'answerCallbackQuery', params: { callback_query_id: 'q', text: 'Done', show_alert: true } },
    ]);
    expect(toast('')).toEqual([{ method: 'answerCallbackQuery', params: { callback_query_id: 'q' } }]);
  });

  it('keeps within 200 characters', () => {
    expect(toast('x'.repeat(201))).toMatchObject([{ params: { text: `${'x'.repeat(199)}…` } }]);
    expect(toast(`${'x'.repeat(198)}👋👋`)).toMatchObject([{ params: { text: `${'x'.repeat(198)}…` } }]);
  });
});
