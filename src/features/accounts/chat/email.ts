import { type Act, asks, decided, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command, WizardKind } from '../../../chat/command.ts';
import type { Screen } from '../../../chat/reply.ts';
import { mailAddress } from '../../../domain/email-address.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { enterEmailCode, requestCode } from '../email.ts';

/** `/email anna@example.com`: a code goes there, and typed here it proves the address. `/email off` forgets it. */
export const emailCommand: Command = {
  name: 'email',
  where: 'private',
  needs: null,
  run: (act, line) =>
    planning(() => {
      requireMail(act);
      if (line.text === '') return decided(() => askAddress(act));
      return act.t.words('words-forget-email').has(line.text)
        ? decided(() => remove(act))
        : request(act, line.text);
    }),
};

/** "Remove the address". */
export const removeEmail: Action = { verb: 'ue', run: (act) => decided(() => remove(act)) };

/** First the address, then the code; another address begins anew. */
export const emailWizard: WizardKind = {
  name: 'email',
  answer: (act, _data, answer) =>
    planning(() => {
      requireMail(act);
      if (answer.kind !== 'message') return decided(() => askAddress(act));
      const code = /^\s*(\d{3})[\s-]?(\d{3})\s*$/.exec(answer.text);
      return code ? enter(act, `${code[1]}${code[2]}`) : request(act, answer.text);
    }),
};

function request(act: Act, typed: string): Plan {
  const email = mailAddress(typed);
  return asks(
    { kind: 'people.email', personId: act.person.id, email, now: act.now },
    ({ sends }): Outcome => {
      const code = act.codes.drawMail();
      const codeHash = act.codes.hash(purposeOf(act, email ?? ''), code);
      const { changes, notices } = requestCode(act.person, typed, sends, { code, codeHash, now: act.now });
      return {
        changes,
        notices,
        screen: asking(act, 'email-code-sent', { email: email ?? '' }),
        wizard: { name: 'email', data: {} },
      };
    },
  );
}

function enter(act: Act, code: string): Plan {
  return asks(
    { kind: 'people.email', personId: act.person.id, email: null, now: act.now },
    (found): Outcome => {
      const email = found.pending?.email ?? '';
      const entered = enterEmailCode(
        act.person.id,
        found,
        (codeHash) => act.codes.matches(codeHash, purposeOf(act, email), code),
        act.now,
      );
      if (!entered) return { screen: asking(act, 'email-code-over'), wizard: { name: 'email', data: {} } };
      if (!entered.right) return { changes: entered.changes, screen: asking(act, 'email-code-wrong') };
      return {
        changes: entered.changes,
        screen: { text: act.t.rich('email-confirmed', { email }), buttons: [[profileButton(act)]] },
        wizard: null,
      };
    },
  );
}

function askAddress(act: Act): Outcome {
  return { screen: asking(act, 'email-ask'), wizard: { name: 'email', data: {} } };
}

function remove(act: Act): Outcome {
  return {
    changes: [{ kind: 'email.removed', personId: act.person.id }],
    screen: { text: act.t.rich('email-removed'), buttons: [[profileButton(act)]] },
    wizard: null,
  };
}

function asking(act: Act, key: string, values: Record<string, string> = {}): Screen {
  return { text: act.t.rich(key, values), buttons: [[act.button(act.t.text('button-cancel'), 'xx')]] };
}

/** A code proves one address to one person. */
function purposeOf(act: Act, email: string): string {
  return `mail ${act.person.id} ${email}`;
}

function profileButton(act: Act) {
  return act.button(act.t.text('button-profile'), 'hc', 'me');
}

function requireMail(act: Act): void {
  if (!act.mail) throw new Refusal('no_mail');
}
