import type { MembershipState } from '../../../src/domain/state.ts';
import type { IdentityChange } from '../../../src/features/accounts/changes.ts';
import { hold, withGrants, withoutRoles } from './rows.ts';
import type { World } from './world.ts';

/** Two people become one: what names the second names the first. */
export function writeMerge(world: World, change: Extract<IdentityChange, { kind: 'persons.merged' }>): World {
  const keep = change.keep.personId;
  const gone = change.gone.personId;
  const isOne = (personId: string): boolean => personId === keep || personId === gone;
  const rows = [...world.members.values()];
  const kept = change.kept.flatMap(({ membershipId, version, state }): MembershipState[] => {
    const row = rows.find(({ id }) => id === membershipId);
    hold(row !== undefined && row.version === version, 'the membership is as it was');
    const given = change.rolesGiven.filter((one) => one.membershipId === membershipId);
    const taken = change.rolesTaken.filter((one) => one.membershipId === membershipId);
    const grants = row.grants.filter(
      ({ role, resource }) =>
        !change.grantsTaken.some(
          (one) => one.membershipId === membershipId && one.role === role && one.place.id === resource.id,
        ),
    );
    return [
      {
        ...row,
        personId: keep,
        version: version + 1,
        state: state as MembershipState['state'],
        roles: [
          ...withoutRoles(
            row.roles,
            [...taken, ...given].map(({ role }) => role),
          ),
          ...given.map(({ role, until }) => ({ role, until })),
        ],
        grants: withGrants(
          grants,
          change.grantsGiven.filter((one) => one.membershipId === membershipId),
        ),
      },
    ];
  });
  const stays = rows.filter(
    ({ id }) => ![...change.kept, ...change.dropped].some(({ membershipId }) => membershipId === id),
  );
  const become = (personId: string): string => (personId === gone ? keep : personId);
  return {
    ...world,
    members: new Map([...stays, ...kept].map((row) => [row.personId, row])),
    invitations: new Map(
      [...world.invitations].map(([id, row]) => [
        id,
        {
          ...row,
          inviterId: become(row.inviterId),
          addressee: row.addressee === `person:${gone}` ? `person:${keep}` : row.addressee,
          state: row.state === 'pending' && change.closedInvitations.includes(id) ? 'revoked' : row.state,
        },
      ]),
    ),
    transfers: new Map(
      [...world.transfers]
        .filter(([, { fromId, toId }]) => !(isOne(fromId) && isOne(toId)))
        .map(([id, row]) => [id, { ...row, fromId: become(row.fromId), toId: become(row.toId) }]),
    ),
    recoveries: new Map(
      [...world.recoveries]
        .filter(([, row]) => !change.dropped.some(({ membershipId }) => membershipId === row.membershipId))
        .map(([id, row]) => [id, { ...row, issuedById: become(row.issuedById) }]),
    ),
  };
}
