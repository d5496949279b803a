import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { expect } from 'vitest';
import { presets } from '../../src/access/presets.ts';
import type { Change, RoleGiven } from '../../src/domain/changes.ts';
import type { Actor } from '../../src/domain/state.ts';
import { createKey, type WantedKey } from '../../src/features/api-keys/create.ts';
import type { ApiKey } from '../../src/features/api-keys/key.ts';
import { KEY_ENTROPY_BYTES, mintKey } from '../../src/features/api-keys/store/api-key-token.ts';
import { storeOf } from './database.ts';

/** A person of a workspace, as tests need them. */
export interface Somebody {
  readonly personId: string;
  /** `telegram:<id>` */
  readonly account: string;
  readonly membershipId: string;
}

/** A workspace made without a chat. */
export interface Founded {
  readonly workspaceId: string;
  readonly scheme: keyof typeof presets;
  readonly founder: Somebody;
}

let accounts = 1000;

/** Commits changes as one act, with their audit. */
export async function act(pool: Pool, actorId: string | null, ...changes: Change[]): Promise<void> {
  const now = new Date();
  const committed = await storeOf(pool).commit({
    update: null,
    actorId,
    changes,
    audit: [],
    outbox: [],
    now,
    leaseMs: 0,
    slot: 0,
  });
  expect(committed).toMatchObject({ kind: 'committed' });
}

const given = (...roles: string[]): RoleGiven[] => roles.map((role) => ({ role, sole: false, until: null }));

async function appear(pool: Pool, name: string): Promise<Somebody> {
  const somebody = {
    personId: randomUUID(),
    account: `telegram:${++accounts}`,
    membershipId: randomUUID(),
  };
  await act(pool, null, {
    kind: 'person.appeared',
    messenger: 'telegram',
    accountId: String(accounts),
    personId: somebody.personId,
    name,
    username: null,
    language: 'en',
    privateChatId: null,
  });
  return somebody;
}

/** A workspace whose founder holds these roles. */
export async function found(pool: Pool, scheme: Founded['scheme'], ...roles: string[]): Promise<Founded> {
  const founder = await appear(pool, 'Founder');
  const workspaceId = randomUUID();
  await act(pool, founder.personId, {
    kind: 'workspace.created',
    workspaceId,
    name: 'Acme',
    scheme,
    membershipId: founder.membershipId,
    personId: founder.personId,
    personName: 'Founder',
    roles: given(...roles),
  });
  return { workspaceId, scheme, founder };
}

/** A new person in a workspace, with these roles. */
export async function join(
  pool: Pool,
  { workspaceId, founder }: Founded,
  ...roles: string[]
): Promise<Somebody> {
  const joiner = await appear(pool, roles.join(' '));
  await act(pool, founder.personId, {
    kind: 'membership.added',
    workspaceId,
    membershipId: joiner.membershipId,
    personId: joiner.personId,
    personName: roles.join(' '),
    username: null,
    roles: given(...roles),
    invitedById: founder.personId,
  });
  return joiner;
}

/** A new project. */
export async function addProject(pool: Pool, { workspaceId, founder }: Founded): Promise<string> {
  const projectId = randomUUID();
  await act(pool, founder.personId, { kind: 'project.created', projectId, workspaceId, name: projectId });
  return projectId;
}

/** A new bot, in a project or loose. */
export async function addBot(
  pool: Pool,
  { workspaceId, founder }: Founded,
  projectId: string | null = null,
): Promise<string> {
  const botId = randomUUID();
  await act(pool, founder.personId, { kind: 'bot.created', botId, workspaceId, projectId, name: botId });
  return botId;
}

/** A new channel of a bot. */
export async function addChannel(
  pool: Pool,
  { workspaceId, founder }: Founded,
  botId: string,
): Promise<string> {
  const channelId = randomUUID();
  await act(pool, founder.personId, {
    kind: 'channel.created',
    channelId,
    workspaceId,
    botId,
    name: channelId,
    messenger: 'telegram',
    sealedToken: new Uint8Array([0]),
    tokenTail: 'tail',
  });
  return channelId;
}

/** Grants a role on a project or bot, or takes it away. */
export async function grant(
  pool: Pool,
  { workspaceId, founder }: Founded,
  { membershipId, personId }: Somebody,
  role: string,
  kind: 'project' | 'bot',
  resourceId: string,
  mode: 'add' | 'remove' = 'add',
): Promise<void> {
  const { rows } = await pool.query<{ version: number }>('select version from memberships where id = $1', [
    membershipId,
  ]);
  const place = { kind, id: resourceId };
  await act(pool, founder.personId, {
    kind: 'grants.changed',
    membershipId,
    workspaceId,
    personId,
    version: rows[0]?.version ?? 0,
    add: mode === 'add' ? [{ id: randomUUID(), role, place, until: null }] : [],
    remove: mode === 'remove' ? [{ role, place }] : [],
    names: [resourceId],
  });
}

/** Takes and gives roles. `version` is what the membership stands at. */
export function changeRoles(
  pool: Pool,
  { workspaceId, founder }: Founded,
  { membershipId, personId }: Somebody,
  version: number,
  { add = [], remove = [] }: { add?: string[]; remove?: string[] },
): Promise<void> {
  return act(pool, founder.personId, {
    kind: 'membership.roles',
    membershipId,
    workspaceId,
    personId,
    version,
    add: given(...add),
    remove,
  });
}

/** The founder as whoever acts in the chat. */
export function actorOf({ workspaceId, scheme, founder }: Founded, roles: readonly string[]): Actor {
  return {
    person: { id: founder.personId, name: 'Founder', language: 'en' },
    workspace: { id: workspaceId, name: 'Acme', scheme, governance: 0, invitationTtlHours: 168 },
    membership: {
      id: founder.membershipId,
      workspaceId,
      personId: founder.personId,
      state: 'active',
      version: 0,
      roles: roles.map((role) => ({ role, until: null })),
      grants: [],
    },
  };
}

/** Creates a key by the use case, as the founder; what comes back is shown once. */
export async function issueKey(
  pool: Pool,
  workspace: Founded,
  wanted: Partial<WantedKey> = {},
  existing: readonly ApiKey[] = [],
): Promise<{ token: string; keyId: string; publicId: string }> {
  const { token, ...stored } = mintKey(randomBytes(KEY_ENTROPY_BYTES));
  const keyId = randomUUID();
  const scheme = presets[workspace.scheme];
  const actor = actorOf(workspace, [scheme.ownerRole.key]);
  const key = { name: 'panel', scopes: ['evaluate', 'search'] as const, ...wanted };
  const changes = createKey(actor, scheme, existing, key, { keyId, ...stored }, new Date());
  await act(pool, workspace.founder.personId, ...changes);
  return { token, keyId, publicId: stored.publicId };
}

/** An answer of the decision API. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Asks the decision API of a process; `body` a string is sent as it is. */
export async function ask(
  url: string,
  path: string,
  token: string | null,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/access/v1/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

export const person = ({ personId }: Somebody) => ({ type: 'person', id: personId });
