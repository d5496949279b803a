import type { CompiledScheme } from '../../access/compile.ts';
import { type Target, workspaceWide } from '../../access/subject.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type ChannelMessenger, type Resource, targetOf } from '../../domain/resource.ts';
import type { Actor } from '../../domain/state.ts';
import { visibleName } from '../../domain/visible-name.ts';

/** What a token looks like; nothing of it is ever said back. */
const TOKENS: Readonly<Record<ChannelMessenger, RegExp>> = {
  telegram: /^\d{5,20}:[\w-]{30,100}$/,
  vk: /^[\w.-]{20,300}$/,
  viber: /^[\w-]{20,200}$/,
};
/** Characters of a token that are shown, to tell tokens apart. */
const TAIL = 4;

interface Created {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly Change[];
}

/** A new project. Throws `Refusal`: the rule that denies it, `workspace_name`, `resource_name_taken`. */
export function createProject(
  actor: Actor,
  scheme: CompiledScheme,
  { typed, taken, id, now }: NewResource,
): Created {
  authorize(actor, scheme, 'project.create', now);
  const name = freeName(typed, taken);
  const workspaceId = actor.workspace.id;
  return {
    id,
    name,
    changes: [guardActor(actor, false), { kind: 'project.created', projectId: id, workspaceId, name }],
  };
}

/** A new bot, in a project or loose. Throws `Refusal` as `createProject`. */
export function createBot(
  actor: Actor,
  scheme: CompiledScheme,
  project: Resource | null,
  { typed, taken, id, now }: NewResource,
): Created {
  authorize(actor, scheme, 'bot.create', now, insideOf(project));
  const name = freeName(typed, taken);
  return {
    id,
    name,
    changes: [
      guardActor(actor, false),
      {
        kind: 'bot.created',
        botId: id,
        workspaceId: actor.workspace.id,
        projectId: project?.id ?? null,
        name,
      },
    ],
  };
}

/** Passes where the actor may connect the bot to messengers. Throws `Refusal`. */
export function enforceConnecting(actor: Actor, scheme: CompiledScheme, bot: Resource, now: Date): void {
  authorize(actor, scheme, 'channel.create', now, targetOf(bot));
}

/**
 * Connects a bot to a messenger. The token is sealed at once; only its last characters stay readable. Throws
 * `Refusal`: the rule that denies it, `workspace_name`, `channel_token`.
 */
export function createChannel(
  actor: Actor,
  scheme: CompiledScheme,
  bot: Resource,
  channel: {
    readonly typed: string;
    readonly messenger: ChannelMessenger;
    readonly token: string;
    readonly id: string;
    readonly now: Date;
    seal(channelId: string, token: string): Uint8Array;
  },
): Created & { readonly tail: string } {
  const { messenger, token, id } = channel;
  enforceConnecting(actor, scheme, bot, channel.now);
  const name = visibleName(channel.typed);
  if (!TOKENS[messenger].test(token)) throw new Refusal('channel_token');
  const tail = token.slice(-TAIL);
  return {
    id,
    name,
    tail,
    changes: [
      guardActor(actor, false),
      {
        kind: 'channel.created',
        channelId: id,
        workspaceId: actor.workspace.id,
        botId: bot.id,
        name,
        messenger,
        sealedToken: channel.seal(id, token),
        tokenTail: tail,
      },
    ],
  };
}

interface NewResource {
  readonly typed: string;
  /** Another resource of the kind has this name. */
  readonly taken: boolean;
  readonly id: string;
  readonly now: Date;
}

/** Where something made in a resource stands; without one, in the workspace itself. */
export function insideOf(resource: Resource | null): Target {
  return resource === null ? workspaceWide : targetOf(resource);
}

/** The name as it is kept. Throws `Refusal` where it is none, or taken. */
export function freeName(typed: string, taken: boolean): string {
  const name = visibleName(typed);
  if (taken) throw new Refusal('resource_name_taken', { values: { name } });
  return name;
}
