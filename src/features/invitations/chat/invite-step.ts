import type { CompiledScheme } from '../../../access/compile.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan } from '../../../chat/plan.ts';
import type { RichText } from '../../../chat/reply.ts';
import type { Resource } from '../../../domain/resource.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { addresseeOf, type Who } from '../../../domain/who.ts';
import { visibilityOf } from '../../resources/visibility.ts';
import { type InviteRow, prospect } from '../invite.ts';
import { invitedNow, resolving } from './invite-create.ts';
import { type InviteData, storedInvite, termsOf } from './invite-data.ts';
import { type ResourceWish, resourcesFor, resourcesWished } from './invite-resources.ts';
import type { OfferedBots } from './invite-resources-screen.ts';
import { rowText } from './invite-result.ts';
import { offerableRoles } from './invite-roles.ts';
import { inviteScreen } from './invite-wizard-screen.ts';

/** Bots on one page of the choice. */
const BOTS_PAGE = 10;
const NO_BOTS: OfferedBots = { bots: [], hasPrevious: false, hasNext: false };

/** Asks what is still missing, or shows what would be done; reads the bots to choose from where it asks for them. */
export function inviteStep(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  note: RichText = [],
): Plan {
  if (stepOf(scheme, data) !== 'resources')
    return decided(() => stepScreen(ctx, actor, scheme, data, NO_BOTS, note));
  return asks(
    {
      kind: 'resources.page',
      workspaceId: actor.workspace.id,
      of: 'bot',
      within: null,
      visibility: visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now),
      after: data.after,
    },
    ({ resources: bots, hasPrevious, hasNext }) =>
      stepScreen(ctx, actor, scheme, withNames(data, bots), { bots, hasPrevious, hasNext }, note),
  );
}

/** What would be done, once everything is answered. Throws `Refusal` where nothing may be offered. */
export function previewStep(ctx: Context, actor: Actor, scheme: CompiledScheme, data: InviteData): Outcome {
  return stepScreen(ctx, actor, scheme, { ...data, step: 'preview' }, NO_BOTS, []);
}

/** The wizard's present step as a screen. Throws `Refusal` where nothing may be offered. */
function stepScreen(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  offered: OfferedBots,
  note: RichText,
): Outcome {
  const assignable = offerableRoles(actor, scheme, ctx.now);
  const lawful = data.roles.filter((role) => assignable.includes(role));
  const answered = ctx.update.event.kind !== 'press' && data.asked;
  const next: InviteData = {
    ...data,
    asked: answered ? false : data.asked,
    roles: lawful,
    resources: resourcesFor(scheme, lawful) === 'none' ? [] : data.resources,
    step: withoutEmptyChoice(stepOf(scheme, { ...data, roles: lawful }), scheme, lawful, offered),
  };
  const screen = inviteScreen(ctx, actor, scheme, next, assignable, offered, note);
  return { screen: answered ? { ...screen, closeAsk: true } : screen, wizard: storedInvite(next) };
}

/** What came along with people in one line. */
interface SaidAlong {
  readonly note?: RichText;
  /** Names of bots. */
  readonly on?: string | null;
  /** Nothing is missing, unless there are bots to choose from. */
  readonly complete?: boolean;
}

/** Takes people in, those who can be invited, and says of the others why not. */
export function addPeople(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  who: readonly Who[],
  { note = [], on = null, complete = false }: SaidAlong = {},
): Plan {
  const everybody = distinct(ctx, [...data.who, ...who]);
  // An empty text is part of every name: the first bots to choose from.
  const asksBots = on === null && data.resources.length === 0 && resourcesFor(scheme, data.roles) !== 'none';
  const wish: ResourceWish = { ids: [], text: asksBots ? '' : on };
  return resolving(ctx, actor, scheme, everybody, data.roles, wish, (found) => {
    const { resolved, resources } = found;
    const bots = asksBots ? resources.filter(({ kind }) => kind === 'bot') : [];
    const isOpen = resolved.some((one) => prospect(actor, scheme, one).kind === 'open');
    if (complete && (bots.length === 0 || !isOpen)) {
      const offering = { roles: data.roles, resources: [], ...termsOf(data) };
      return invitedNow(ctx, actor, scheme, offering, found);
    }
    const refused: InviteRow[] = [];
    const welcome = resolved.flatMap((one) => {
      const outlook = prospect(actor, scheme, one);
      if (outlook.kind === 'open') return [one.who];
      refused.push(outlook);
      return [];
    });
    const notes = [...(note.length === 0 ? [] : [note]), ...refused.map((row) => rowText(ctx, actor, row))];
    const said = notes.flatMap((text, place) => (place === 0 ? text : ['\n', ...text]));
    const chosen = on === null ? data.resources : resourcesWished(wish, resources, ctx.t);
    const offered = { bots: bots.slice(0, BOTS_PAGE), hasPrevious: false, hasNext: bots.length > BOTS_PAGE };
    const after: InviteData = {
      ...data,
      resources: chosen.map(({ id, name }) => ({ id, name })),
      after: null,
    };
    if (welcome.length === 0) return stepScreen(ctx, actor, scheme, { ...after, who: [] }, offered, said);
    // Beside a word that is no role, the roles that were understood are not all that was meant.
    const step = data.roles.length > 0 && note.length === 0 ? afterRoles(scheme, after) : 'roles';
    return stepScreen(ctx, actor, scheme, { ...after, step, who: welcome, link: null }, offered, said);
  });
}

/** Where the wizard goes once the roles are chosen: bots are asked for where the roles are held on them. */
export function afterRoles(scheme: CompiledScheme, { roles, resources }: InviteData): InviteData['step'] {
  return resources.length === 0 && resourcesFor(scheme, roles) !== 'none' ? 'resources' : 'preview';
}

/** A step cannot come before the answers it stands on. */
function stepOf(
  scheme: CompiledScheme,
  { step, who, link, roles, resources }: InviteData,
): InviteData['step'] {
  if (who.length === 0 && !link) return 'who';
  if (step !== 'who' && step !== 'roles' && roles.length === 0) return 'roles';
  if (step === 'resources' && resourcesFor(scheme, roles) === 'none') return 'preview';
  return step === 'preview' && resources.length === 0 && resourcesFor(scheme, roles) === 'must'
    ? 'resources'
    : step;
}

/** Where bots may be named but there is none, there is nothing to ask. */
function withoutEmptyChoice(
  step: InviteData['step'],
  scheme: CompiledScheme,
  roles: readonly string[],
  { bots, hasPrevious }: OfferedBots,
): InviteData['step'] {
  const none = bots.length === 0 && !hasPrevious;
  return step === 'resources' && none && resourcesFor(scheme, roles) === 'may' ? 'preview' : step;
}

/** Bots chosen by a button are known by id only until the page with their names is there. */
function withNames(data: InviteData, bots: readonly Resource[]): InviteData {
  const names = new Map(bots.map(({ id, name }) => [id, name]));
  const resources = data.resources.flatMap(({ id, name }) => {
    const known = name === '' ? names.get(id) : name;
    return known === undefined ? [] : [{ id, name: known }];
  });
  return { ...data, resources };
}

function distinct(ctx: Context, who: readonly Who[]): Who[] {
  const byName = new Map(who.map((one) => [addresseeOf(ctx.update.messenger, one, null), one]));
  return [...byName.values()];
}
