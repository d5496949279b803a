import type { CompiledScheme } from '../../../access/compile.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { changeRoles, livingRoles, previewRoles, type RoleAct, type RoleWish } from '../change-roles.ts';
import type { MemberPointer } from '../queries.ts';
import type * as actions from './actions.ts';
import { pickRoles } from './actions.ts';
import { memberButton, type Onward } from './member-choice.ts';
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
  run: (ctx, line) => {
    const read = (scheme: CompiledScheme) => parseRoleLine(line, scheme, ctx.t, ctx.now);
    const pointed = ({ words }: RoleLine) => linePointer({ words, replyTo: line.replyTo });
    return assigning(
      ctx,
      (scheme) => pointed(read(scheme)),
      (actor, scheme) => {
        const said = read(scheme);
        if (said.unknown !== null) throw new Refusal('unknown_role', { values: { name: said.unknown } });
        const pointer = pointed(said);
        if (pointer) return choosing(ctx, actor, scheme, pointer, said.wish);
        return askWho(ctx, { purpose: 'role', wish: packWish(scheme, said.wish) });
      },
    );
  },
};

/** The wizard's answer to "whose role?". */
export const roleOfWhom: GoOn = (ctx, line, wish) =>
  assigning(
    ctx,
    () => linePointer(line),
    (actor, scheme) => {
      const pointer = linePointer(line);
      if (!pointer) throw new Refusal('nobody_found');
      return choosing(ctx, actor, scheme, pointer, unpackWish(scheme, wish).wish);
    },
  );

/** Changing a member's roles, by buttons. */
export const roleHandlers = {
  /** Opens the choice of roles, or shows the difference where roles came along. */
  pickRoles: (ctx, { member: membershipId, wish: packed }) =>
    assigning(
      ctx,
      () => buttonPointer(membershipId),
      (actor, scheme) =>
        choosing(ctx, actor, scheme, buttonPointer(membershipId), unpackWish(scheme, packed).wish),
    ),
  /** A role switched on or off: the same choice with another tick. */
  toggleRole: (ctx, { member: membershipId, wish: packed }) =>
    onMember(ctx, membershipId, (about) => ({
      screen: rolePicker(ctx, about, unpackWish(about.scheme, packed).wish),
    })),
  /** Save, or a single role chosen: the difference, before anything is done. */
  showRoleDifference: (ctx, { member: membershipId, wish: packed }) =>
    onMember(ctx, membershipId, (about) => differing(ctx, about, unpackWish(about.scheme, packed).wish)),
  /** The yes to a difference. Had something changed since it was shown, the new difference is shown instead. */
  confirmRoles: (ctx, { member: membershipId, wish: packed }) =>
    onMember(ctx, membershipId, (about) => {
      const { wish, version } = unpackWish(about.scheme, packed);
      if (version !== about.target.membership.version) return shownAgain(ctx, about, wish);
      const { change, changes, notices } = changeRoles(about, wish);
      return { changes, notices, screen: rolesChanged(ctx, about, change) };
    }),
} satisfies Partial<Handlers<typeof actions>>;

function assigning(
  ctx: Context,
  pointer: (scheme: CompiledScheme) => MemberPointer | null,
  make: (actor: Actor, scheme: CompiledScheme) => Plan,
): Plan {
  return planning(() => {
    const actor = actorOf(ctx);
    const scheme = ctx.scheme(actor.workspace.scheme);
    return needing(
      ctx,
      actor,
      scheme,
      'member.assign',
      () => pointer(scheme),
      () => make(actor, scheme),
    );
  });
}

function choosing(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  pointer: MemberPointer,
  wish: RoleWish,
): Plan {
  const onward: Onward = (who, member) =>
    memberButton(ctx, who, pickRoles, { member, wish: packWish(scheme, wish) });
  return withMember(ctx, actor, scheme, pointer, onward, (about) => {
    if (!isLiving(about.target)) throw new Refusal('target_not_member');
    const outcome =
      wish.roles.length > 0
        ? differing(ctx, about, wish)
        : { screen: rolePicker(ctx, about, { roles: heldKeys(about), end: wish.end }) };
    return { ...outcome, wizard: null };
  });
}

function onMember(ctx: Context, membershipId: string, decide: (about: RoleAct) => Outcome): Plan {
  return assigning(
    ctx,
    () => buttonPointer(membershipId),
    (actor, scheme) =>
      withMember(
        ctx,
        actor,
        scheme,
        buttonPointer(membershipId),
        (who, member) => memberButton(ctx, who, pickRoles, { member }),
        (about) => {
          if (!isLiving(about.target)) throw new Refusal('target_not_member');
          return decide(about);
        },
      ),
  );
}

function heldKeys({ scheme, target, now }: RoleAct): string[] {
  return livingRoles(scheme, target.membership.roles, now).map(({ role }) => role);
}

function differing(ctx: Context, about: RoleAct, wish: RoleWish): Outcome {
  return { screen: roleDifference(ctx, about, wish, previewRoles(about, wish)) };
}

/** Pressed twice, or after another person's change: what is true now. */
function shownAgain(ctx: Context, about: RoleAct, wish: RoleWish): Outcome {
  try {
    const toast = { text: ctx.t.text('refusal-changed-meanwhile'), alert: true };
    return { ...differing(ctx, about, wish), toast };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'nothing_changed') throw error;
    return { screen: rolesNow(ctx, about) };
  }
}
