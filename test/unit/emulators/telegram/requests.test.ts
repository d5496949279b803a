import { InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { raw, refusal, stage } from '../support/telegram.ts';

test('parameters come as a query, a form, JSON or multipart, and mean the same', async () => {
  const emulator = await stage();
  const anna = emulator.control.createUser({ firstName: 'Anna' });
  emulator.control.write(anna, 'hi');
  const fields = {
    chat_id: String(anna.id),
    text: 'hello',
    reply_markup: '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}',
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const json = { method: 'POST', headers: { 'content-type': 'application/json' } };

  await raw(emulator, `sendMessage?${new URLSearchParams(fields)}`);
  await raw(emulator, 'sendMessage', { method: 'POST', body: new URLSearchParams(fields) });
  await raw(emulator, 'sendMessage', { method: 'POST', body: form });
  await raw(emulator, 'SENDMESSAGE', { ...json, body: JSON.stringify(fields) });

  const sent = emulator.control.messages(anna).filter(({ fromBot }) => fromBot);
  expect(sent).toHaveLength(4);
  for (const message of sent) {
    expect(message).toMatchObject({ text: 'hello', buttons: [[{ text: 'a', data: 'b' }]] });
  }
});

test('a wrong token is unauthorized, a malformed one and an unknown method are not found', async () => {
  const { url, bot } = await stage();
  const call = async (path: string) => (await fetch(`${url}/bot${path}`)).json();
  expect(await call('7000000001:wrong/getMe')).toEqual({
    ok: false,
    error_code: 401,
    description: 'Unauthorized',
  });
  expect(await call('nonsense/getMe')).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
  expect(await call(`${bot.token}/getMoney`)).toEqual({
    ok: false,
    error_code: 404,
    description: 'Not Found: method not found',
  });
});

test('a body that is no JSON is a bad request', async () => {
  const emulator = await stage();
  const headers = { 'content-type': 'application/json' };
  for (const body of ['{', '[]', 'null', '"x"']) {
    const { status } = await raw(emulator, 'getMe', { method: 'POST', headers, body });
    expect(status).toBe(400);
  }
});

test('getMe tells who the bot is and whether it sees all of a group', async () => {
  const { api, bot, control } = await stage({ botUsername: 'keeper_bot' });
  expect(await api.getMe()).toMatchObject({
    id: bot.id,
    is_bot: true,
    username: 'keeper_bot',
    can_read_all_group_messages: false,
  });
  control.setPrivacyMode(false);
  expect((await api.getMe()).can_read_all_group_messages).toBe(true);
});

test('a document is kept byte for byte and can be fetched back', async () => {
  const { api, control, url, bot } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'export');
  const content = Buffer.from('name,role\r\n--boundary,Анна\r\n');
  const sent = await api.sendDocument(anna.id, new InputFile(content, 'members.csv'), {
    caption: '<b>2</b> rows',
    parse_mode: 'HTML',
  });
  expect(sent.document).toMatchObject({ file_name: 'members.csv', file_size: content.length });
  expect(sent).toMatchObject({
    caption: '2 rows',
    caption_entities: [{ type: 'bold', offset: 0, length: 1 }],
  });
  expect(control.file(sent.document.file_id)?.bytes).toEqual(content);
  const { file_path } = await api.getFile(sent.document.file_id);
  const fetched = await fetch(`${url}/file/bot${bot.token}/${file_path}`);
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(content);
  const again = await api.sendDocument(anna.id, sent.document.file_id);
  expect(again.document.file_id).toBe(sent.document.file_id);
});

test('a photo must be a picture, a file must not be empty', async () => {
  const { api, control } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'qr');
  const png = Buffer.alloc(24);
  png.set([0x89, 0x50, 0x4e, 0x47]);
  png.writeUInt32BE(300, 16);
  png.writeUInt32BE(200, 20);
  const { photo } = await api.sendPhoto(anna.id, new InputFile(png, 'qr.png'));
  expect(photo).toMatchObject([{ width: 300, height: 200 }]);
  expect(await refusal(api.sendPhoto(anna.id, new InputFile(Buffer.from('no'), 'qr.png')))).toBe(
    '400 Bad Request: IMAGE_PROCESS_FAILED',
  );
  expect(await refusal(api.sendDocument(anna.id, new InputFile(Buffer.alloc(0), 'a.csv')))).toBe(
    '400 Bad Request: file must be non-empty',
  );
});
