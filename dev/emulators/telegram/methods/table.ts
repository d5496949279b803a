import { answerCallbackQuery } from './callbacks.ts';
import { getChat, getChatMember, getMe, leaveChat } from './chats.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts';
import { getFile, sendDocument, sendPhoto } from './files.ts';
import {
  deleteMessage,
  editMessageReplyMarkup,
  editMessageText,
  sendChatAction,
  sendMessage,
} from './messages.ts';
import type { Method } from './outcome.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts';

const METHODS = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  editMessageText,
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
  sendChatAction,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  getChat,
  getChatMember,
  leaveChat,
  sendDocument,
  sendPhoto,
  getFile,
} satisfies Record<string, Method>;

/** The methods by their names in lower case: the server does not mind the case. */
export const methodTable: ReadonlyMap<string, Method> = new Map(
  Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), method]),
);
