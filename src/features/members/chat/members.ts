import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { CommandLine } from '../../../chat/command-line.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { displayName } from '../../../chat/display-name.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import type { Who } from '../../../domain/who.ts';
import type { PageEdge } from '../queries.ts';
import type * as actions from './actions.ts';
import { member } from './member.ts';
import { memberList } from './member-list.ts';

/** What is left of a button's 64 bytes beside its seal and a membership. */
const SEARCH_BYTES = 24;

/**
 * `/members`, `/members anna`: everybody, or a person who has the text in their name or username. An e-mail address or a phone
 * number is one member's, whose card is shown.
 */
export const members: Command = {
  name: 'members',
  where: 'both',
  needs: 'member.view',
  run: (ctx, line) => {
    const contact = contactIn(line);
    return contact === null
      ? memberPage(ctx, line.text, null)
      : member.run(ctx, { ...line, words: [{ kind: 'person', who: contact }] });
  },
};

/** The e-mail address or phone number that a line is; phones are written with spaces and brackets, too. */
function contactIn({ text, words }: CommandLine): Who | null {
  const phone = text.replace(/[\s()-]/g, '');
  if (/^\+\d{7,15}$/.test(phone)) return { kind: 'phone', phone, name: null };
  const [only, another] = words;
  return only?.kind === 'person' && only.who.kind === 'email' && !another ? only.who : null;
}

/** The pages of members, by buttons. */
export const membersHandlers = {
  /** The first page: of everybody, or of a search. */
  listMembers: (ctx, { search }) => memberPage(ctx, search ?? '', null),
  /** The next page after a member, and the one before. */
  nextMembers: (ctx, args) => beside(ctx, 'after', args),

  previousMembers: (ctx, args) => beside(ctx, 'before', args),
} satisfies Partial<Handlers<typeof actions>>;

function beside(
  ctx: Context,
  direction: PageEdge['direction'],
  { edge, search }: { readonly edge: string; readonly search: string | null },
): Plan {
  return memberPage(ctx, search ?? '', { direction, membershipId: edge });
}

/**
 * One page of members. A search travels on the buttons of its pages, so that these work whenever they are
 * pressed; of a longer text the beginning is searched for, and the screen says which.
 */
function memberPage(ctx: Context, typed: string, from: PageEdge | null): Plan {
  return planning(() => {
    const actor = actorOf(ctx);
    const scheme = ctx.scheme(actor.workspace.scheme);
    authorize(actor, scheme, 'member.view', ctx.now);
    const search = searchOf(typed);
    return asks({ kind: 'members.page', workspaceId: actor.workspace.id, search, from }, (page) => ({
      screen: memberList(ctx, actor, page, search),
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
