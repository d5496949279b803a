import { runNamed } from '../../../chat/actions/core-actions.ts';
import type { ButtonOf } from '../../../chat/context.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { Notice } from '../../../domain/notices.ts';

/** Tells a member what they hold now on the bots whose access was changed. */
export function grantsNotice(
  notice: Extract<Notice, { kind: 'grants.changed' }>,
  t: Translator,
  button: ButtonOf,
): Screen {
  const lines = notice.places.flatMap(
    ({ name, roles }): RichText => [
      '\n',
      ...t.rich('grant-now', { resource: name, roles: heldRoles(t, notice.workspace.scheme, roles) }),
    ],
  );
  return {
    text: [
      ...t.rich('notice-grants-changed', {
        actor: notice.actorName,
        workspace: notice.workspace.name,
      }),
      ...lines,
    ],
    buttons: [[button(t.text('button-command-bots'), runNamed, { command: 'bots' })]],
  };
}
