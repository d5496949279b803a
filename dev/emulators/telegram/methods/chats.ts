import { BotApiError, badRequest } from '../errors.ts';
import { checkAccess, readChat } from '../sending.ts';
import type { ChatMember } from '../types.ts';
import type { Method } from './outcome.ts';

export const getMe: Method = ({ bot, privacyMode }) => ({
  result: {
    ...bot,
    can_join_groups: true,
    can_read_all_group_messages: !privacyMode,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  },
});

export const getChat: Method = (emulation, { params }) => {
  const record = readChat(emulation, params);
  if (record.chat.type !== 'private') checkAccess(emulation, record);
  return { result: { ...record.chat, accent_color_id: 0, max_reaction_count: 11 } };
};

export const getChatMember: Method = (emulation, { params }) => {
  const record = readChat(emulation, params);
  checkAccess(emulation, record);
  const userId = params.integer('user_id');
  if (userId === undefined) throw badRequest('invalid user_id specified');
  const user = emulation.world.userOrBot(userId);
  if (user === undefined) throw badRequest('PARTICIPANT_ID_INVALID');
  const isBot = userId === emulation.bot.id;
  const status = isBot ? record.botStatus : record.members.has(userId) ? 'member' : 'left';
  const result: ChatMember = { user, status };
  return { result };
};

export const leaveChat: Method = (emulation, { params }) => {
  const record = readChat(emulation, params);
  if (record.chat.type === 'private') throw new BotApiError(400, "Bad Request: chat can't be left");
  checkAccess(emulation, record);
  record.botStatus = 'left';
  return { result: true };
};
