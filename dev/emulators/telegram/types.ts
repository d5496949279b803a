/** The Bot API objects the emulator speaks, with the fields it fills. Times are unix seconds. */

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

type ChatType = 'private' | 'group' | 'supergroup';

export interface Chat {
  id: number;
  type: ChatType;
  title?: string;
  username?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: true;
}

/** Offsets and lengths count UTF-16 code units. */
export interface MessageEntity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: User;
  language?: string;
  custom_emoji_id?: string;
}

export interface InlineKeyboardButton {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface InlineKeyboardMarkup {
  inline_keyboard: InlineKeyboardButton[][];
}

export interface RequestUsers {
  request_id: number;
  max_quantity: number;
  request_name: boolean;
  request_username: boolean;
}

export interface KeyboardButton {
  text: string;
  request_contact?: true;
  request_users?: RequestUsers;
}

export type MessageOrigin =
  | { type: 'user'; sender_user: User; date: number }
  | { type: 'hidden_user'; sender_user_name: string; date: number };

export interface Contact {
  phone_number: string;
  first_name: string;
  last_name?: string;
  user_id?: number;
}

export interface SharedUser {
  user_id: number;
  first_name?: string;
  last_name?: string;
  username?: string;
}

export interface UploadedDocument {
  file_id: string;
  file_unique_id: string;
  file_name?: string;
  mime_type?: string;
  file_size: number;
}

interface PhotoSize {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
}

export interface Message {
  message_id: number;
  message_thread_id?: number;
  is_topic_message?: true;
  from?: User;
  chat: Chat;
  date: number;
  edit_date?: number;
  text?: string;
  entities?: MessageEntity[];
  caption?: string;
  caption_entities?: MessageEntity[];
  reply_to_message?: Message;
  forward_origin?: MessageOrigin;
  has_protected_content?: true;
  contact?: Contact;
  users_shared?: { request_id: number; users: SharedUser[] };
  document?: UploadedDocument;
  photo?: PhotoSize[];
  new_chat_members?: User[];
  left_chat_member?: User;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  forum_topic_created?: { name: string; icon_color: number };
  reply_markup?: InlineKeyboardMarkup;
}

/** What a callback query shows of a message the bot can no longer read; its date is always 0. */
export interface InaccessibleMessage {
  chat: Chat;
  message_id: number;
  date: 0;
}

interface CallbackQuery {
  id: string;
  from: User;
  message: Message | InaccessibleMessage;
  chat_instance: string;
  data: string;
}

export type MemberStatus = 'member' | 'administrator' | 'left' | 'kicked';

export interface ChatMember {
  user: User;
  status: MemberStatus;
  until_date?: number;
}

interface ChatMemberUpdated {
  chat: Chat;
  from: User;
  date: number;
  old_chat_member: ChatMember;
  new_chat_member: ChatMember;
}

/** The kinds of update the emulator makes, with the payload of each. */
export interface UpdatePayloads {
  message: Message;
  edited_message: Message;
  callback_query: CallbackQuery;
  my_chat_member: ChatMemberUpdated;
}

export type UpdateKind = keyof UpdatePayloads;

export type Update = { update_id: number } & Partial<UpdatePayloads>;

export interface BotCommand {
  command: string;
  description: string;
}
