import type { Change, Guard } from '../../domain/changes.ts';
import { guardScheme } from '../../domain/guards.ts';
import type { PersonNotice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type MergeDecision, type MergeTools, mergePersons } from './merge.ts';
import { recipientAt } from './person.ts';
import type { OfferedLink } from './queries.ts';

/** How long a code can be typed. */
export const LINK_MS = 10 * 60_000;
/** Wrong codes within an hour, from one account: then even the right one must wait. */
export const MAX_MISSES = 5;

/** Stands for "this account may try a code": throws `Refusal` after too many wrong ones. */
export function mayTry(misses: number): void {
  if (misses >= MAX_MISSES) throw new Refusal('code_tries', { values: { most: MAX_MISSES } });
}

/** What a yes would come to. Throws `Refusal` where there is nothing to link. */
export function previewLink(link: OfferedLink, tools: MergeTools): MergeDecision {
  if (link.keep.personId === link.gone.personId) throw new Refusal('link_own');
  return mergePersons(link.keep, link.gone, link.linkId, tools);
}

/** The yes: the two become one, and the account that showed the code is told. Throws `Refusal`. */
export function acceptLink(
  link: OfferedLink,
  tools: MergeTools,
): { readonly changes: readonly Change[]; readonly notices: readonly PersonNotice[] } {
  const { change } = previewLink(link, tools);
  const [linked] = link.gone.accounts;
  return {
    changes: [...schemesStay(link, change), change],
    notices: [
      {
        kind: 'account.linked',
        to: recipientAt(link.keep, link.shownTo),
        accountName: linked?.name ?? link.gone.name,
        messenger: linked?.messenger ?? link.shownTo.messenger,
      },
    ],
  };
}

/** Where roles are given to one person of two, the scheme is still the one that it was decided under. */
function schemesStay({ gone }: OfferedLink, change: MergeDecision['change']): readonly Guard[] {
  const given = new Set([...change.rolesGiven, ...change.grantsGiven].map(({ workspaceId }) => workspaceId));
  return gone.memberships.flatMap(({ workspace }) =>
    given.has(workspace.id) ? [guardScheme(workspace)] : [],
  );
}
