import { z } from 'zod';

/**
 * The community whose bot is ours, too, with its `VK` of vk-io or just what that knows. Described by what is read of
 * it, so that any version of vk-io will do.
 */
export type VkHost = { readonly groupId: number } & (
  | { readonly token: string; readonly apiRoot?: string }
  | {
      readonly vk: {
        readonly api: { readonly options: { readonly token: string; readonly apiBaseUrl: string } };
      };
    }
);

/** Middleware for `vk.updates.use`. */
export type VkMiddleware = (context: object, next: () => Promise<unknown>) => Promise<void>;

const OFFICIAL_ROOT = 'https://api.vk.ru/method';

/** Community, token and API root of a host's bot. */
export function vkOf(host: VkHost) {
  const { groupId } = host;
  if ('vk' in host) {
    const { token, apiBaseUrl } = host.vk.api.options;
    return { groupId, token, apiRoot: apiBaseUrl };
  }
  return { groupId, token: host.token, apiRoot: host.apiRoot ?? OFFICIAL_ROOT };
}

/** Of a context of vk-io: what kind of event it was made of, and the event's object as VK sent it. */
const contextSchema = z.object({
  type: z.string(),
  subTypes: z.array(z.string()),
  payload: z.looseObject({}),
});

/** Kinds of events that their contexts name by themselves. */
const BY_SUBTYPE = ['message_event', 'message_allow', 'message_deny'];
/** Contexts of messages that nobody has just written. */
const NOT_NEW = ['message_edit', 'message_reply'];

/**
 * The event that a context was made of; null where there can be nothing for us in it. vk-io keeps no `event_id`:
 * its repetition is known by its content.
 */
function eventOf(context: object, groupId: number): object | null {
  const parsed = contextSchema.safeParse(context);
  if (!parsed.success) return null;
  const { type, subTypes, payload } = parsed.data;
  const named = BY_SUBTYPE.find((name) => type === name || subTypes.includes(name));
  const written = type === 'message' && !NOT_NEW.some((name) => subTypes.includes(name));
  const kind = named ?? (written ? 'message_new' : null);
  return kind === null ? null : { type: kind, group_id: groupId, object: payload };
}

/**
 * Middleware that takes what is ours and passes everything else on.
 *
 * @param take true when the event was ours
 */
export function vkMiddleware(groupId: number, take: (event: object) => Promise<boolean>): VkMiddleware {
  return async (context, next) => {
    const event = eventOf(context, groupId);
    if (event === null || !(await take(event))) await next();
  };
}
