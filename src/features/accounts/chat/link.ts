import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { linkCodeIn } from '../../../chat/secrets/codes.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { acceptLink, LINK_MS, MAX_MISSES, mayTry, previewLink } from '../link.ts';
import type { MergeTools } from '../merge.ts';
import type { OfferedLink } from '../queries.ts';
import type * as actions from './actions.ts';
import { linkCodeScreen, linkedScreen, linkQuestion, wrongCodeScreen } from './link-screen.ts';

/** `/link`: a code to type in another messenger. `/link ABCD-EFGH` is the other side of it. */
export const linkCommand: Command = {
  name: 'link',
  where: 'private',
  needs: null,
  run(ctx, line) {
    if (line.text === '') return showCode(ctx);
    const code = linkCodeIn(line.text);
    return code === null ? decided(() => ({ screen: wrongCodeScreen(ctx) })) : enterCode(ctx, code);
  },
};

/** Linking accounts, by buttons. */
export const linkHandlers = {
  /** "Show a code" on one's profile. */
  showLinkCode: (ctx) => showCode(ctx),
  /** The yes of the person who typed the code. */
  confirmLink: (ctx, { link: linkId }) =>
    planning(() => {
      requirePrivate(ctx);
      return ask(ctx, { linkId: linkId }, (link) => {
        if (!link) throw new Refusal('link_over');
        const { changes, notices } = acceptLink(link, toolsOf(ctx));
        return { changes, notices, screen: linkedScreen(ctx, link), wizard: null };
      });
    }),
} satisfies Partial<Handlers<typeof actions>>;

/** A code was typed: shows what a yes would come to. A wrong one counts. */
export function enterCode(ctx: Context, typed: string): Plan {
  return planning(() => {
    requirePrivate(ctx);
    const code = linkCodeIn(typed) ?? '';
    return ask(ctx, { codeHash: ctx.codes.hash('link', code) }, (link) => {
      const { messenger, sender } = ctx.update;
      if (link) return { screen: linkQuestion(ctx, link, previewLink(link, toolsOf(ctx))) };
      return {
        changes: [{ kind: 'code.missed', messenger, accountId: sender.accountId, most: MAX_MISSES }],
        screen: wrongCodeScreen(ctx),
      };
    });
  });
}

function showCode(ctx: Context): Plan {
  return planning(() => {
    requirePrivate(ctx);
    return decided(() => {
      const code = ctx.codes.drawLink();
      const { messenger, sender } = ctx.update;
      return {
        changes: [
          {
            kind: 'link.offered',
            linkId: ctx.newId(),
            messenger,
            accountId: sender.accountId,
            personId: ctx.person.id,
            codeHash: ctx.codes.hash('link', code),
            expiresAt: new Date(ctx.now.getTime() + LINK_MS),
          },
        ],
        screen: linkCodeScreen(ctx, code),
        fresh: true,
      };
    });
  });
}

function ask(
  ctx: Context,
  by: { readonly codeHash: Buffer } | { readonly linkId: string },
  decide: (link: OfferedLink | null) => Outcome,
): Plan {
  const { messenger, sender } = ctx.update;
  const { accountId } = sender;
  return asks(
    { kind: 'people.link', by, personId: ctx.person.id, messenger, accountId, now: ctx.now },
    ({ link, misses }) => {
      mayTry(misses);
      return decide(link);
    },
  );
}

function toolsOf(ctx: Context): MergeTools {
  return { now: ctx.now, newId: () => ctx.newId(), scheme: ({ scheme }) => ctx.scheme(scheme) };
}

/** A code is a secret, and a group reads along. */
function requirePrivate(ctx: Context): void {
  if (ctx.update.chat.kind !== 'private') throw new Refusal('private_only');
}
