import type { CompiledScheme } from '../../access/compile.ts';
import { type InviteRow, prospect } from '../../workspace/invitations/invite.ts';
import type { Actor } from '../../workspace/state.ts';
import { addresseeOf, type Who } from '../../workspace/who.ts';
import type { Act, Outcome, Plan } from '../act.ts';
import { resolving } from '../commands/invite-create.ts';
import { offerableRoles } from '../commands/invite-roles.ts';
import type { RichText } from '../reply.ts';
import { rowText } from '../screens/invite-result.ts';
import { inviteScreen } from '../screens/invite-wizard.ts';
import { type InviteData, storedInvite } from './invite-data.ts';

/** Asks what is still missing, or shows what would be done. Throws `Refusal` where nothing may be offered. */
export function inviteStep(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  note: RichText = [],
): Outcome {
  const assignable = offerableRoles(actor, scheme, act.now);
  const lawful = data.roles.filter((role) => assignable.includes(role));
  const answered = act.update.event.kind !== 'press' && data.asked;
  const next: InviteData = {
    ...data,
    asked: answered ? false : data.asked,
    roles: lawful,
    step: stepOf({ ...data, roles: lawful }),
  };
  const screen = inviteScreen(act, actor, scheme, next, assignable, note);
  return { screen: answered ? { ...screen, closeAsk: true } : screen, wizard: storedInvite(next) };
}

/** Takes people in, whoever can be invited, and says of the others why not. */
export function addPeople(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  who: readonly Who[],
  note: RichText = [],
): Plan {
  const everybody = distinct(act, [...data.who, ...who]);
  return resolving(act, actor, scheme, everybody, data.roles, ({ resolved }) => {
    const refused: InviteRow[] = [];
    const welcome = resolved.flatMap((one) => {
      const outlook = prospect(actor, scheme, one);
      if (outlook.kind === 'open') return [one.who];
      refused.push(outlook);
      return [];
    });
    const notes = [...(note.length === 0 ? [] : [note]), ...refused.map((row) => rowText(act, actor, row))];
    const said = notes.flatMap((text, place) => (place === 0 ? text : ['\n', ...text]));
    if (welcome.length === 0) return inviteStep(act, actor, scheme, { ...data, who: [] }, said);
    const step = data.roles.length > 0 ? 'preview' : 'roles';
    return inviteStep(act, actor, scheme, { ...data, step, who: welcome, link: null }, said);
  });
}

/** A step cannot come before the answers it stands on. */
function stepOf({ step, who, link, roles }: InviteData): InviteData['step'] {
  if (who.length === 0 && !link) return 'who';
  return step === 'preview' && roles.length === 0 ? 'roles' : step;
}

function distinct(act: Act, who: readonly Who[]): Who[] {
  const byName = new Map(who.map((one) => [addresseeOf(act.update.messenger, one, null), one]));
  return [...byName.values()];
}
