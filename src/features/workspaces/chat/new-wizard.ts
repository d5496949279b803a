import { z } from 'zod';
import type { CompiledScheme } from '../../../access/compile.ts';
import { type Act, asks, decided, type Plan } from '../../../chat/act.ts';
import type { Action, WizardKind } from '../../../chat/command.ts';
import type { Registry } from '../../../chat/registry.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { MembershipState, WorkspaceState } from '../../../domain/state.ts';
import { ownScheme, schemeNamed } from '../../schemes/chat/offered-schemes.ts';
import { createWorkspace } from '../create.ts';
import { workspaceName } from '../name.ts';
import { askName, askScheme, createdScreen } from './new-screen.ts';

const stored = z.object({ name: z.string().optional() }).catch({});

/** A new workspace, asked for in two steps: its name, then its scheme. */
export const newWizard: WizardKind = {
  name: 'new',
  answer(act, data, answer, _line, registry) {
    const { name } = stored.parse(data);
    const typed = answer.kind === 'message' ? answer.text : null;
    if (name === undefined)
      return typed === null ? decided(() => ({ screen: askName(act) })) : nameGiven(act, typed);
    const scheme = typed === null ? null : schemeNamed(act, typed);
    return scheme ? create(act, name, scheme, registry) : decided(() => ({ screen: askScheme(act, name) }));
  },
};

/** Keeps the name and asks for the scheme. */
export function nameGiven(act: Act, typed: string): Plan {
  return decided(() => {
    const name = workspaceName(typed);
    return { screen: askScheme(act, name), wizard: { name: 'new', data: { name } } };
  });
}

/** The button of a scheme, pressed while the wizard knows the name. */
export const schemeAction: Action = {
  verb: 'wn',
  run(act, [key = ''], registry) {
    const name = act.wizard?.name === 'new' ? stored.parse(act.wizard.data).name : undefined;
    const scheme = key === 'own' ? ownScheme(act) : schemeNamed(act, key);
    if (name === undefined || !scheme) {
      return decided(() => {
        throw new Refusal('button_stale');
      });
    }
    return create(act, name, scheme, registry);
  },
};

/** Creates the workspace and makes it the active one of this account. */
export function create(act: Act, name: string, scheme: CompiledScheme, registry: Registry): Plan {
  return asks({ kind: 'workspaces.owned', personId: act.person.id }, (owned) => {
    const workspaceId = act.newId();
    const membershipId = act.newId();
    const created = createWorkspace({ person: act.person, name, scheme, owned, workspaceId, membershipId });
    const { messenger, sender } = act.update;
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
      personId: act.person.id,
      state: 'active',
      version: 0,
      roles: [{ role: scheme.keystone.key, until: null }],
      grants: [],
    };
    return {
      changes: [
        ...created.changes,
        { kind: 'account.activated', messenger, accountId: sender.accountId, workspaceId },
      ],
      screen: createdScreen({ ...act, workspace, membership }, registry, created.name, scheme),
      wizard: null,
    };
  });
}
