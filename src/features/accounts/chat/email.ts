import { cancelDialogue, runNamed } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command, WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import type { Screen } from '../../../chat/reply.ts';
import { mailAddress } from '../../../domain/email-address.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { enterEmailCode, requestCode } from '../email.ts';
import type * as actions from './actions.ts';

/** `/email anna@example.com`: a code goes there, and typed here it proves the address. `/email off` forgets it. */
export const emailCommand: Command = {
  name: 'email',
  where: 'private',
  needs: null,
  run: (ctx, line) =>
    planning(() => {
      requireMail(ctx);
      if (line.text === '') return decided(() => askAddress(ctx));
      return ctx.t.words('words-forget-email').has(line.text)
        ? decided(() => remove(ctx))
        : request(ctx, line.text);
    }),
};

/** Forgetting an e-mail address, by buttons. */
export const emailHandlers = {
  /** "Remove the address". */
  removeEmail: (ctx) => decided(() => remove(ctx)),
} satisfies Partial<Handlers<typeof actions>>;

/** First the address, then the code; another address begins anew. */
export const emailWizard: WizardKind = {
  name: 'email',
  answer: (ctx, _data, answer) =>
    planning(() => {
      requireMail(ctx);
      if (answer.kind !== 'message') return decided(() => askAddress(ctx));
      const code = /^\s*(\d{3})[\s-]?(\d{3})\s*$/.exec(answer.text);
      return code ? enter(ctx, `${code[1]}${code[2]}`) : request(ctx, answer.text);
    }),
};

function request(ctx: Context, typed: string): Plan {
  const email = mailAddress(typed);
  return asks(
    { kind: 'people.email', personId: ctx.person.id, email, now: ctx.now },
    ({ sends }): Outcome => {
      const code = ctx.codes.drawMail();
      const codeHash = ctx.codes.hash(purposeOf(ctx, email ?? ''), code);
      const { changes, notices } = requestCode(ctx.person, typed, sends, { code, codeHash, now: ctx.now });
      return {
        changes,
        notices,
        screen: asking(ctx, 'email-code-sent', { email: email ?? '' }),
        wizard: { name: 'email', data: {} },
      };
    },
  );
}

function enter(ctx: Context, code: string): Plan {
  return asks(
    { kind: 'people.email', personId: ctx.person.id, email: null, now: ctx.now },
    (found): Outcome => {
      const email = found.pending?.email ?? '';
      const entered = enterEmailCode(
        ctx.person.id,
        found,
        (codeHash) => ctx.codes.matches(codeHash, purposeOf(ctx, email), code),
        ctx.now,
      );
      if (!entered) return { screen: asking(ctx, 'email-code-over'), wizard: { name: 'email', data: {} } };
      if (!entered.right) return { changes: entered.changes, screen: asking(ctx, 'email-code-wrong') };
      return {
        changes: entered.changes,
        screen: { text: ctx.t.rich('email-confirmed', { email }), buttons: [[profileButton(ctx)]] },
        wizard: null,
      };
    },
  );
}

function askAddress(ctx: Context): Outcome {
  return { screen: asking(ctx, 'email-ask'), wizard: { name: 'email', data: {} } };
}

function remove(ctx: Context): Outcome {
  return {
    changes: [{ kind: 'email.removed', personId: ctx.person.id }],
    screen: { text: ctx.t.rich('email-removed'), buttons: [[profileButton(ctx)]] },
    wizard: null,
  };
}

function asking(ctx: Context, key: string, values: Record<string, string> = {}): Screen {
  return {
    text: ctx.t.rich(key, values),
    buttons: [[ctx.button(ctx.t.text('button-cancel'), cancelDialogue)]],
  };
}

/** A code proves one address to one person. */
function purposeOf(ctx: Context, email: string): string {
  return `mail ${ctx.person.id} ${email}`;
}

function profileButton(ctx: Context) {
  return ctx.button(ctx.t.text('button-profile'), runNamed, { command: 'me' });
}

function requireMail(ctx: Context): void {
  if (!ctx.mail) throw new Refusal('no_mail');
}
