import { expect, test } from 'vitest';
import { refusal, stage } from '../support/telegram.ts';

const list = (...names: string[]) => names.map((command) => ({ command, description: `Does ${command}` }));

test('a person sees the list of the narrowest scope, in their language if there is one', async () => {
  const { api, control } = await stage();
  const anna = control.createUser({ firstName: 'Anna', languageCode: 'ru' });
  const ben = control.createUser({ firstName: 'Ben', languageCode: 'en-GB' });
  const group = control.createGroup({ title: 'Team', members: [anna, ben] });
  const menu = (...args: Parameters<typeof control.commandMenu>) =>
    control.commandMenu(...args).map(({ command }) => command);

  await api.setMyCommands(list('all'));
  await api.setMyCommands(list('all_ru'), { language_code: 'ru' });
  expect([menu(anna), menu(ben)]).toEqual([['all_ru'], ['all']]);

  await api.setMyCommands(list('private'), { scope: { type: 'all_private_chats' } });
  await api.setMyCommands(list('group'), { scope: { type: 'all_group_chats' } });
  await api.setMyCommands(list('ours'), { scope: { type: 'chat', chat_id: group.id } });
  await api.setMyCommands(list('bens'), {
    scope: { type: 'chat_member', chat_id: group.id, user_id: ben.id },
  });
  expect([menu(anna), menu(anna, group), menu(ben, group)]).toEqual([['private'], ['ours'], ['bens']]);

  await api.deleteMyCommands({ scope: { type: 'chat', chat_id: group.id } });
  expect(menu(anna, group)).toEqual(['group']);
  expect(await api.getMyCommands({ language_code: 'ru' })).toEqual(list('all_ru'));
  expect(control.commands({ type: 'default' }, 'ru')).toEqual(list('all_ru'));
  expect(await api.getMyCommands({ language_code: 'uk' })).toEqual([]);
});

test.each([
  [[{ command: 'bad command', description: 'x' }], 'BOT_COMMAND_INVALID'],
  [[{ command: 'Start', description: 'x' }], 'BOT_COMMAND_INVALID'],
  [[{ command: '', description: 'x' }], 'command must be non-empty'],
  [[{ command: 'a'.repeat(33), description: 'x' }], 'command length must not exceed 32'],
  [[{ command: 'a', description: ' ' }], 'command description must be non-empty'],
  [[{ command: 'a', description: 'x'.repeat(257) }], 'command description length must not exceed 256'],
  [list(...Array.from({ length: 101 }, (_, i) => `c${i}`)), 'BOT_COMMANDS_TOO_MUCH'],
])('a list with %j is refused', async (commands, text) => {
  const { api } = await stage();
  expect(await refusal(api.setMyCommands(commands))).toBe(`400 Bad Request: ${text}`);
});

test('scopes and languages must exist', async () => {
  const { api } = await stage();
  const set = (other: object) => refusal(api.setMyCommands(list('a'), other));
  expect(await set({ language_code: 'russian' })).toBe('400 Bad Request: invalid language code specified');
  expect(await set({ scope: { type: 'chat', chat_id: 5 } })).toBe('400 Bad Request: chat not found');
  expect(await set({ scope: { type: 'everyone' } })).toBe(
    "400 Bad Request: can't parse BotCommandScope: Unsupported type specified",
  );
});
