import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTelegramEmulator, type TelegramEmulator } from '../../../../dev/emulators/telegram/emulator.ts';
import { attachmentIdOf, type Messenger, type Upload } from '../../../../src/chat/messenger.ts';
import type { Attachment, Reply, Screen } from '../../../../src/chat/reply.ts';
import { createTelegram } from '../../../../src/messengers/telegram/index.ts';

/** The head of a PNG of this size, which is all that anybody here looks at. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(24);
  head.set([0x89, 0x50, 0x4e, 0x47]);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

const picture: Attachment = { id: 'p', name: 'roles.png', contentType: 'image/png', bytes: png(900, 1200) };
const table: Attachment = { id: 't', name: 'люди.csv', contentType: 'text/csv', bytes: Buffer.from('a,b') };
const button = { kind: 'press', label: 'Back', payload: 'back' } as const;

let emulator: TelegramEmulator;
let telegram: Messenger;
beforeAll(async () => {
  emulator = await startTelegramEmulator();
  telegram = createTelegram({ token: emulator.bot.token, apiRoot: emulator.url, webhookSecret: null });
  await telegram.init(new AbortController().signal);
});
afterAll(() => emulator.close());

/** Shows a screen to somebody new; returns what then stands in the chat. */
async function show(
  screen: Partial<Screen>,
  reply: (to: Reply & { kind: 'send' }) => Reply = (sent) => sent,
) {
  const { control } = emulator;
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, '/start');
  const to = { chatId: String(anna.id), topic: null };
  const sent = { kind: 'send', to, screen: { text: [], buttons: [], ...screen } } as const;
  for (const outgoing of telegram.render(reply(sent))) {
    const id = attachmentIdOf(outgoing.body);
    const upload: Upload | undefined = screen.attachments?.find((one) => one.id === id);
    await telegram.deliver(outgoing, new AbortController().signal, upload);
  }
  return control
    .messages(anna)
    .filter((message) => message.fromBot)
    .map(({ text, buttons, fileId, raw }) => ({
      text,
      buttons: buttons.flat().map((one) => one.text),
      file: fileId === undefined ? null : (control.file(fileId)?.name ?? null),
      shown: raw.photo !== undefined,
    }));
}

describe('pictures and files in Telegram', () => {
  test('a picture carries the text as its caption, and the buttons', async () => {
    const text = [{ text: 'Roles', style: 'bold' } as const, ' of Acme'];
    expect(await show({ text, buttons: [[button]], attachments: [picture] })).toEqual([
      { text: 'Roles of Acme', buttons: ['Back'], file: 'roles.png', shown: true },
    ]);
  });

  test('several go in order, the buttons with the last', async () => {
    const second = { ...picture, id: 'q', name: 'roles-2.png' };
    expect(await show({ text: ['Roles'], buttons: [[button]], attachments: [picture, second] })).toEqual([
      { text: '', buttons: [], file: 'roles.png', shown: true },
      { text: 'Roles', buttons: ['Back'], file: 'roles-2.png', shown: true },
    ]);
  });

  test.each([
    ['1024 characters are a caption', 1024, ['x'.repeat(1024)]],
    ['one more is a message of its own', 1025, ['', 'x'.repeat(1025)]],
  ])('%s', async (_what, length, texts) => {
    const seen = await show({ text: ['x'.repeat(length)], buttons: [[button]], attachments: [table] });
    expect(seen.map(({ text }) => text)).toEqual(texts);
    expect(seen.map(({ file }) => file)).toEqual(['люди.csv', null].slice(0, texts.length));
    expect(seen.at(-1)?.buttons).toEqual(['Back']);
    expect(seen[0]?.shown).toBe(false);
  });

  test('an edit that brings a picture is a new message', async () => {
    const seen = await show({ text: ['Roles'], attachments: [picture] }, ({ to, screen }) => {
      return { kind: 'edit', to, messageId: '1', screen };
    });
    expect(seen).toEqual([{ text: 'Roles', buttons: [], file: 'roles.png', shown: true }]);
  });

  test('what Telegram cannot show as a picture goes as a file', async () => {
    const [seen] = await show({ attachments: [{ ...picture, bytes: png(100, 2001) }] });
    expect(seen).toEqual({ text: '', buttons: [], file: 'roles.png', shown: false });
  });

  test('without its bytes a call is refused for good', async () => {
    const to = { chatId: '1', topic: null };
    const screen = { text: [], buttons: [], attachments: [picture] };
    const [outgoing] = telegram.render({ kind: 'send', to, screen });
    if (!outgoing) throw new Error('nothing to send');
    await expect(telegram.deliver(outgoing, new AbortController().signal)).rejects.toMatchObject({
      reason: 'rejected',
    });
  });
});
