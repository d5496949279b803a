import type { Target } from '../access/subject.ts';

/** Kinds of resources, outermost first. */
export const RESOURCE_KINDS = ['project', 'bot', 'channel'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** A project, bot or channel with where it stands and what its card shows. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly name: string;
  /** The bot it is or is in; null for a project. */
  readonly bot: Named | null;
  /** The project it is or is in; null for a loose bot and its channels. */
  readonly project: Named | null;
  /** Of a bot: the version being worked on, and the one in production (null: never published). */
  readonly versions: {
    readonly staging: number;
    readonly production: number | null;
    readonly publishedAt: Date | null;
  } | null;
  /** Of a channel: the messenger, and the last characters of its token. */
  readonly connection: { readonly messenger: ChannelMessenger; readonly tail: string } | null;
  /** Bots of a project, channels of a bot. */
  readonly contents: number;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A resource that an invitation offers roles on. */
export type OfferedResource = Pick<Resource, 'kind' | 'id' | 'name' | 'bot' | 'project'>;

/** Messengers that a channel connects to. */
export const CHANNEL_MESSENGERS = ['telegram', 'vk', 'viber'] as const;
export type ChannelMessenger = (typeof CHANNEL_MESSENGERS)[number];

/** A resource that roles are held on. */
export interface GrantPlace {
  readonly kind: 'project' | 'bot';
  readonly id: string;
}

/** The resource as permission questions name it: itself first, then what it is in. */
export function targetOf({ kind, id, bot, project }: Omit<OfferedResource, 'name'>): Target {
  const path: Target['path'][number][] = [{ kind, id }];
  if (bot && kind === 'channel') path.push({ kind: 'bot', id: bot.id });
  if (project && kind !== 'project') path.push({ kind: 'project', id: project.id });
  return { path };
}

/** The resource as a grant names it. Channels carry no grants. */
export function placeOf({ kind, id }: Pick<Resource, 'kind' | 'id'>): GrantPlace | null {
  return kind === 'channel' ? null : { kind, id };
}
