import { z } from 'zod';
import type { Mention, Update, UpdateEvent } from '../../chat/update.ts';
import { storable } from '../characters.ts';
import { type CallVk, VkRefusal } from './api.ts';
import type { People } from './people.ts';
import { isPassing } from './refusals.ts';
import type { Told, ToldMessage } from './told.ts';
import type { Pointer } from './written.ts';

/** Puts the names and titles into what an event told. Rejects when VK cannot be asked for them now. */
export async function complete(told: Told, people: People, call: CallVk): Promise<Update> {
  const [sender, event] = await Promise.all([
    people.profile(told.senderId),
    completeEvent(told, people, call),
  ]);
  return {
    messenger: 'vk',
    id: told.id,
    sender: { ...sender, language: told.language },
    chat: told.chat,
    event,
  };
}

/** What an event tells by itself, with nobody's name. */
export function draftOf({ id, senderId, language, chat, event }: Told): Update {
  const accountId = String(senderId);
  const sender = { accountId, name: accountId, username: null, language };
  return { messenger: 'vk', id, sender, chat, event: draftEvent(event) };
}

function draftEvent(event: Told['event']): UpdateEvent {
  if (event.kind === 'group') return { ...event, title: '' };
  if (event.kind !== 'message') return event;
  const { pointers: _, replyToId: __, forwardOfId, ...message } = event;
  return { ...message, mentions: [], replyTo: null, forwardOf: forwardOfId === null ? null : 'hidden' };
}

async function completeEvent({ event, chat }: Told, people: People, call: CallVk): Promise<UpdateEvent> {
  switch (event.kind) {
    case 'message':
      return completeMessage(event, people);
    case 'group':
      return { ...event, title: await titleOf(chat.id, call) };
    default:
      return event;
  }
}

async function completeMessage(told: ToldMessage, people: People): Promise<UpdateEvent> {
  const { pointers, replyToId, forwardOfId, ...message } = told;
  const [mentions, replyTo, forwardOf] = await Promise.all([
    Promise.all(pointers.map((pointer) => mentionOf(pointer, people))),
    replyToId === null ? null : people.profile(replyToId),
    forwardOfId === null ? null : people.profile(forwardOfId),
  ]);
  return { ...message, mentions: mentions.filter((mention) => mention !== null), replyTo, forwardOf };
}

async function mentionOf({ offset, length, target }: Pointer, people: People): Promise<Mention | null> {
  const userId = 'userId' in target ? target.userId : await people.named(target.screenName);
  return userId === null ? null : { offset, length, profile: await people.profile(userId) };
}

const conversationsSchema = z.object({
  items: z.array(z.object({ chat_settings: z.object({ title: z.string().min(1) }) })).min(1),
});

/** The chat's title; its number where the bot may not know it, as when it is no administrator. */
async function titleOf(peerId: string, call: CallVk): Promise<string> {
  try {
    const answer = await call('messages.getConversationsById', { peer_ids: peerId });
    const found = conversationsSchema.safeParse(answer);
    return storable((found.success && found.data.items[0]?.chat_settings.title) || peerId);
  } catch (error) {
    if (error instanceof VkRefusal && !isPassing(error.code)) return peerId;
    throw error;
  }
}
