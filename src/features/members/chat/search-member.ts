import { z } from 'zod';
import type { Answer, WizardKind } from '../../../chat/command.ts';
import type { CommandLine } from '../../../chat/command-line.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { peopleShown } from '../../../chat/parts/people-shown.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { MemberPage } from '../queries.ts';
import { memberQuestion, nobodyElse } from './member-question.ts';

const data = z.object({
  purpose: z.enum(['card', 'role', 'remove', 'transfer']),
  /** For a role: what was asked for already, as buttons carry it. */
  wish: z.string().nullable(),
});

/** What someone is looked for. */
export type MemberSearch = z.infer<typeof data>;

/** How an act goes on with the member that the answer points at. */
export type GoOn = (ctx: Context, line: Pick<CommandLine, 'words' | 'replyTo'>, wish: string | null) => Plan;

const NAME = 'member';

/** Asks who is meant: the first members as buttons, or any way to point at someone. */
export function askWho(ctx: Context, search: MemberSearch): Plan {
  const { workspace } = actorOf(ctx);
  return asks({ kind: 'members.page', workspaceId: workspace.id, search: null, from: null }, (page) =>
    search.purpose !== 'card' && isAlone(ctx, page)
      ? { screen: nobodyElse(ctx), wizard: null }
      : { screen: memberQuestion(ctx, search, page), wizard: { name: NAME, data: search } },
  );
}

/** Whether the person is the only member. */
function isAlone(ctx: Context, { members, hasNext }: MemberPage): boolean {
  return !hasNext && members.every(({ membershipId }) => membershipId === ctx.membership?.id);
}

/** The wizard that takes the answer and hands it to the act it was asked for. */
export function searchMember(goOn: Readonly<Record<MemberSearch['purpose'], GoOn>>): WizardKind {
  return {
    name: NAME,
    answer: (ctx, stored, answer, line) =>
      planning(() => {
        const parsed = data.safeParse(stored);
        if (!parsed.success) throw new Refusal('button_stale');
        return goOn[parsed.data.purpose](ctx, pointing(answer, line), parsed.data.wish);
      }),
  };
}

/** A person shown by the messenger's own means counts as a mention. */
function pointing(answer: Answer, line: CommandLine): Pick<CommandLine, 'words' | 'replyTo'> {
  const shown = peopleShown(answer);
  const who = shown === 'hidden' ? undefined : shown[0];
  if (!who && (shown === 'hidden' || answer.kind !== 'message')) throw new Refusal('nobody_found');
  return who ? { words: [{ kind: 'person', who }], replyTo: null } : line;
}
