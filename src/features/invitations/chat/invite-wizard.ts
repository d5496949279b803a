import type { CompiledScheme } from '../../../access/compile.ts';
import { type Act, actorOf, asks, decided, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Answer, CommandLine, WizardKind } from '../../../chat/command.ts';
import { countryOf, parseCommandLine } from '../../../chat/command-line.ts';
import { peopleShown } from '../../../chat/parts/people-shown.ts';
import type { Registry } from '../../../chat/registry.ts';
import { runCommand } from '../../../chat/run-command.ts';
import type { Actor } from '../../../domain/state.ts';
import { endFrom } from '../../members/chat/role-end.ts';
import { obeyInviting } from '../invite.ts';
import { noteFrom } from '../terms.ts';
import { createInvitations, createLink } from './invite-create.ts';
import {
  INVITE_WIZARD,
  type InviteData,
  inviteDataAt,
  inviteDataOf,
  storedInvite,
  termsOf,
} from './invite-data.ts';
import { notRead, parseInviteLine } from './invite-line.ts';
import { offerableRoles } from './invite-roles.ts';
import { addPeople, afterRoles, inviteStep, previewStep } from './invite-step.ts';
import { askThings, thingsWished } from './invite-things.ts';
import { pickScreen } from './invite-wizard-screen.ts';

/** Takes people and roles in any order, however they are shown or typed. */
export const inviteWizard: WizardKind = {
  name: INVITE_WIZARD,
  answer: (act, stored, answer, line, registry) =>
    planning(() => {
      const actor = actorOf(act);
      const scheme = act.scheme(actor.workspace.scheme);
      const data = inviteDataOf(stored);
      const shown = peopleShown(answer, line);
      if (shown === 'hidden') return next(act, actor, scheme, data, 'invite-hidden');
      if (shown.length > 0) return addPeople(act, actor, scheme, data, shown);
      if (data.step === 'things') return namedBots(act, actor, scheme, data, line);
      if (data.step === 'note') return noted(act, actor, scheme, data, line);
      if (data.step === 'until') return ended(act, actor, scheme, data, line);
      return typed(act, actor, scheme, data, line, (unknown) =>
        commandMeant(act, data, answer, unknown, registry),
      );
    }),
};

/** Buttons of the wizard. Each carries the wizard's stamp first. */
export const inviteButtons: readonly Action[] = [
  button('ij', (act, _actor, _scheme, data) =>
    decided(() => ({
      screen: pickScreen(act.t),
      fresh: true,
      wizard: storedInvite({ ...data, asked: true }),
    })),
  ),
  button('ig', (act, actor, scheme, data) => {
    const step = data.roles.length > 0 ? afterRoles(scheme, data) : 'roles';
    return inviteStep(act, actor, scheme, { ...data, who: [], link: { uses: 1 }, step });
  }),
  button('iq', (act, actor, scheme, data, role = '') =>
    inviteStep(act, actor, scheme, choose(actor, scheme, act, data, role)),
  ),
  button('is', (act, actor, scheme, data) => {
    const step = afterRoles(scheme, data);
    if (step === 'preview')
      obeyInviting(actor, scheme, { roles: data.roles, things: [] }, new Map(), act.now);
    return inviteStep(act, actor, scheme, { ...data, step });
  }),
  button('it', (act, actor, scheme, data, id = '') => {
    const chosen = data.things.some((thing) => thing.id === id);
    const things = chosen
      ? data.things.filter((thing) => thing.id !== id)
      : [...data.things, { id, name: '' }];
    return inviteStep(act, actor, scheme, { ...data, step: 'things', things });
  }),
  button('in', (act, actor, scheme, data, after) =>
    inviteStep(act, actor, scheme, { ...data, step: 'things', after: after ?? null }),
  ),
  button('io', (act, actor, scheme, data) => inviteStep(act, actor, scheme, { ...data, step: 'preview' })),
  button('ie', (act, actor, scheme, data, what) =>
    inviteStep(
      act,
      actor,
      scheme,
      what === 'roles'
        ? { ...data, step: 'roles', things: [], after: null }
        : what === 'until' || what === 'note'
          ? { ...data, step: what }
          : { ...data, step: 'who', who: [], link: null },
    ),
  ),
  button('if', (act, actor, scheme, data, days = '') => {
    const until = /^\d{1,3}$/.test(days) ? new Date(act.now.getTime() + Number(days) * DAY_MS) : null;
    return inviteStep(act, actor, scheme, withTerms(data, { until: until?.toISOString() ?? null }));
  }),
  button('ih', (act, actor, scheme, data) => inviteStep(act, actor, scheme, withTerms(data, { note: null }))),
  button('iy', (act, actor, scheme, data) => {
    const wish = { ids: data.things.map(({ id }) => id), text: null };
    return data.link
      ? createLink(act, actor, scheme, data.roles, data.link.uses, wish, termsOf(data))
      : createInvitations(act, actor, scheme, data.who, data.roles, wish, termsOf(data));
  }),
];

function button(
  verb: string,
  plan: (act: Act, actor: Actor, scheme: CompiledScheme, data: InviteData, argument?: string) => Plan,
): Action {
  return {
    verb,
    run: (act, [stamp, argument]) =>
      planning(() => {
        const actor = actorOf(act);
        return plan(act, actor, act.scheme(actor.workspace.scheme), inviteDataAt(act, stamp), argument);
      }),
  };
}

function choose(actor: Actor, scheme: CompiledScheme, act: Act, data: InviteData, role: string): InviteData {
  if (scheme.declaration.rolesPerMember === 'one') {
    const chosen = { ...data, roles: [role] };
    return { ...chosen, step: afterRoles(scheme, chosen) };
  }
  const held = data.roles.includes(role);
  const roles = offerableRoles(actor, scheme, act.now).filter((key) =>
    key === role ? !held : data.roles.includes(key),
  );
  return { ...data, roles, step: 'roles' };
}

/** Typed words: people, role titles, `link`; anything else at the first question is a name to look for. */
function typed(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  line: CommandLine,
  otherwise: (unknown: string) => Plan | null,
): Plan {
  const said = parseInviteLine(line, scheme, act.t, act.now);
  const roles = said.roles.length > 0 ? [...said.roles] : data.roles;
  const answered: InviteData = {
    ...data,
    roles,
    terms: {
      until: said.terms.accessUntil?.toISOString() ?? data.terms.until,
      note: said.terms.note ?? data.terms.note,
    },
    step: roles.length > 0 ? afterRoles(scheme, { ...data, roles }) : data.step,
  };
  if (said.link) {
    return inviteStep(act, actor, scheme, {
      ...answered,
      who: [],
      link: said.link,
      step: roles.length > 0 ? answered.step : 'roles',
    });
  }
  const unread = notRead(act.t, said);
  if (said.who.length > 0)
    return addPeople(act, actor, scheme, answered, said.who, { on: said.on, note: unread });
  if (said.unknown === null) return inviteStep(act, actor, scheme, answered, unread);
  if (data.step === 'who') {
    return addPeople(act, actor, scheme, answered, [{ kind: 'name', name: said.unknown }], { on: said.on });
  }
  const note = act.t.rich('invite-no-such-role', { typed: said.unknown });
  return otherwise(said.unknown) ?? inviteStep(act, actor, scheme, { ...data, step: 'roles' }, note);
}

/**
 * Whoever is asked for a role and types a command's plain word ("members") wants the command, not a role of that
 * name. Whom and which bots are asked for by name, so there any word may be one.
 */
function commandMeant(
  act: Act,
  { step }: InviteData,
  answer: Answer,
  unknown: string,
  registry: Registry,
): Plan | null {
  if (answer.kind !== 'message' || (step !== 'roles' && step !== 'preview')) return null;
  const [word = ''] = /^\s*[\p{L}_'’ʼ]+/u.exec(answer.text) ?? [];
  // "role emperor" is an answer: the word that was not understood is another one.
  const command = unknown.startsWith(word.trim()) ? registry.alias(word.trim(), act.t.language) : null;
  return command && runCommand(act, command, parseCommandLine(answer, word.length, countryOf(act)), registry);
}

/** The words that go along with the invitation, or a refusal of nothing. */
function noted(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  { text }: CommandLine,
): Plan {
  return inviteStep(act, actor, scheme, withTerms(data, { note: noteFrom(text) }));
}

/** An end, typed where it is asked for: `3d`, `for 2 weeks`, `2026-12-31`, `forever`. */
function ended(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  { text }: CommandLine,
): Plan {
  const end = endFrom(text.split(/\s+/u), act.now, act.t);
  if (end === null)
    return inviteStep(act, actor, scheme, data, act.t.rich('invite-no-such-end', { typed: text }));
  const until = end instanceof Date ? end.toISOString() : null;
  return inviteStep(act, actor, scheme, withTerms(data, { until }));
}

function withTerms(data: InviteData, terms: Partial<InviteData['terms']>): InviteData {
  return { ...data, terms: { ...data.terms, ...terms }, step: 'preview' };
}

const DAY_MS = 24 * 60 * 60_000;

/** Names of bots, typed where their choice is asked for: then what would be done is shown. */
function namedBots(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  { text }: CommandLine,
): Plan {
  const wish = { ids: [], text };
  const asked = askThings(actor, scheme, wish, act.now);
  if (asked === null) return inviteStep(act, actor, scheme, data);
  return asks({ kind: 'things.find', workspaceId: actor.workspace.id, asked, taken: null }, ({ things }) => {
    const named = thingsWished(wish, things, act.t).map(({ id, name }) => ({ id, name }));
    const others = data.things.filter(({ id }) => !named.some((one) => one.id === id));
    return previewStep(act, actor, scheme, { ...data, things: [...others, ...named] });
  });
}

function next(act: Act, actor: Actor, scheme: CompiledScheme, data: InviteData, key: string): Plan {
  return inviteStep(act, actor, scheme, data, act.t.rich(key, { by: act.pointsBy }));
}
