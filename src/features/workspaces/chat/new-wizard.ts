import { z } from 'zod';
import type { CompiledScheme } from '../../../access/compile.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Plan } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { MembershipState, WorkspaceState } from '../../../domain/state.ts';
import { visibleName } from '../../../domain/visible-name.ts';
import { ownScheme, schemeNamed } from '../../schemes/chat/offered-schemes.ts';
import { createWorkspace } from '../create.ts';
import type * as actions from './actions.ts';
import { askName, askScheme, createdScreen } from './new-screen.ts';

const stored = z.object({ name: z.string().optional() }).catch({});

/** A new workspace, asked for in two steps: its name, then its scheme. */
export const newWizard: WizardKind = {
  name: 'new',
  reads: (_ctx, data) => (stored.parse(data).name === undefined ? 'text' : null),
  answer(ctx, data, answer, _line) {
    const { name } = stored.parse(data);
    const typed = answer.kind === 'message' ? answer.text : null;
    if (name === undefined)
      return typed === null ? decided(() => ({ screen: askName(ctx) })) : nameGiven(ctx, typed);
    const scheme = typed === null ? null : schemeNamed(ctx, typed);
    return scheme ? create(ctx, name, scheme) : decided(() => ({ screen: askScheme(ctx, name) }));
  },
};

/** Keeps the name and asks for the scheme. */
export function nameGiven(ctx: Context, typed: string): Plan {
  return decided(() => {
    const name = visibleName(typed);
    return { screen: askScheme(ctx, name), wizard: { name: 'new', data: { name } } };
  });
}

/** The choice of a scheme for a new workspace, by buttons. */
export const newWizardHandlers = {
  /** The button of a scheme, pressed while the wizard knows the name. */
  createUnder(ctx, { scheme: key }) {
    const name = ctx.wizard?.name === 'new' ? stored.parse(ctx.wizard.data).name : undefined;
    const scheme = key === 'own' ? ownScheme(ctx) : schemeNamed(ctx, key);
    if (name === undefined || !scheme) {
      return decided(() => {
        throw new Refusal('button_stale');
      });
    }
    return create(ctx, name, scheme);
  },
} satisfies Partial<Handlers<typeof actions>>;

/** Creates the workspace and makes it the active one of this account. */
export function create(ctx: Context, name: string, scheme: CompiledScheme): Plan {
  return asks({ kind: 'workspaces.owned', personId: ctx.person.id }, (owned) => {
    const workspaceId = ctx.newId();
    const membershipId = ctx.newId();
    const created = createWorkspace({ person: ctx.person, name, scheme, owned, workspaceId, membershipId });
    const { messenger, sender } = ctx.update;
    // A copied scheme is shown by the name of the one it comes from: its own is not in the store yet.
    const workspace: WorkspaceState = {
      id: workspaceId,
      name: created.name,
      scheme: scheme.declaration.key,
      governance: 0,
      invitationTtlHours: 168,
    };
    const membership: MembershipState = {
      id: membershipId,
      workspaceId,
      personId: ctx.person.id,
      state: 'active',
      version: 0,
      roles: [{ role: scheme.ownerRole.key, until: null }],
      grants: [],
    };
    return {
      changes: [
        ...created.changes,
        { kind: 'account.activated', messenger, accountId: sender.accountId, workspaceId },
      ],
      screen: createdScreen({ ...ctx, workspace, membership }, created.name, scheme),
      wizard: null,
    };
  });
}
