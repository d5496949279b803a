import { decide } from '../../../access/decide.ts';
import { workspaceWide } from '../../../access/subject.ts';
import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Outcome } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { bindGroup } from '../bind.ts';
import type { JoinedWorkspace } from '../queries.ts';
import type * as actions from './actions.ts';
import { bindHere } from './actions.ts';

/** Of so many workspaces those that may be bound are offered, as many as a keyboard shows well. */
const LOOKED_AT = 200;
const MAX_CHOICES = 20;

/** `/bind`: gives the group to a workspace that the person configures; asks which where there are several. */
export const bindCommand: Command = {
  name: 'bind',
  where: 'group',
  needs: null,
  run: (ctx) =>
    asks(
      {
        kind: 'workspaces.bindable',
        personId: ctx.person.id,
        messenger: ctx.update.messenger,
        accountId: ctx.update.sender.accountId,
        limit: LOOKED_AT,
      },
      (joined) => {
        const lawful = joined.filter((one) => mayConfigure(ctx, one));
        const [only] = lawful;
        if (!only) throw new Refusal('nothing_to_bind');
        return lawful.length === 1 ? bind(ctx, only) : choose(ctx, lawful.slice(0, MAX_CHOICES));
      },
    ),
};

/** Binding a group, by buttons. */
export const bindHandlers = {
  /** The button of one workspace. */
  bindHere: (ctx, { workspace: workspaceId }) =>
    asks({ kind: 'workspaces.one', personId: ctx.person.id, workspaceId }, (joined) => {
      if (!joined) throw new Refusal('workspace_not_found');
      if (ctx.update.chat.kind === 'private') throw new Refusal('group_only');
      return bind(ctx, joined);
    }),
} satisfies Partial<Handlers<typeof actions>>;

function mayConfigure(ctx: Context, { workspace, membership }: JoinedWorkspace): boolean {
  const scheme = ctx.scheme(workspace.scheme);
  const subject = subjectOf(membership, ctx.person.id);
  return decide(scheme, subject, 'workspace.configure', workspaceWide, ctx.now).allow;
}

function choose(ctx: Context, lawful: readonly JoinedWorkspace[]): Outcome {
  return {
    screen: {
      text: ctx.t.rich('bind-which'),
      buttons: [
        ...lawful.map(({ workspace }) => [
          ctx.button(ctx.t.text('bind-choice', { workspace: workspace.name }), bindHere, {
            workspace: workspace.id,
          }),
        ]),
        [ctx.button(ctx.t.text('button-cancel'), cancelDialogue)],
      ],
    },
  };
}

function bind(ctx: Context, { workspace, membership }: JoinedWorkspace): Outcome {
  const { person, update, group } = ctx;
  const holder =
    ctx.workspace && ctx.membership ? { person, workspace: ctx.workspace, membership: ctx.membership } : null;
  const changes = bindGroup(
    { person, workspace, membership },
    holder,
    {
      messenger: update.messenger,
      chatId: update.chat.id,
      title: group?.title ?? update.chat.id,
      workspaceId: group?.workspaceId ?? null,
    },
    ctx.scheme,
    ctx.now,
  );
  return {
    changes,
    screen: {
      text: ctx.t.rich('bind-done', { workspace: workspace.name }),
      buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
    },
  };
}
