import type { CommandScope } from '../command-lists.ts';
import type { Emulation } from '../emulation.ts';
import { badRequest } from '../errors.ts';
import { isObject, Params } from '../params.ts';
import { readChat } from '../sending.ts';
import type { BotCommand } from '../types.ts';
import type { Method } from './outcome.ts';

// Bot API, setMyCommands and BotCommand: at most 100; names 1-32 of a-z0-9_; descriptions 1-256.
const MAX_COMMANDS = 100;
const MAX_NAME = 32;
const MAX_DESCRIPTION = 256;

export const setMyCommands: Method = (emulation, { params }) => {
  const scope = readScope(emulation, params);
  const language = readLanguage(params);
  const given = params.json('commands', 'list of bot commands');
  if (given !== undefined && !Array.isArray(given)) throw badRequest('expected an Array of BotCommand');
  const commands = (given ?? []).map(readCommand);
  if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  emulation.commands.set(scope, language, commands);
  return { result: true };
};

export const getMyCommands: Method = (emulation, { params }) => ({
  result: emulation.commands.get(readScope(emulation, params), readLanguage(params)),
});

export const deleteMyCommands: Method = (emulation, { params }) => {
  emulation.commands.delete(readScope(emulation, params), readLanguage(params));
  return { result: true };
};

function readCommand(item: unknown): BotCommand {
  if (!isObject(item)) throw badRequest("can't parse BotCommand: expected an Object");
  if (typeof item.command !== 'string') {
    throw badRequest('can\'t parse BotCommand: Can\'t find field "command"');
  }
  if (typeof item.description !== 'string') {
    throw badRequest('can\'t parse BotCommand: Can\'t find field "description"');
  }
  const command = item.command.replace(/^\//, '');
  const description = item.description.trim();
  if (command === '') throw badRequest('command must be non-empty');
  if (command.length > MAX_NAME) throw badRequest(`command length must not exceed ${MAX_NAME}`);
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description === '') throw badRequest('command description must be non-empty');
  if (description.length > MAX_DESCRIPTION) {
    throw badRequest(`command description length must not exceed ${MAX_DESCRIPTION}`);
  }
  return { command, description };
}

function readLanguage(params: Params): string {
  const language = params.text('language_code');
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  return language;
}

function readScope(emulation: Emulation, params: Params): CommandScope {
  const scope = params.json('scope', 'BotCommandScope');
  if (scope === undefined) return { type: 'default' };
  if (!isObject(scope)) throw badRequest("can't parse BotCommandScope: expected an Object");
  const { type } = scope;
  switch (type) {
    case 'default':
    case 'all_private_chats':
    case 'all_group_chats':
    case 'all_chat_administrators':
      return { type };
    case 'chat':
    case 'chat_administrators':
      return { type, chatId: readChat(emulation, new Params(scope)).chat.id };
    case 'chat_member': {
      const chatId = readChat(emulation, new Params(scope)).chat.id;
      const userId = Number(scope.user_id);
      if (!Number.isSafeInteger(userId)) throw badRequest('invalid user_id specified');
      return { type, chatId, userId };
    }
    default:
      throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  }
}
