import { type Act, asks, decided, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import { linkCodeIn } from '../../../chat/codes.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { idOf } from '../../members/chat/members-find.ts';
import { acceptLink, LINK_MS, MOST_MISSES, mayTry, previewLink } from '../link.ts';
import type { MergeTools } from '../merge.ts';
import type { OfferedLink } from '../queries.ts';
import { linkCodeScreen, linkedScreen, linkQuestion, wrongCodeScreen } from './link-screen.ts';

/** `/link`: a code to type in another messenger. `/link ABCD-EFGH` is the other side of it. */
export const linkCommand: Command = {
  name: 'link',
  where: 'private',
  needs: null,
  run(act, line) {
    if (line.text === '') return showCode(act);
    const code = linkCodeIn(line.text);
    return code === null ? decided(() => ({ screen: wrongCodeScreen(act) })) : enterCode(act, code);
  },
};

/** "Show a code" on one's profile. */
export const showCodeAction: Action = { verb: 'ul', run: (act) => showCode(act) };

/** The yes of whoever typed the code. */
export const confirmLink: Action = {
  verb: 'uy',
  run: (act, [linkId]) =>
    planning(() => {
      requirePrivate(act);
      return ask(act, { linkId: idOf(linkId) }, (link) => {
        if (!link) throw new Refusal('link_over');
        const { changes, notices } = acceptLink(link, toolsOf(act));
        return { changes, notices, screen: linkedScreen(act, link), wizard: null };
      });
    }),
};

/** A code was typed: shows what a yes would come to. A wrong one counts. */
export function enterCode(act: Act, typed: string): Plan {
  return planning(() => {
    requirePrivate(act);
    const code = linkCodeIn(typed) ?? '';
    return ask(act, { codeHash: act.codes.hash('link', code) }, (link) => {
      const { messenger, sender } = act.update;
      if (link) return { screen: linkQuestion(act, link, previewLink(link, toolsOf(act))) };
      return {
        changes: [{ kind: 'code.missed', messenger, accountId: sender.accountId, most: MOST_MISSES }],
        screen: wrongCodeScreen(act),
      };
    });
  });
}

function showCode(act: Act): Plan {
  return planning(() => {
    requirePrivate(act);
    return decided(() => {
      const code = act.codes.drawLink();
      const { messenger, sender } = act.update;
      return {
        changes: [
          {
            kind: 'link.offered',
            linkId: act.newId(),
            messenger,
            accountId: sender.accountId,
            personId: act.person.id,
            codeHash: act.codes.hash('link', code),
            expiresAt: new Date(act.now.getTime() + LINK_MS),
          },
        ],
        screen: linkCodeScreen(act, code),
        fresh: true,
      };
    });
  });
}

function ask(
  act: Act,
  by: { readonly codeHash: Buffer } | { readonly linkId: string },
  decide: (link: OfferedLink | null) => Outcome,
): Plan {
  const { messenger, sender } = act.update;
  const { accountId } = sender;
  return asks(
    { kind: 'people.link', by, personId: act.person.id, messenger, accountId, now: act.now },
    ({ link, misses }) => {
      mayTry(misses);
      return decide(link);
    },
  );
}

function toolsOf(act: Act): MergeTools {
  return { now: act.now, newId: () => act.newId(), scheme: ({ scheme }) => act.scheme(scheme) };
}

/** A code is a secret, and a group reads along. */
function requirePrivate(act: Act): void {
  if (act.update.chat.kind !== 'private') throw new Refusal('private_only');
}
