import { type Act, actorOf, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command, CommandLine } from '../../../chat/command.ts';
import { displayName } from '../../../chat/display-name.ts';
import { authorize } from '../../../domain/authorize.ts';
import type { Who } from '../../../domain/who.ts';
import type { PageEdge } from '../queries.ts';
import { member } from './member.ts';
import { memberList } from './member-list.ts';
import { idOf } from './members-find.ts';

/** What is left of a button's 64 bytes beside its seal and a membership. */
const SEARCH_BYTES = 24;

/**
 * `/members`, `/members anna`: everybody, or whoever has the text in their name or username. An e-mail address or a phone
 * number is one member's, whose card is shown.
 */
export const members: Command = {
  name: 'members',
  where: 'both',
  needs: 'member.view',
  run: (act, line, registry) => {
    const contact = contactIn(line);
    return contact === null
      ? memberPage(act, line.text, null)
      : member.run(act, { ...line, words: [{ kind: 'person', who: contact }] }, registry);
  },
};

/** The e-mail address or phone number that a line is; phones are written with spaces and brackets, too. */
function contactIn({ text, words }: CommandLine): Who | null {
  const phone = text.replace(/[\s()-]/g, '');
  if (/^\+\d{7,15}$/.test(phone)) return { kind: 'phone', phone, name: null };
  const [only, another] = words;
  return only?.kind === 'person' && only.who.kind === 'email' && !another ? only.who : null;
}

/** The first page: of everybody, or of a search. */
export const firstPage: Action = { verb: 'ml', run: (act, [search]) => memberPage(act, search ?? '', null) };

/** The next page after a member, and the one before. */
export const nextPage: Action = { verb: 'mn', run: (act, args) => beside(act, 'after', args) };
export const previousPage: Action = { verb: 'mb', run: (act, args) => beside(act, 'before', args) };

function beside(act: Act, direction: PageEdge['direction'], [edge, search = '']: readonly string[]): Plan {
  return planning(() => memberPage(act, search, { direction, membershipId: idOf(edge) }));
}

/**
 * One page of members. A search travels on the buttons of its pages, so that these work whenever they are
 * pressed; of a longer text the beginning is searched for, and the screen says which.
 */
function memberPage(act: Act, typed: string, from: PageEdge | null): Plan {
  return planning(() => {
    const actor = actorOf(act);
    const scheme = act.scheme(actor.workspace.scheme);
    authorize(actor, scheme, 'member.view', act.now);
    const search = searchOf(typed);
    return asks({ kind: 'members.page', workspaceId: actor.workspace.id, search, from }, (page) => ({
      screen: memberList(act, actor, page, search),
    }));
  });
}

/** The text that is searched for: on one line, lower case, without what buttons cannot carry; null for everybody. */
export function searchOf(typed: string): string | null {
  if (typed.trim() === '') return null;
  const plain = displayName(typed).toLowerCase().replace(/^!+|~/g, '');
  let kept = '';
  for (const letter of plain) {
    if (Buffer.byteLength(kept + letter) > SEARCH_BYTES) break;
    kept += letter;
  }
  return kept.trim() === '' ? null : kept.trim();
}
