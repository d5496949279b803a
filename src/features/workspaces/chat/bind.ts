import { decide } from '../../../access/decide.ts';
import { workspaceWide } from '../../../access/subject.ts';
import { type Act, asks, type Outcome } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { bindGroup } from '../bind.ts';
import type { JoinedWorkspace } from '../queries.ts';

/** Of so many workspaces those that may be bound are offered, as many as a keyboard shows well. */
const LOOKED_AT = 200;
const MOST_CHOICES = 20;

/** `/bind`: gives the group to a workspace that the person configures; asks which where there are several. */
export const bindCommand: Command = {
  name: 'bind',
  where: 'group',
  needs: null,
  run: (act) =>
    asks(
      {
        kind: 'workspaces.bindable',
        personId: act.person.id,
        messenger: act.update.messenger,
        accountId: act.update.sender.accountId,
        limit: LOOKED_AT,
      },
      (joined) => {
        const lawful = joined.filter((one) => mayConfigure(act, one));
        const [only] = lawful;
        if (!only) throw new Refusal('nothing_to_bind');
        return lawful.length === 1 ? bind(act, only) : choose(act, lawful.slice(0, MOST_CHOICES));
      },
    ),
};

/** The button of one workspace. */
export const bindAction: Action = {
  verb: 'wb',
  run: (act, [workspaceId = '']) =>
    asks({ kind: 'workspaces.one', personId: act.person.id, workspaceId }, (joined) => {
      if (!joined) throw new Refusal('workspace_not_found');
      if (act.update.chat.kind === 'private') throw new Refusal('group_only');
      return bind(act, joined);
    }),
};

function mayConfigure(act: Act, { workspace, membership }: JoinedWorkspace): boolean {
  const scheme = act.scheme(workspace.scheme);
  const subject = subjectOf(membership, act.person.id);
  return decide(scheme, subject, 'workspace.configure', workspaceWide, act.now).allow;
}

function choose(act: Act, lawful: readonly JoinedWorkspace[]): Outcome {
  return {
    screen: {
      text: act.t.rich('bind-which'),
      buttons: [
        ...lawful.map(({ workspace }) => [
          act.button(act.t.text('bind-choice', { workspace: workspace.name }), 'wb', workspace.id),
        ]),
        [act.button(act.t.text('button-cancel'), 'xx')],
      ],
    },
  };
}

function bind(act: Act, { workspace, membership }: JoinedWorkspace): Outcome {
  const { person, update, group } = act;
  const holder =
    act.workspace && act.membership ? { person, workspace: act.workspace, membership: act.membership } : null;
  const changes = bindGroup(
    { person, workspace, membership },
    holder,
    {
      messenger: update.messenger,
      chatId: update.chat.id,
      title: group?.title ?? update.chat.id,
      workspaceId: group?.workspaceId ?? null,
    },
    act.scheme,
    act.now,
  );
  return {
    changes,
    screen: {
      text: act.t.rich('bind-done', { workspace: workspace.name }),
      buttons: [[act.button(act.t.text('button-home'), 'hm')]],
    },
  };
}
