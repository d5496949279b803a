import type { Notice } from '../../domain/notices.ts';
import type { Recipient } from '../../domain/state.ts';
import { switchWorkspace } from '../actions/core-actions.ts';
import type { Translator, Values } from '../i18n.ts';
import type { Destination, Reader, Tracking } from '../notice.ts';
import type { Button, PressButton, Screen } from '../reply.ts';

/** What every notice about a workspace carries. */
interface AboutWorkspace {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly actorName: string;
}

/** A message of its own to the notice's recipient. */
function toRecipient({ to }: { readonly to: Recipient }): Destination | null {
  return to.address && { address: to.address, messageId: null };
}

/** Where the account cannot be written to, the screen goes to another one of the person's. */
function retryElsewhere({ to }: Pick<Notice, 'to'>, screen: Screen): Tracking {
  return { kind: 'notice', personId: to.personId, screen };
}

/** A mail has no buttons to press: where a screen has such, the mail says where they are. */
export function asMail(screen: Screen, t: Translator): Screen {
  const isPressed = screen.buttons.flat().some(({ kind }) => kind === 'press');
  return isPressed ? { ...screen, text: [...screen.text, '\n\n', ...t.rich('mail-answer')] } : screen;
}

/** How most notices are told: to their recipient, by mail with a hint, and elsewhere where they cannot be delivered. */
export const told = { to: toRecipient, mail: asMail, tracking: retryElsewhere } as const;

/** Opens the workspace that a notice is about, whichever is open now. */
export function workspaceButton({ workspace }: AboutWorkspace, { t, button }: Reader): PressButton {
  const label = t.text('button-workspace-home', { workspace: workspace.name });
  return button(label, switchWorkspace, { workspace: workspace.id });
}

/** One text with the names in it, and the way on: into the workspace, unless another one is given. */
export function newsScreen(
  notice: AboutWorkspace,
  reader: Reader,
  key: string,
  values: Values = {},
  onward: readonly Button[] = [workspaceButton(notice, reader)],
): Screen {
  const names = { workspace: notice.workspace.name, actor: notice.actorName };
  return { text: reader.t.rich(key, { ...names, ...values }), buttons: [onward], aside: true };
}
