import type { Change } from '../../../src/domain/changes.ts';
import { changedMember, hold, put, withGrants } from './rows.ts';
import type { World } from './world.ts';
import { writeInvitation } from './write-invitations.ts';
import { writeMember, writeRecovery, writeTransfer } from './write-members.ts';
import { writeMerge } from './write-merge.ts';
import { writeScheme } from './write-scheme.ts';

/** What the store makes of somebody's act, in the plainest way. Throws where a guard misses. */
export function write(world: World, by: string, changes: readonly Change[]): World {
  return changes.reduce((after, change) => writeOne(after, by, change), world);
}

function writeOne(world: World, by: string, change: Change): World {
  switch (change.kind) {
    case 'membership.added':
    case 'membership.roles':
    case 'membership.ended':
      return writeMember(world, change);
    case 'transfer.offered':
    case 'transfer.accepted':
    case 'transfer.declined':
    case 'transfer.cancelled':
    case 'transfer.expired':
      return writeTransfer(world, change);
    case 'recovery.issued':
    case 'membership.recovered':
      return writeRecovery(world, change);
    case 'invitation.created':
    case 'invitation.accepted':
    case 'invitation.declined':
    case 'invitation.revoked':
    case 'invitation.expired':
    case 'invitation.resent':
    case 'invitation.roles':
      return writeInvitation(world, by, change);
    case 'persons.merged':
      return writeMerge(world, change);
    case 'scheme.changed':
      return writeScheme(world, change);
    case 'grants.changed': {
      const { remove, add } = change;
      return changedMember(world, change, ({ grants }) => ({
        grants: withGrants(
          grants.filter(
            ({ role, resource }) => !remove.some((one) => one.role === role && one.place.id === resource.id),
          ),
          add,
        ),
      }));
    }
    case 'bot.moved':
      return withBot(world, change.id, (bot) => {
        hold(bot.project === (change.from?.id ?? null), 'it stands where it stood');
        return { ...bot, project: change.to?.id ?? null };
      });
    case 'bot.published':
      return withBot(world, change.botId, (bot) => {
        hold(bot.staging === change.version, 'it is that version');
        return { ...bot, staging: bot.staging + 1 };
      });
    case 'approval.requested': {
      const { approvalId: id, botId, version, expiresAt } = change;
      const row = { id, botId, version, expiresAt, requesterId: by, state: 'pending' } as const;
      return { ...world, approvals: put(world.approvals, id, row) };
    }
    case 'approval.approved':
    case 'approval.refused':
    case 'approval.expired': {
      const row = world.approvals.get(change.approvalId);
      hold(row?.state === 'pending', 'the question is open');
      const state = change.kind === 'approval.approved' ? 'approved' : 'refused';
      return { ...world, approvals: put(world.approvals, row.id, { ...row, state }) };
    }
    case 'guard.membership': {
      const { membershipId, version } = change;
      const row = [...world.members.values()].find(({ id }) => id === membershipId);
      hold(row?.version === version && row.state === 'active', 'who acts is who acted');
      return world;
    }
    case 'guard.scheme':
      hold(world.scheme.declaration.key === change.scheme, 'the scheme stands');
      return world;
    // Nobody's rights hang on these.
    case 'guard.governance':
    case 'account.activated':
    case 'workspace.renamed':
    case 'key.created':
    case 'columns.masked':
      return world;
    default:
      throw new Error(`the model does not know ${change.kind}`);
  }
}

type Bot = World['bots'] extends ReadonlyMap<string, infer B> ? B : never;

function withBot(world: World, id: string, change: (bot: Bot) => Bot): World {
  const bot = world.bots.get(id);
  hold(bot !== undefined, 'the bot is there');
  return { ...world, bots: put(world.bots, id, change(bot)) };
}
