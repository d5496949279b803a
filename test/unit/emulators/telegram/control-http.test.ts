import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { stage } from '../support/telegram.ts';

const Answer = z.object({ result: z.unknown().optional(), error: z.string().optional() });
const Version = z.object({ result: z.number() });
const Messages = z.array(z.looseObject({ id: z.number(), chatId: z.number() }));
const Press = z.object({ queryId: z.string() });

async function post(url: string, verb: string, ...args: unknown[]) {
  const response = await fetch(`${url}/control/${verb}`, { method: 'POST', body: JSON.stringify(args) });
  return { status: response.status, ...Answer.parse(await response.json()) };
}

test('another process can be a person: write, read, press and see the toast', async () => {
  const { url, api } = await stage();
  const { result: anna } = await post(url, 'createUser', { firstName: 'Anna', languageCode: 'uk' });
  await post(url, 'write', anna, '/start', {});
  const [update] = await api.getUpdates();
  const chat = update?.message?.chat.id ?? 0;
  await api.sendMessage(chat, 'Join?', {
    reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]] },
  });
  const messages = Messages.parse((await post(url, 'messages', anna)).result);
  expect(messages).toMatchObject([{ text: '/start' }, { text: 'Join?', buttons: [[{ text: 'Yes' }]] }]);
  const { queryId } = Press.parse((await post(url, 'press', anna, messages[1], 'Yes')).result);
  await api.answerCallbackQuery(queryId, { text: 'Done' });
  expect((await post(url, 'toasts', anna)).result).toMatchObject([{ text: 'Done' }]);
});

test('changes can be followed without asking again and again', async () => {
  const { url, control } = await stage();
  const follow = async (since: number, timeoutMs = 5000) => {
    const response = await fetch(`${url}/control/changes?since=${since}&timeoutMs=${timeoutMs}`);
    return Version.parse(await response.json()).result;
  };
  const now = control.version();
  expect(await follow(now, 5)).toBe(now);
  const following = follow(now);
  control.createUser({ firstName: 'Anna' });
  expect(await following).toBeGreaterThan(now);
});

test('mistakes are told, not carried out', async () => {
  const { url } = await stage();
  expect(await post(url, 'fly')).toMatchObject({ status: 404, error: 'no verb fly' });
  expect(await post(url, 'constructor')).toMatchObject({ status: 404 });
  expect(await post(url, 'createUser', { name: 'Anna' })).toMatchObject({
    status: 400,
    error: expect.stringContaining('firstName'),
  });
  expect(await post(url, 'write', 42, 'hi')).toMatchObject({ status: 400, error: 'Error: no user 42' });
  expect(await post(url, 'inject', { error: 'explode' })).toMatchObject({ status: 400 });
});

test('the emulator runs as a process of its own and stops when told to', async () => {
  const entry = new URL('../../../../dev/emulators/telegram/main.ts', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', entry, '--token', '42:AAtoken', '--username', 'keeper_bot', '--retry-ms', '50'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const me = await (await fetch(`${line}/bot42:AAtoken/getMe`)).json();
  expect(me).toMatchObject({ ok: true, result: { id: 42, username: 'keeper_bot' } });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
