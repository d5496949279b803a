import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { rolesAndGrants } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import type { ListedMember, MemberPage } from '../queries.ts';
import { listMembers, nextMembers, openMember, previousMembers } from './actions.ts';
import { memberButton } from './member-choice.ts';

/** Names of the messengers as their owners write them. */
export const MESSENGER_NAMES = { telegram: 'Telegram', vk: 'VK', viber: 'Viber' } as const;

/** A page of members: a line and a button each, and the way to the pages beside it. */
export function memberList(ctx: Context, actor: Actor, page: MemberPage, search: string | null): Screen {
  const { t } = ctx;
  const lines = page.members.flatMap((member) => ['\n', ...memberLine(ctx, actor, member)]);
  return {
    text: [...heading(ctx, actor, page, search), ...(lines.length > 0 ? ['\n', ...lines] : [])],
    buttons: [
      ...page.members.map((member) => [
        memberButton(ctx, member, openMember, { member: member.membershipId, back: search ?? page.after }),
      ]),
      ...pager(ctx, page, search),
      [
        ...(search === null && page.members.length > 0
          ? []
          : [ctx.button(t.text('button-all-members'), listMembers)]),
        ctx.button(t.text('button-home'), goHome),
      ],
    ],
  };
}

function heading(ctx: Context, actor: Actor, page: MemberPage, search: string | null): RichText {
  const workspace = actor.workspace.name;
  if (search === null) return ctx.t.rich('members-of', { workspace, count: page.total ?? 0 });
  return ctx.t.rich(page.members.length === 0 ? 'members-none' : 'members-found', { workspace, search });
}

/** A member as a line of a list: name, roles, where they write from. */
export function memberLine(ctx: Context, actor: Actor, member: ListedMember): RichText {
  const { t } = ctx;
  const line = t.rich('member-line', {
    name: member.name,
    roles: rolesAndGrants(t, actor.workspace.scheme, member, ctx.now),
    messenger: { composed: member.messenger === null ? '—' : MESSENGER_NAMES[member.messenger] },
  });
  return member.state === 'suspended' ? [...line, ' ', ...t.rich('member-suspended')] : line;
}

function pager(ctx: Context, page: MemberPage, search: string | null): Button[][] {
  const { t } = ctx;
  const first = page.members[0];
  const last = page.members.at(-1);
  const row = [
    ...(first && page.after !== null
      ? [ctx.button(t.text('button-previous-page'), previousMembers, { edge: first.membershipId, search })]
      : []),
    ...(last && page.hasNext
      ? [ctx.button(t.text('button-next-page'), nextMembers, { edge: last.membershipId, search })]
      : []),
  ];
  return row.length === 0 ? [] : [row];
}
