import type { Refusal } from '../domain/refusal.ts';
import type { Act, Outcome } from './act.ts';
import type { Translator } from './i18n.ts';
import { roleTitle, roleTitles } from './parts/role-titles.ts';
import type { Screen } from './reply.ts';

/**
 * A refusal as the person meets it: after a press a notice over the chat, otherwise a message. It names the
 * rule in plain words and who can help.
 */
export function refusalOutcome(act: Act, refusal: Refusal): Outcome {
  const { t } = act;
  const key = `refusal-${refusal.code.replaceAll('_', '-')}`;
  const { about, roles = [] } = refusal.details;
  const scheme = refusal.details.scheme ?? act.workspace?.scheme;
  const values = {
    by: act.pointsBy,
    ...refusal.details.values,
    ...(about !== undefined && scheme ? { role: roleTitle(t, scheme, about) } : {}),
  };
  // Nobody's role helps against acting on oneself.
  const help =
    roles.length > 0 && scheme && refusal.code !== 'self' ? { roles: roleTitles(t, scheme, roles) } : null;
  if (act.update.event.kind === 'press') {
    const sentence = t.text(key, values);
    return {
      toast: { text: help ? `${sentence} ${t.text('refusal-who-can', help)}` : sentence, alert: true },
    };
  }
  return {
    screen: {
      text: [...t.rich(key, values), ...(help ? ['\n\n', ...t.rich('refusal-who-can', help)] : [])],
      buttons: [[act.button(t.text('button-home'), 'hm')]],
    },
  };
}

/** What is said when we failed for good. `home` is the payload of the way on; null where nobody is known to sign it for. */
export function apologyScreen(t: Translator, home: string | null): Screen {
  return {
    text: t.rich('apology'),
    buttons: home === null ? [] : [[{ kind: 'press', label: t.text('button-home'), payload: home }]],
  };
}
