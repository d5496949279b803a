import type { Notice } from '../../workspace/notices.ts';
import type { Translator } from '../i18n.ts';
import type { ButtonOf } from '../notice-screens.ts';
import type { RichText, Screen } from '../reply.ts';
import { heldRoles } from './role-text.ts';

/** Tells a member what they hold now on the bots whose access was changed. */
export function grantsNotice(
  notice: Extract<Notice, { kind: 'grants.changed' }>,
  t: Translator,
  button: ButtonOf,
): Screen {
  const lines = notice.places.flatMap(
    ({ name, roles }): RichText => [
      '\n',
      ...t.rich('grant-now', { thing: name, roles: heldRoles(t, notice.workspace.scheme, roles) }),
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
    buttons: [[button(t.text('button-command-bots'), 'hc', 'bots')]],
  };
}
