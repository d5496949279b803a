import { z } from 'zod';

/**
 * The parts of a Bot API update that we read. Ids are at most 52 bits (Bot API, Chat.id). An optional part of
 * a wrong or newer form counts as absent rather than costing the whole update.
 */
const id = z.int();

const userSchema = z.object({
  id,
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

const chatSchema = z.object({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
});

const senderChat = z.object({ id }).optional();

const entitySchema = z.object({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
  user: userSchema.optional().catch(undefined),
});

const entities = z.array(entitySchema).optional().catch(undefined);

const replySchema = z.object({
  message_id: id,
  from: userSchema.optional(),
  sender_chat: senderChat,
});

const originSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('user'), sender_user: userSchema }),
  z.object({ type: z.literal('hidden_user') }),
  z.object({ type: z.literal('other') }),
]);

const contactSchema = z.object({
  phone_number: z.string().min(1),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  user_id: id.optional(),
});

const pickedSchema = z.object({
  request_id: id,
  users: z.array(
    z.object({
      user_id: id,
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      username: z.string().optional(),
    }),
  ),
});

const something = z.unknown().optional();

const messageSchema = z.object({
  message_id: id,
  from: userSchema.optional(),
  sender_chat: senderChat,
  chat: chatSchema,
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities,
  caption_entities: entities,
  reply_to_message: replySchema.optional().catch(undefined),
  /** Chats, channels and whatever is added later: forwarded all the same, though no person is named. */
  forward_origin: originSchema.optional().catch({ type: 'other' }),
  contact: contactSchema.optional().catch(undefined),
  users_shared: pickedSchema.optional().catch(undefined),
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
  animation: something,
  audio: something,
  dice: something,
  document: something,
  game: something,
  location: something,
  paid_media: something,
  photo: something,
  poll: something,
  sticker: something,
  story: something,
  venue: something,
  video: something,
  video_note: something,
  voice: something,
});

const pressSchema = z.object({
  id: z.string().min(1),
  from: userSchema,
  data: z.string().optional(),
  message: z
    .object({
      message_id: id,
      chat: chatSchema,
      // 0 marks a message that can no longer be reached (Bot API, InaccessibleMessage).
      date: z.int(),
      message_thread_id: id.optional(),
      is_topic_message: z.boolean().optional(),
    })
    .optional()
    .catch(undefined),
});

const memberSchema = z.object({ status: z.string(), is_member: z.boolean().optional() });

const membershipSchema = z.object({
  chat: chatSchema,
  from: userSchema,
  old_chat_member: memberSchema,
  new_chat_member: memberSchema,
});

export const updateSchema = z.object({
  update_id: id.nonnegative(),
  message: messageSchema.optional(),
  callback_query: pressSchema.optional(),
  my_chat_member: membershipSchema.optional(),
});

/** What the bot asks Telegram to send it. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

export type TelegramUser = z.infer<typeof userSchema>;
export type TelegramChat = z.infer<typeof chatSchema>;
export type TelegramMessage = z.infer<typeof messageSchema>;
export type TelegramPress = z.infer<typeof pressSchema>;
export type TelegramMembership = z.infer<typeof membershipSchema>;
