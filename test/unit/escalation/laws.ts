import { type Target, workspaceWide } from '../../../src/access/subject.ts';
import type { Change } from '../../../src/domain/changes.ts';
import { targetOf } from '../../../src/domain/resource.ts';
import { naivelyAllowed } from '../access/naive.ts';
import type { Act } from './acts.ts';
import {
  atomsHeldAsleep,
  atomsOf,
  atomsToGive,
  covers,
  heads,
  standsAbove,
  whenAndWhere,
} from './reading.ts';
import { livingMembers, resourceIn, subjectIn, type World } from './world.ts';

/** Somebody did something, and it was not refused. */
export interface Step {
  readonly before: World;
  readonly act: Act;
  readonly changes: readonly Change[];
  readonly after: World;
}

/** Whose word an act stands on: of an offer, whoever made it. */
function vouching({ before, act, changes }: Step): string {
  for (const change of changes) {
    if (change.kind === 'invitation.accepted')
      return before.invitations.get(change.invitationId)?.inviterId ?? '';
    if (change.kind === 'transfer.accepted') return change.from.personId;
    if (change.kind === 'membership.recovered')
      return before.recoveries.get(change.recoveryId)?.issuedById ?? '';
  }
  return act.by;
}

/** What somebody can do after the step, could not before, and nobody was allowed to give them. Empty in a sound world. */
export function unexplained(step: Step): readonly string[] {
  const { before, after, act } = step;
  return [...after.members.keys()].flatMap((personId) => {
    if (isUntouched(step, personId)) return [];
    const had = atomsOf(before, personId);
    const gained = [...atomsOf(after, personId)].filter((atom) => !covers(had, atom));
    if (gained.length === 0) return [];
    const isLawful = lawfulFor(step, personId);
    return gained
      .filter((atom) => !isLawful(atom))
      .map((atom) => `${personId}: ${atom}, by ${act.kind} of ${act.by}`);
  });
}

function isUntouched({ before, after }: Step, personId: string): boolean {
  return (
    before.members.get(personId) === after.members.get(personId) &&
    before.scheme === after.scheme &&
    before.bots === after.bots
  );
}

/** Whether a right that somebody gained may have been given to them so. */
function lawfulFor(step: Step, personId: string): (atom: string) => boolean {
  const { before, act, changes } = step;
  const giver = vouching(step);
  const theirs = atomsToGive(before, giver);
  const mayGive = (atom: string): boolean => {
    const { at, moment } = whenAndWhere(before, atom);
    return covers(theirs, atom) || heads(before, giver, at, moment);
  };
  const had = (people: readonly string[]) => {
    const sets = people.map((one) => atomsOf(before, one));
    return (atom: string) => sets.some((set) => covers(set, atom));
  };
  const [change] = changes.filter(({ kind }) =>
    ['persons.merged', 'membership.recovered', 'transfer.accepted'].includes(kind),
  );
  if (change?.kind === 'persons.merged') return had([change.keep.personId, change.gone.personId]);
  if (change?.kind === 'membership.recovered')
    return personId === change.to.personId ? had([change.fromId]) : () => false;
  if (change?.kind === 'transfer.accepted') return (atom) => personId === change.to.personId && mayGive(atom);
  const asleep = atomsHeldAsleep(before, personId);
  return (atom) =>
    (personId !== giver || heads(before, giver, workspaceWide, before.now)) &&
    (mayGive(atom) || (act.kind !== 'edit' && covers(asleep, atom)));
}

/** Rights that the change takes by the tables, and where; none for what anybody may do for themselves. */
function rightsFor(change: Change, world: World): readonly (readonly [string, Target])[] {
  const named = (right: string) => [[right, workspaceWide]] as const;
  const on = (right: string, id: string) => [[right, targetOf(resourceIn(world, id))] as const];
  switch (change.kind) {
    case 'membership.roles':
      return named('member.assign');
    case 'grants.changed':
      return [...change.add, ...change.remove].flatMap(({ place }) => on('member.assign', place.id));
    case 'membership.ended':
      return change.state === 'removed' ? named('member.remove') : [];
    case 'invitation.created':
    case 'membership.added': {
      const places =
        change.kind === 'membership.added'
          ? (change.grants ?? []).map(({ place }) => place)
          : (change.resources ?? []);
      return places.length === 0
        ? named('invitation.create')
        : places.flatMap(({ id }) => on('invitation.create', id));
    }
    case 'invitation.resent':
    case 'invitation.roles': {
      const resources = world.invitations.get(change.invitationId)?.resources ?? [];
      return resources.length === 0
        ? named('invitation.create')
        : resources.flatMap(({ id }) => on('invitation.create', id));
    }
    case 'invitation.revoked':
      return named('invitation.revoke');
    case 'scheme.changed':
      return named('role.define');
    case 'transfer.offered':
    case 'transfer.accepted':
      return named('owner.transfer');
    case 'recovery.issued':
    case 'membership.recovered':
      return named('member.update');
    case 'bot.moved':
      return [
        ...on('bot.update', change.id),
        ...[change.from, change.to].flatMap((project) =>
          project === null ? named('project.update') : on('project.update', project.id),
        ),
      ];
    case 'approval.approved':
      return on('bot.approve', world.approvals.get(change.approvalId)?.botId ?? '');
    case 'key.created':
      return named('api_key.create');
    case 'columns.masked':
      return named('database.mask');
    case 'workspace.renamed':
      return named('workspace.rename');
    default:
      return [];
  }
}

/** Rights that the step took and whoever stands behind it did not have. */
export function usurped(step: Step): readonly string[] {
  const { before, changes, act } = step;
  const by = subjectIn(before, vouching(step));
  const { declaration } = before.scheme;
  const lacks = (right: string, at: Target): boolean =>
    !naivelyAllowed(declaration, by, right, at, before.now);
  const taken = changes.flatMap((change) => rightsFor(change, before));
  const published = changes.find(({ kind }) => kind === 'bot.published');
  const isPublishedAlone = published?.kind === 'bot.published' && act.kind === 'publish';
  const alone = isPublishedAlone
    ? [['bot.publish', targetOf(resourceIn(before, published.botId))] as const]
    : [];
  return [...taken, ...alone]
    .filter(([right, at]) => lacks(right, at))
    .map(([right]) => `${by.personId} lacks ${right}`);
}

/** Whether an act on somebody was one on oneself, or on somebody out of reach. */
export function outOfReach(step: Step): readonly string[] {
  const { before, changes } = step;
  const { edits, removes = edits } = before.scheme.declaration;
  const by = vouching(step);
  return changes.flatMap((change) => {
    const whom = change.kind === 'membership.ended' ? removes : edits;
    const isOnSomebody =
      change.kind === 'membership.roles' ||
      change.kind === 'grants.changed' ||
      change.kind === 'recovery.issued' ||
      (change.kind === 'membership.ended' && change.state === 'removed');
    if (!isOnSomebody) return [];
    const places =
      change.kind === 'grants.changed'
        ? [...change.add, ...change.remove].map(({ place }) => targetOf(resourceIn(before, place.id)))
        : [workspaceWide];
    const isFair =
      change.personId !== by && places.every((at) => standsAbove(before, by, change.personId, at, whom));
    return isFair ? [] : [`${by} acts on ${change.personId}`];
  });
}

/** What is wrong with who holds what: owner, last administrator, one role each, numbers of holders. */
export function faultsOf(world: World): readonly string[] {
  const { keystone, rolesPerMember, roles } = world.scheme.declaration;
  const members = livingMembers(world);
  const holding = members.filter((one) => one.roles.some(({ role }) => role === keystone.role));
  const forGood = holding.filter(
    (one) =>
      one.state === 'active' && one.roles.some(({ role, until }) => role === keystone.role && until === null),
  );
  const limit = (key: string): number =>
    roles.find((role) => role.key === key)?.maxHolders ?? Number.POSITIVE_INFINITY;
  const held = members.flatMap((one) => [
    ...new Set(
      [...one.roles, ...one.grants]
        .filter(({ until }) => until === null || until > world.now)
        .map(({ role }) => role),
    ),
  ]);
  return [
    ...(forGood.length === 0 ? ['nobody heads the workspace'] : []),
    ...(keystone.holders === 'exactly_one' && holding.length > 1 ? ['two owners'] : []),
    ...members
      .filter((one) => rolesPerMember === 'one' && one.roles.length > 1)
      .map((one) => `${one.personId} has two roles`),
    ...held
      .filter((key) => held.filter((one) => one === key).length > limit(key))
      .map((key) => `too many hold ${key}`),
    ...held.filter((key) => !roles.some((role) => role.key === key)).map((key) => `there is no role ${key}`),
  ];
}
