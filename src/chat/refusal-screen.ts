import type { Refusal } from '../domain/refusal.ts';
import { goHome } from './actions/core-actions.ts';
import type { ButtonOf, Context } from './context.ts';
import type { Translator } from './i18n.ts';
import { waysOn } from './parts/refusal-ways.ts';
import { roleTitle, roleTitles } from './parts/role-titles.ts';
import type { Outcome } from './plan.ts';
import type { Screen } from './reply.ts';
import { refusedScreen } from './typed/keep-open.ts';

/**
 * A refusal as the person meets it: after a press a notice over the chat, otherwise a message. It names the
 * rule in plain words and who can help.
 */
export function refusalOutcome(ctx: Context, refusal: Refusal): Outcome {
  const { t } = ctx;
  const key = `refusal-${refusal.code.replaceAll('_', '-')}`;
  const { about, roles = [] } = refusal.details;
  const scheme = refusal.details.scheme ?? ctx.workspace?.scheme;
  const values = {
    by: ctx.pointsBy,
    ...refusal.details.values,
    ...(about !== undefined && scheme ? { role: roleTitle(t, scheme, about) } : {}),
  };
  // Nobody's role helps against acting on oneself.
  const help =
    roles.length > 0 && scheme && refusal.code !== 'self' ? { roles: roleTitles(t, scheme, roles) } : null;
  if (ctx.update.event.kind === 'press') {
    const sentence = t.text(key, values);
    return {
      toast: { text: help ? `${sentence} ${t.text('refusal-who-can', help)}` : sentence, alert: true },
    };
  }
  return {
    screen: refusedScreen(ctx, {
      text: [...t.rich(key, values), ...(help ? ['\n\n', ...t.rich('refusal-who-can', help)] : [])],
      buttons: waysOn(ctx, refusal.code, help ? roles : []),
    }),
  };
}

/** What is said when we failed for good. The way on needs `button`, which is null where the person is not known. */
export function apologyScreen(t: Translator, button: ButtonOf | null): Screen {
  return {
    text: t.rich('apology'),
    buttons: button === null ? [] : [[button(t.text('button-home'), goHome)]],
  };
}
