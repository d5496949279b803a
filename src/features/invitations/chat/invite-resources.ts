import type { CompiledScheme } from '../../../access/compile.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Resource } from '../../../domain/resource.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { resourcesNamed, spoken } from '../../resources/chat/resource-words.ts';
import type { ResourcesAsked } from '../../resources/queries.ts';
import { visibilityOf } from '../../resources/visibility.ts';

/** Bots and projects that roles are offered on: by name as typed, or chosen before. */
export interface ResourceWish {
  readonly ids: readonly string[];
  readonly text: string | null;
}

/** Whether roles are offered on bots: they must be, they may be, or they reach the whole workspace. */
export function resourcesFor(scheme: CompiledScheme, roles: readonly string[]): 'must' | 'may' | 'none' {
  const reaches = roles.map((role) => scheme.roleByKey.get(role)?.reach ?? 'workspace');
  if (reaches.length === 0 || reaches.includes('workspace')) return 'none';
  return reaches.includes('things') ? 'must' : 'may';
}

/** The question for what is wished, among what the actor sees; null where nothing is. */
export function askResources(
  actor: Actor,
  scheme: CompiledScheme,
  { ids, text }: ResourceWish,
  now: Date,
): ResourcesAsked | null {
  if (ids.length === 0 && text === null) return null;
  return {
    kinds: ['bot', 'project'],
    ids,
    text: text === null ? null : spoken(text),
    visibility: visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), now),
  };
}

/** The resources wished, as they were found. Throws `Refusal` where one of them is not there. */
export function resourcesWished(
  { ids, text }: ResourceWish,
  found: readonly Resource[],
  t: Translator,
): Resource[] {
  if (text !== null) return resourcesNamed(text, found, t);
  return ids.map((id) => {
    const resource = found.find((one) => one.id === id);
    if (!resource) throw new Refusal('changed_meanwhile');
    return resource;
  });
}
