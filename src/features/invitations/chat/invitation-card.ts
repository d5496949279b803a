import type { CompiledScheme } from '../../../access/compile.ts';
import { rightsOf } from '../../../access/diff.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { ButtonOf } from '../../../chat/context.ts';
import { displayName } from '../../../chat/display-name.ts';
import type { Composed, Translator } from '../../../chat/i18n.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { rightsText } from '../../../chat/parts/rights.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { InvitationDenial } from '../denial.ts';
import { acceptInvitation, declineInvitation, showAbilities, showInvitation } from './actions.ts';

/** What an invitee is shown of an invitation. */
export interface Card {
  readonly invitationId: string;
  readonly workspace: { readonly name: string; readonly scheme: string };
  readonly actorName: string;
  readonly roles: readonly string[];
  readonly resources: readonly string[];
  readonly note: string | null;
  readonly accessUntil: Date | null;
  readonly expiresAt: Date;
  /** It was opened by the link in a mail. */
  readonly byMail?: boolean;
}

/** The card an invitee decides on; the same one that an opened invitation link shows. */
export function invitationCard(card: Card, t: Translator, button: ButtonOf): Screen {
  return {
    text: [...t.rich('invitation-card', names(card, t)), ...particulars(card, t)],
    buttons: [
      answers(card, t, button),
      [button(t.text('button-what-can-i-do'), showAbilities, argumentsOf(card))],
    ],
  };
}

/** The card in a mail: the answer is given where its link leads. */
export function invitationMail(card: Card & { readonly link: string }, t: Translator): Screen {
  return {
    text: [
      ...t.rich('invitation-mail-subject', { workspace: card.workspace.name }),
      '\n\n',
      ...t.rich('invitation-card', names(card, t)),
      ...particulars(card, t),
      '\n\n',
      ...t.rich('invitation-mail-care', { actor: card.actorName }),
    ],
    buttons: [[{ kind: 'link', label: t.text('button-invitation-answer'), url: card.link }]],
  };
}

/** The card once more, a day before it ends. */
export function invitationReminder(card: Card, t: Translator, button: ButtonOf): Screen {
  const { buttons } = invitationCard(card, t, button);
  return { text: [...t.rich('invitation-reminder', names(card, t)), ...particulars(card, t)], buttons };
}

/** What the roles of an invitation would allow, or do allow since it was accepted. */
export function abilitiesScreen(
  card: Card,
  scheme: CompiledScheme,
  joined: boolean,
  t: Translator,
  button: ButtonOf,
): Screen {
  return {
    text: [...t.rich('invitation-abilities', names(card, t)), '\n\n', ...abilities(scheme, card.roles, t)],
    buttons: [
      ...(joined ? [] : [answers(card, t, button)]),
      [button(t.text('button-back'), showInvitation, argumentsOf(card))],
    ],
  };
}

/** What the card turns into when it is accepted. */
export function welcomeScreen(card: Card, t: Translator, button: ButtonOf): Screen {
  return {
    text: t.rich('invitation-welcome', names(card, t)),
    buttons: [
      [button(t.text('button-what-can-i-do-now'), showAbilities, { invitation: card.invitationId })],
      [button(t.text('button-home'), goHome)],
    ],
  };
}

/** What the card turns into when it can no longer be answered: why, and the way on. */
export function closedCard(
  denial: InvitationDenial,
  names: { readonly who: string; readonly workspace: string; readonly inviter: string },
  t: Translator,
  button: ButtonOf,
): Screen {
  return {
    text: t.rich(`refusal-${denial.replaceAll('_', '-')}`, names),
    buttons: [[button(t.text('button-home'), goHome)]],
  };
}

/** What roles allow, in plain words, and where they reach. */
export function abilities(scheme: CompiledScheme, roles: readonly string[], t: Translator): RichText {
  const granted = roles.some((role) => {
    const reach = scheme.roleByKey.get(role)?.reach;
    return reach === 'granted_things' || reach === 'things';
  });
  return [
    ...rightsText(rightsOf(scheme, roles), t),
    ...(granted ? ['\n\n', ...t.rich('rights-on-granted-resources')] : []),
  ];
}

function names(card: Card, t: Translator) {
  return {
    actor: card.actorName,
    workspace: card.workspace.name,
    roles: roleTitles(t, card.workspace.scheme, card.roles),
  };
}

function particulars(card: Card, t: Translator): RichText {
  return [
    ...(card.resources.length > 0
      ? ['\n', ...t.rich('invitation-card-resources', { resources: listed(card.resources, t) })]
      : []),
    ...(card.accessUntil
      ? ['\n', ...t.rich('invitation-card-until', { until: t.date(card.accessUntil) })]
      : []),
    ...(card.note ? ['\n\n', ...t.rich('invitation-card-note', { note: noteShown(card.note) })] : []),
    '\n\n',
    ...t.rich('invitation-card-expires', { expires: t.date(card.expiresAt) }),
  ];
}

/** Buttons are signed, so nobody can add the mark of a card that was opened by mail. */
function argumentsOf({ invitationId, byMail }: Card) {
  return { invitation: invitationId, byMail: byMail ? true : null } as const;
}

function answers(card: Card, t: Translator, button: ButtonOf) {
  const args = argumentsOf(card);
  return [
    button(t.text('button-accept'), acceptInvitation, args),
    button(t.text('button-decline'), declineInvitation, args),
  ];
}

/** Graphemes of a note that are shown: more than of a name, and what is kept of it is no longer. */
const MAX_NOTE = 300;

/** A note as foreign words are shown. */
export function noteShown(note: string): Composed {
  return { composed: displayName(note, MAX_NOTE) };
}
