import { z } from 'zod';
import { type Act, actorOf, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Answer, CommandLine, WizardKind } from '../../../chat/command.ts';
import { peopleShown } from '../../../chat/parts/people-shown.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { MemberPage } from '../queries.ts';
import { memberQuestion, nobodyElse } from './member-question.ts';

const data = z.object({
  purpose: z.enum(['card', 'role', 'remove', 'transfer']),
  /** For a role: what was asked for already, as buttons carry it. */
  wish: z.string().nullable(),
});

/** What somebody is looked for. */
export type MemberSearch = z.infer<typeof data>;

/** How an act goes on with the member that the answer points at. */
export type GoOn = (act: Act, line: Pick<CommandLine, 'words' | 'replyTo'>, wish: string | null) => Plan;

const NAME = 'member';

/** Asks who is meant: the first members as buttons, or any way to point at somebody. */
export function askWho(act: Act, search: MemberSearch): Plan {
  const { workspace } = actorOf(act);
  return asks({ kind: 'members.page', workspaceId: workspace.id, search: null, from: null }, (page) =>
    search.purpose !== 'card' && isAlone(act, page)
      ? { screen: nobodyElse(act), wizard: null }
      : { screen: memberQuestion(act, search, page), wizard: { name: NAME, data: search } },
  );
}

/** Whether the person is the only member. */
function isAlone(act: Act, { members, hasNext }: MemberPage): boolean {
  return !hasNext && members.every(({ membershipId }) => membershipId === act.membership?.id);
}

/** The wizard that takes the answer and hands it to the act it was asked for. */
export function searchMember(goOn: Readonly<Record<MemberSearch['purpose'], GoOn>>): WizardKind {
  return {
    name: NAME,
    answer: (act, stored, answer, line) =>
      planning(() => {
        const parsed = data.safeParse(stored);
        if (!parsed.success) throw new Refusal('button_stale');
        return goOn[parsed.data.purpose](act, pointing(answer, line), parsed.data.wish);
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
