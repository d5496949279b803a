import type { CompiledScheme } from '../../../access/compile.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { Thing } from '../../../domain/thing.ts';
import { spoken, thingsNamed } from '../../resources/chat/thing-words.ts';
import type { ThingsAsked } from '../../resources/queries.ts';
import { sightOf } from '../../resources/sight.ts';

/** Bots and projects that roles are offered on: by name as typed, or chosen before. */
export interface ThingWish {
  readonly ids: readonly string[];
  readonly text: string | null;
}

/** Whether roles are offered on bots: they must be, they may be, or they reach the whole workspace. */
export function thingsFor(scheme: CompiledScheme, roles: readonly string[]): 'must' | 'may' | 'none' {
  const reaches = roles.map((role) => scheme.roleByKey.get(role)?.reach ?? 'workspace');
  if (reaches.length === 0 || reaches.includes('workspace')) return 'none';
  return reaches.includes('things') ? 'must' : 'may';
}

/** The question for what is wished, among what the actor sees; null where nothing is. */
export function askThings(
  actor: Actor,
  scheme: CompiledScheme,
  { ids, text }: ThingWish,
  now: Date,
): ThingsAsked | null {
  if (ids.length === 0 && text === null) return null;
  return {
    kinds: ['bot', 'project'],
    ids,
    text: text === null ? null : spoken(text),
    sight: sightOf(scheme, subjectOf(actor.membership, actor.person.id), now),
  };
}

/** The things wished, as they were found. Throws `Refusal` where one of them is not there. */
export function thingsWished({ ids, text }: ThingWish, found: readonly Thing[], t: Translator): Thing[] {
  if (text !== null) return thingsNamed(text, found, t);
  return ids.map((id) => {
    const thing = found.find((one) => one.id === id);
    if (!thing) throw new Refusal('changed_meanwhile');
    return thing;
  });
}
