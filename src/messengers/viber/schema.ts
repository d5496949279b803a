import { z } from 'zod';

/** 64-bit ids arrive as text (see lossless-json), small ones as numbers. */
const token = z.union([z.string().regex(/^\d{1,20}$/), z.int().nonnegative()]).transform(String);

/** Ids are base64 in the wild; whatever they are, they must fit where ids are kept. */
const id = z.string().regex(/^[!-~]{1,128}$/);

const person = z.object({
  id,
  name: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
});

const message = z.object({
  type: z.string(),
  text: z.string().optional().catch(undefined),
  media: z.string().optional().catch(undefined),
  contact: z
    .object({
      name: z.string().optional().catch(undefined),
      phone_number: z.string().min(1),
    })
    .optional()
    .catch(undefined),
});

const common = { message_token: token };

/** The events that we read (creators.viber.com, callbacks). An optional part of a wrong form counts as absent. */
export const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('message'), ...common, sender: person, message }),
  z.object({
    event: z.literal('conversation_started'),
    ...common,
    user: person,
    context: z.string().optional().catch(undefined),
    subscribed: z.boolean().optional().catch(undefined),
  }),
  z.object({ event: z.literal('subscribed'), ...common, user: person }),
  z.object({ event: z.literal('unsubscribed'), ...common, user_id: id }),
  z.object({ event: z.literal('failed'), desc: z.string().optional().catch(undefined) }),
]);

export const timestampSchema = z.object({ timestamp: z.number() });

/** What the bot asks Viber to send it, beside what is always sent: messages and (un)subscriptions. */
export const EVENT_TYPES = ['conversation_started', 'failed'] as const;

export type ViberEvent = z.infer<typeof eventSchema>;
export type ViberPerson = z.infer<typeof person>;
