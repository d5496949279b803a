import type { CompiledScheme } from '../../../access/compile.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Answer, WizardKind } from '../../../chat/command.ts';
import { type CommandLine, countryOf, parseCommandLine } from '../../../chat/command-line.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { peopleShown } from '../../../chat/parts/people-shown.ts';
import { rolesInMask } from '../../../chat/parts/role-mask.ts';
import { asks, decided, type Plan, planning } from '../../../chat/plan.ts';
import type { Actor } from '../../../domain/state.ts';
import { endFrom } from '../../members/chat/role-end.ts';
import { enforceInviting } from '../invite.ts';
import { noteFrom } from '../terms.ts';
import type * as actions from './actions.ts';
import { createInvitations, createLink } from './invite-create.ts';
import {
  INVITE_WIZARD,
  type InviteData,
  inviteDataAt,
  inviteDataOf,
  newInviteData,
  storedInvite,
  termsOf,
} from './invite-data.ts';
import { notRead, parseInviteLine } from './invite-line.ts';
import { askResources, resourcesWished } from './invite-resources.ts';
import { noSuchRole, offerableRoles } from './invite-roles.ts';
import { addPeople, afterRoles, inviteStep, previewStep } from './invite-step.ts';
import { pickScreen } from './invite-wizard-screen.ts';

/** Takes people and roles in any order, however they are shown or typed. */
export const inviteWizard: WizardKind = {
  name: INVITE_WIZARD,
  reads(ctx, stored, { words: [first] }) {
    if (inviteDataOf(stored).step === 'note') return 'text';
    // "link" and "role …" are commands elsewhere.
    const own = ['words-link', 'words-invite-joining'].some(
      (key) => first?.kind === 'text' && ctx.t.words(key).has(first.text),
    );
    return own ? 'own' : 'names';
  },
  answer: (ctx, stored, answer, line) =>
    planning(() => {
      const actor = actorOf(ctx);
      const scheme = ctx.scheme(actor.workspace.scheme);
      const data = inviteDataOf(stored);
      const shown = peopleShown(answer, line);
      if (shown === 'hidden') return next(ctx, actor, scheme, data, 'invite-hidden');
      if (shown.length > 0) return addPeople(ctx, actor, scheme, data, shown);
      if (data.step === 'resources') return namedBots(ctx, actor, scheme, data, line);
      if (data.step === 'note') return noted(ctx, actor, scheme, data, line);
      if (data.step === 'until') return ended(ctx, actor, scheme, data, line);
      return typed(ctx, actor, scheme, data, line, (unknown) => commandMeant(ctx, data, answer, unknown));
    }),
};

/** Buttons of the wizard. Each carries the wizard's stamp first. */
export const inviteWizardHandlers = {
  pickPeople: button((ctx, _actor, _scheme, data) =>
    decided(() => ({
      screen: pickScreen(ctx.t),
      fresh: true,
      wizard: storedInvite({ ...data, asked: true }),
    })),
  ),

  inviteByLink: button((ctx, actor, scheme, data) => {
    const step = data.roles.length > 0 ? afterRoles(scheme, data) : 'roles';
    return inviteStep(ctx, actor, scheme, { ...data, who: [], link: { uses: 1 }, step });
  }),

  /** Starts the wizard at a link with these roles. The preview comes before the link is made. */
  makeLink: (ctx, { roles: mask }) =>
    planning(() => {
      const actor = actorOf(ctx);
      const scheme = ctx.scheme(actor.workspace.scheme);
      const data = { ...newInviteData(ctx), link: { uses: 1 }, roles: [...rolesInMask(scheme, mask)] };
      return inviteStep(ctx, actor, scheme, { ...data, step: afterRoles(scheme, data) });
    }),

  chooseInviteRole: button((ctx, actor, scheme, data, { role }) =>
    inviteStep(ctx, actor, scheme, choose(actor, scheme, ctx, data, role)),
  ),

  saveInviteRoles: button((ctx, actor, scheme, data) => {
    const step = afterRoles(scheme, data);
    if (step === 'preview')
      enforceInviting(actor, scheme, { roles: data.roles, resources: [] }, new Map(), ctx.now);
    return inviteStep(ctx, actor, scheme, { ...data, step });
  }),

  toggleInviteResource: button((ctx, actor, scheme, data, { resource: id }) => {
    const chosen = data.resources.some((resource) => resource.id === id);
    const resources = chosen
      ? data.resources.filter((resource) => resource.id !== id)
      : [...data.resources, { id, name: '' }];
    return inviteStep(ctx, actor, scheme, { ...data, step: 'resources', resources });
  }),

  turnInviteResources: button((ctx, actor, scheme, data, { after }) =>
    inviteStep(ctx, actor, scheme, { ...data, step: 'resources', after }),
  ),

  previewInvite: button((ctx, actor, scheme, data) =>
    inviteStep(ctx, actor, scheme, { ...data, step: 'preview' }),
  ),

  changeInvite: button((ctx, actor, scheme, data, { what }) =>
    inviteStep(
      ctx,
      actor,
      scheme,
      what === 'roles'
        ? { ...data, step: 'roles', resources: [], after: null }
        : what === 'until' || what === 'note'
          ? { ...data, step: what }
          : { ...data, step: 'who', who: [], link: null },
    ),
  ),

  endInviteAccess: button((ctx, actor, scheme, data, { days }) => {
    const until = days === null ? null : new Date(ctx.now.getTime() + days * DAY_MS);
    return inviteStep(ctx, actor, scheme, withTerms(data, { until: until?.toISOString() ?? null }));
  }),

  dropInviteNote: button((ctx, actor, scheme, data) =>
    inviteStep(ctx, actor, scheme, withTerms(data, { note: null })),
  ),

  sendInvite: button((ctx, actor, scheme, data) => {
    const wish = { ids: data.resources.map(({ id }) => id), text: null };
    return data.link
      ? createLink(ctx, actor, scheme, data.roles, data.link.uses, wish, termsOf(data))
      : createInvitations(ctx, actor, scheme, data.who, data.roles, wish, termsOf(data));
  }),
} satisfies Partial<Handlers<typeof actions>>;

function button<A extends { readonly stamp: string }>(
  plan: (ctx: Context, actor: Actor, scheme: CompiledScheme, data: InviteData, args: A) => Plan,
): (ctx: Context, args: A) => Plan {
  return (ctx, args) =>
    planning(() => {
      const actor = actorOf(ctx);
      return plan(ctx, actor, ctx.scheme(actor.workspace.scheme), inviteDataAt(ctx, args.stamp), args);
    });
}

function choose(
  actor: Actor,
  scheme: CompiledScheme,
  ctx: Context,
  data: InviteData,
  role: string,
): InviteData {
  if (scheme.declaration.rolesPerMember === 'one') {
    const chosen = { ...data, roles: [role] };
    return { ...chosen, step: afterRoles(scheme, chosen) };
  }
  const held = data.roles.includes(role);
  const roles = offerableRoles(actor, scheme, ctx.now).filter((key) =>
    key === role ? !held : data.roles.includes(key),
  );
  return { ...data, roles, step: 'roles' };
}

/** Typed words: people, role titles, `link`; anything else at the first question is a name to look for. */
function typed(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  line: CommandLine,
  otherwise: (unknown: string) => Plan | null,
): Plan {
  const said = parseInviteLine(line, scheme, ctx.t, ctx.now);
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
    return inviteStep(ctx, actor, scheme, {
      ...answered,
      who: [],
      link: said.link,
      step: roles.length > 0 ? answered.step : 'roles',
    });
  }
  const unread = notRead(ctx.t, said);
  if (said.who.length > 0)
    return addPeople(ctx, actor, scheme, answered, said.who, { on: said.on, note: unread });
  if (said.unknown === null) return inviteStep(ctx, actor, scheme, answered, unread);
  if (data.step === 'who') {
    return addPeople(ctx, actor, scheme, answered, [{ kind: 'name', name: said.unknown }], { on: said.on });
  }
  const note = noSuchRole(ctx, scheme, said.unknown);
  return otherwise(said.unknown) ?? inviteStep(ctx, actor, scheme, { ...data, step: 'roles' }, note);
}

/**
 * A person who is asked for a role and types a command's plain word ("members") wants the command, not a role of that
 * name. Who and which bots are asked for by name, so there any word may be one.
 */
function commandMeant(ctx: Context, { step }: InviteData, answer: Answer, unknown: string): Plan | null {
  if (answer.kind !== 'message' || (step !== 'roles' && step !== 'preview')) return null;
  const [word = ''] = /^\s*[\p{L}_'’ʼ]+/u.exec(answer.text) ?? [];
  // "role emperor" is an answer: the word that was not understood is another one.
  const command = unknown.startsWith(word.trim()) ? ctx.commands.alias(word.trim(), ctx.t.language) : null;
  return command && ctx.commands.run(ctx, command, parseCommandLine(answer, word.length, countryOf(ctx)));
}

/** The words that go along with the invitation, or a refusal of nothing. */
function noted(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  { text }: CommandLine,
): Plan {
  return inviteStep(ctx, actor, scheme, withTerms(data, { note: noteFrom(text) }));
}

/** An end, typed where it is asked for: `3d`, `for 2 weeks`, `2026-12-31`, `forever`. */
function ended(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  { text }: CommandLine,
): Plan {
  const end = endFrom(text.split(/\s+/u), ctx.now, ctx.t);
  if (end === null)
    return inviteStep(ctx, actor, scheme, data, ctx.t.rich('invite-no-such-end', { typed: text }));
  const until = end instanceof Date ? end.toISOString() : null;
  return inviteStep(ctx, actor, scheme, withTerms(data, { until }));
}

function withTerms(data: InviteData, terms: Partial<InviteData['terms']>): InviteData {
  return { ...data, terms: { ...data.terms, ...terms }, step: 'preview' };
}

const DAY_MS = 24 * 60 * 60_000;

/** Names of bots, typed where their choice is asked for: then what would be done is shown. */
function namedBots(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  { text }: CommandLine,
): Plan {
  const wish = { ids: [], text };
  const asked = askResources(actor, scheme, wish, ctx.now);
  if (asked === null) return inviteStep(ctx, actor, scheme, data);
  return asks(
    { kind: 'resources.find', workspaceId: actor.workspace.id, asked, taken: null },
    ({ resources }) => {
      const named = resourcesWished(wish, resources, ctx.t).map(({ id, name }) => ({ id, name }));
      const others = data.resources.filter(({ id }) => !named.some((one) => one.id === id));
      return previewStep(ctx, actor, scheme, { ...data, resources: [...others, ...named] });
    },
  );
}

function next(ctx: Context, actor: Actor, scheme: CompiledScheme, data: InviteData, key: string): Plan {
  return inviteStep(ctx, actor, scheme, data, ctx.t.rich(key, { by: ctx.pointsBy }));
}
