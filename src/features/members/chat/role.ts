import type { CompiledScheme } from '../../../access/compile.ts';
import { type Act, actorOf, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { changeRoles, livingRoles, previewRoles, type RoleAct, type RoleWish } from '../change-roles.ts';
import type { MemberPointer } from '../queries.ts';
import { buttonPointer, isLiving, linePointer, needing, withMember } from './members-find.ts';
import { roleDifference, rolesChanged, rolesNow } from './role-difference.ts';
import { parseRoleLine, type RoleLine } from './role-line.ts';
import { rolePicker } from './role-picker.ts';
import { packWish, unpackWish } from './role-wish.ts';
import { askWho, type GoOn } from './search-member.ts';

/** `/role @boris editor [for 3d]`: shows what would change, and asks for a yes. */
export const role: Command = {
  name: 'role',
  where: 'both',
  needs: 'member.assign',
  run: (act, line) => {
    const read = (scheme: CompiledScheme) => parseRoleLine(line, scheme, act.t, act.now);
    const pointed = ({ words }: RoleLine) => linePointer({ words, replyTo: line.replyTo });
    return assigning(
      act,
      (scheme) => pointed(read(scheme)),
      (actor, scheme) => {
        const said = read(scheme);
        if (said.unknown !== null) throw new Refusal('unknown_role', { values: { name: said.unknown } });
        const pointer = pointed(said);
        if (pointer) return choosing(act, actor, scheme, pointer, said.wish);
        return askWho(act, { purpose: 'role', wish: packWish(scheme, said.wish) });
      },
    );
  },
};

/** The wizard's answer to "whose role?". */
export const roleOfWhom: GoOn = (act, line, wish) =>
  assigning(
    act,
    () => linePointer(line),
    (actor, scheme) => {
      const pointer = linePointer(line);
      if (!pointer) throw new Refusal('nobody_found');
      return choosing(act, actor, scheme, pointer, unpackWish(scheme, wish).wish);
    },
  );

/** Opens the choice of roles, or shows the difference where roles came along. */
export const pickRoles: Action = {
  verb: 'mr',
  run: (act, [membershipId, packed]) =>
    assigning(
      act,
      () => buttonPointer(membershipId),
      (actor, scheme) =>
        choosing(act, actor, scheme, buttonPointer(membershipId), unpackWish(scheme, packed).wish),
    ),
};

/** A role switched on or off: the same choice with another tick. */
export const toggleRole: Action = {
  verb: 'mt',
  run: (act, [membershipId, packed]) =>
    onMember(act, membershipId, (about) => ({
      screen: rolePicker(act, about, unpackWish(about.scheme, packed).wish),
    })),
};

/** Save, or a single role chosen: the difference, before anything is done. */
export const showDifference: Action = {
  verb: 'ms',
  run: (act, [membershipId, packed]) =>
    onMember(act, membershipId, (about) => differing(act, about, unpackWish(about.scheme, packed).wish)),
};

/** The yes to a difference. Had something changed since it was shown, the new difference is shown instead. */
export const confirmRoles: Action = {
  verb: 'mc',
  run: (act, [membershipId, packed]) =>
    onMember(act, membershipId, (about) => {
      const { wish, version } = unpackWish(about.scheme, packed);
      if (version !== about.target.membership.version) return shownAgain(act, about, wish);
      const { change, changes, notices } = changeRoles(about, wish);
      return { changes, notices, screen: rolesChanged(act, about, change) };
    }),
};

function assigning(
  act: Act,
  pointer: (scheme: CompiledScheme) => MemberPointer | null,
  make: (actor: Actor, scheme: CompiledScheme) => Plan,
): Plan {
  return planning(() => {
    const actor = actorOf(act);
    const scheme = act.scheme(actor.workspace.scheme);
    return needing(
      act,
      actor,
      scheme,
      'member.assign',
      () => pointer(scheme),
      () => make(actor, scheme),
    );
  });
}

function choosing(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  pointer: MemberPointer,
  wish: RoleWish,
): Plan {
  const onward = { verb: 'mr', rest: [packWish(scheme, wish)] };
  return withMember(act, actor, scheme, pointer, onward, (about) => {
    if (!isLiving(about.target)) throw new Refusal('target_not_member');
    const outcome =
      wish.roles.length > 0
        ? differing(act, about, wish)
        : { screen: rolePicker(act, about, { roles: heldKeys(about), end: wish.end }) };
    return { ...outcome, wizard: null };
  });
}

function onMember(act: Act, membershipId: string | undefined, decide: (about: RoleAct) => Outcome): Plan {
  return assigning(
    act,
    () => buttonPointer(membershipId),
    (actor, scheme) =>
      withMember(act, actor, scheme, buttonPointer(membershipId), { verb: 'mr', rest: [] }, (about) => {
        if (!isLiving(about.target)) throw new Refusal('target_not_member');
        return decide(about);
      }),
  );
}

function heldKeys({ scheme, target, now }: RoleAct): string[] {
  return livingRoles(scheme, target.membership.roles, now).map(({ role }) => role);
}

function differing(act: Act, about: RoleAct, wish: RoleWish): Outcome {
  return { screen: roleDifference(act, about, wish, previewRoles(about, wish)) };
}

/** Pressed twice, or after somebody else's change: what is true now. */
function shownAgain(act: Act, about: RoleAct, wish: RoleWish): Outcome {
  try {
    const toast = { text: act.t.text('refusal-changed-meanwhile'), alert: true };
    return { ...differing(act, about, wish), toast };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'nothing_changed') throw error;
    return { screen: rolesNow(act, about) };
  }
}
