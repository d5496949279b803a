import { z } from 'zod';
import type { ControlRoute } from '../server.ts';
import type { TelegramControl } from './control.ts';

const Id = z.int();
const Ref = z.union([Id, z.looseObject({ id: Id })]);
const MessageId = z.looseObject({ chatId: Id, id: Id });
const Placement = z.object({
  chat: Ref.exactOptional(),
  replyTo: Ref.exactOptional(),
  threadId: Id.exactOptional(),
  entities: z
    .array(z.object({ type: z.string(), offset: Id, length: Id, user: Ref.exactOptional() }))
    .exactOptional(),
});
const NewUser = z.object({
  firstName: z.string(),
  lastName: z.string().exactOptional(),
  username: z.string().exactOptional(),
  languageCode: z.string().exactOptional(),
  id: Id.exactOptional(),
  hidesForwards: z.boolean().exactOptional(),
  started: z.boolean().exactOptional(),
});
const NewGroup = z.object({
  title: z.string(),
  members: z.array(Ref),
  isForum: z.boolean().exactOptional(),
  id: Id.exactOptional(),
  withBot: z.boolean().exactOptional(),
});
const Contact = z.object({
  phone: z.string(),
  firstName: z.string(),
  lastName: z.string().exactOptional(),
  userId: Id.exactOptional(),
});
const Origin = z.union([MessageId, z.object({ originUser: Ref, text: z.string().exactOptional() })]);
const Button = z.union([
  z.string(),
  z.object({ row: z.int(), col: z.int() }),
  z.object({ data: z.string() }),
]);
const Failure = z.object({
  method: z.string().exactOptional(),
  chatId: Id.exactOptional(),
  times: z.int().positive().exactOptional(),
  applied: z.boolean().exactOptional(),
  error: z.union([
    z.enum(['timeout', 'drop']),
    z.object({ delayMs: z.number().nonnegative() }),
    z.object({
      code: z.int().min(200).max(599),
      description: z.string().exactOptional(),
      retryAfter: z.int().exactOptional(),
      migrateToChatId: Id.exactOptional(),
    }),
  ]),
});
const Version = z.object({
  since: z.coerce.number().default(0),
  timeoutMs: z.coerce.number().default(25_000),
});

type Verb = (control: TelegramControl, args: unknown) => unknown;

/** One verb: the body is the list of the control function's arguments, checked against `schema`. */
function verb<S extends z.ZodType>(
  schema: S,
  run: (control: TelegramControl, args: z.output<S>) => unknown,
): Verb {
  return (control, args) => run(control, schema.parse(args));
}

const VERBS: Readonly<Record<string, Verb>> = {
  createUser: verb(z.tuple([NewUser]), (control, args) => control.createUser(...args)),
  createGroup: verb(z.tuple([NewGroup]), (control, args) => control.createGroup(...args)),
  createTopic: verb(z.tuple([Ref, Ref, z.string()]), (control, args) => control.createTopic(...args)),
  addBot: verb(z.tuple([Ref]), (control, args) => control.addBot(...args)),
  removeBot: verb(z.tuple([Ref]), (control, args) => control.removeBot(...args)),
  upgradeToSupergroup: verb(z.tuple([Ref]), (control, args) => control.upgradeToSupergroup(...args)),
  block: verb(z.tuple([Ref]), (control, args) => control.block(...args)),
  unblock: verb(z.tuple([Ref]), (control, args) => control.unblock(...args)),
  deactivate: verb(z.tuple([Ref]), (control, args) => control.deactivate(...args)),
  write: verb(z.tuple([Ref, z.string(), Placement.optional()]), (control, [user, text, place]) =>
    control.write(user, text, place),
  ),
  edit: verb(z.tuple([Ref, MessageId, z.string()]), (control, args) => control.edit(...args)),
  forward: verb(z.tuple([Ref, Origin, Placement.optional()]), (control, [user, of, place]) =>
    control.forward(user, of, place),
  ),
  shareContact: verb(z.tuple([Ref, Contact, Placement.optional()]), (control, [user, contact, place]) =>
    control.shareContact(user, contact, place),
  ),
  pickUsers: verb(z.tuple([Ref, Id, z.array(Ref)]), (control, args) => control.pickUsers(...args)),
  openLink: verb(z.tuple([Ref, z.string()]), (control, args) => control.openLink(...args)),
  press: verb(z.tuple([Ref, MessageId, Button]), (control, args) => {
    const { queryId, updateId } = control.press(...args);
    return { queryId, updateId };
  }),
  messages: verb(z.tuple([Ref]), (control, args) => control.messages(...args)),
  message: verb(z.tuple([Ref, Id]), (control, args) => control.message(...args)),
  users: verb(z.tuple([]), (control) => control.users()),
  chats: verb(z.tuple([]), (control) => control.chats()),
  toasts: verb(z.tuple([Ref.optional()]), (control, [user]) => control.toasts(user)),
  commandMenu: verb(z.tuple([Ref]), (control, args) => control.commandMenu(...args)),
  calls: verb(z.tuple([z.string().optional()]), (control, [method]) => control.calls(method)),
  inject: verb(z.tuple([Failure]), (control, args) => control.inject(...args)),
  clearFailures: verb(z.tuple([]), (control) => control.clearFailures()),
  setPrivacyMode: verb(z.tuple([z.boolean()]), (control, args) => control.setPrivacyMode(...args)),
  updatesPending: verb(z.tuple([]), (control) => control.updatesPending()),
  redeliver: verb(z.tuple([Id, z.int().positive().max(10_000).optional()]), (control, [id, times]) =>
    control.redeliver(id, times),
  ),
  settled: verb(z.tuple([z.number().optional()]), (control, [timeoutMs]) => control.settled(timeoutMs)),
};

/**
 * `POST /control/<verb>` with a JSON array of the arguments (an empty body for none) answers
 * `{"result":…}`, or 400 `{"error":…}`. `GET /control/changes?since=<version>` answers
 * `{"result":<version>}` as soon as it is greater, or after `timeoutMs` as it is.
 */
export function createControlRoute(control: TelegramControl): ControlRoute {
  return async (path, query, body) => {
    try {
      if (path === 'changes') return answer(await changes(control, query));
      const run = Object.hasOwn(VERBS, path) ? VERBS[path] : undefined;
      if (run === undefined) return { status: 404, body: JSON.stringify({ error: `no verb ${path}` }) };
      const args: unknown = body.length === 0 ? [] : JSON.parse(body.toString('utf8'));
      return answer(await run(control, args));
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      return { status: 400, body: JSON.stringify({ error: reason }) };
    }
  };
}

function answer(result: unknown): { status: number; body: string } {
  return { status: 200, body: JSON.stringify({ result: result ?? null }) };
}

async function changes(control: TelegramControl, query: string): Promise<number> {
  const { since, timeoutMs } = Version.parse(Object.fromEntries(new URLSearchParams(query)));
  await control.waitFor(() => control.version() > since, timeoutMs).catch(() => undefined);
  return control.version();
}
