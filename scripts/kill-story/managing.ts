import type { Joined } from './inviting.ts';
import type { Telling } from './team.ts';

/** Roles change, somebody is removed and comes back, ownership moves, the former owner leaves. */
export async function tellManaging(
  { team, owner, chance }: Telling,
  { anna, boris, clara }: Joined,
): Promise<void> {
  owner.says(`/role @${anna.username} administrator`);
  await owner.presses(/Confirm/, /Then: Administrator/);
  await owner.hears(new RegExp(`Done: ${anna.name} is now Administrator`));
  await anna.hears(/changed your role .* Now: Administrator/);
  team.audit.push(`membership.roles ${anna.name}`);
  team.members.delete(`${anna.name} designer`);
  team.members.add(`${anna.name} administrator`);

  owner.says('/members');
  await owner.hears(/: 4 members/);

  // The new administrator acts on somebody below her, the designer that he becomes cannot act back.
  anna.says(`/role @${boris.username} designer`);
  await anna.presses(/Confirm/, /Then: Designer/);
  await anna.hears(new RegExp(`Done: ${boris.name} is now Designer`));
  await boris.hears(/changed your role .* Now: Designer/);
  team.audit.push(`membership.roles ${boris.name}`);
  team.members.delete(`${boris.name} manager`);
  team.members.add(`${boris.name} designer`);
  boris.says('/invite link designer');
  await boris.hears(/Your role doesn’t allow this/);
  team.audit.push('invitation.create');

  anna.says(`/remove @${boris.username}`);
  await anna.presses(/Yes, remove/, new RegExp(`Remove ${boris.name}`));
  await anna.hears(new RegExp(`Removed: ${boris.name}`));
  await boris.hears(/removed you from/);
  team.audit.push(`membership.ended ${boris.name}`);
  team.members.delete(`${boris.name} designer`);
  if (chance()) {
    // Another role than the first time: a card of that time may be there twice.
    owner.says(`/invite @${boris.username} administrator`);
    await owner.hears(new RegExp(`as Administrator[^]*${boris.name}`));
    team.audit.push(`invitation.created ${boris.name}`);
    await boris.presses(/Accept/, /invites you to .* as Administrator/);
    await boris.hears(/Welcome to .* Administrator/);
    await owner.hears(new RegExp(`${boris.name} joined.* as Administrator`));
    team.audit.push(`invitation.accepted ${boris.name}`, `membership.added ${boris.name}`);
    team.members.add(`${boris.name} administrator`);
  }

  owner.says(`/transfer @${clara.username}`);
  await owner.presses(/Yes, hand it over/, new RegExp(`over to ${clara.name}`));
  await owner.hears(/You stay the owner until they accept/);
  team.audit.push(`transfer.offered ${clara.name}`);
  await clara.presses(/Accept/, /wants to hand/);
  await clara.hears(/is yours now/);
  await owner.hears(new RegExp(`${clara.name} accepted and now owns`));
  team.audit.push(`transfer.accepted ${owner.name}`);
  team.members.delete(`${owner.name} owner`);
  team.members.delete(`${clara.name} manager`);
  team.members.add(`${owner.name} administrator`);
  team.members.add(`${clara.name} owner`);

  owner.says('/leave');
  await owner.presses(/Yes, leave/, /Leave .*\?/);
  await owner.hears(/You’ve left/);
  await clara.hears(new RegExp(`${owner.name} has left`));
  team.audit.push(`membership.ended ${owner.name}`);
  team.members.delete(`${owner.name} administrator`);

  clara.says('/audit verify');
  await clara.hears(/The audit log is intact/);
}
