import type { Player } from './player.ts';
import type { Telling } from './team.ts';

/** Who has joined a team by the end of this chapter. */
export interface Joined {
  readonly anna: Player;
  readonly boris: Player;
  readonly clara: Player;
}

/** People come by a link, by a card and by a link for many; one declines, one link is revoked. */
export async function tellInviting({ team, owner, person, chance }: Telling): Promise<Joined> {
  const [anna, boris, clara, dmitri, eva] = [
    person('Anna', false),
    person('Boris', true),
    person('Clara', false),
    person('Dmitri', true),
    person('Eva', false),
  ] as const;
  const joined = (who: Player, role: string): void => {
    team.audit.push(`invitation.accepted ${who.name}`, `membership.added ${who.name}`);
    team.members.add(`${who.name} ${role}`);
  };
  for (const guest of [boris, dmitri]) guest.says('/start');
  for (const guest of [boris, dmitri]) await guest.hears(/Hello/);

  owner.says('/invite link designer');
  const link = linkIn((await owner.hears(/A link to .* as Designer/)).text);
  team.audit.push('invitation.created');
  anna.opens(link);
  await anna.presses(/Accept/, /invites you to/);
  await anna.hears(/Welcome to/);
  await owner.hears(new RegExp(`${anna.name} joined`));
  joined(anna, 'designer');

  owner.says(`/invite @${boris.username} manager`);
  await owner.hears(new RegExp(`as Manager[^]*${boris.name}`));
  team.audit.push(`invitation.created ${boris.name}`);
  await boris.presses(/Accept/, /invites you to/);
  await boris.hears(/Welcome to/);
  await owner.hears(new RegExp(`${boris.name} joined`));
  joined(boris, 'manager');

  owner.says(`/invite @${dmitri.username} designer`);
  await owner.hears(new RegExp(`as Designer[^]*${dmitri.name}`));
  team.audit.push(`invitation.created ${dmitri.name}`);
  await dmitri.presses(/Decline/, /invites you to/);
  await dmitri.hears(/You declined/);
  await owner.hears(new RegExp(`${dmitri.name} declined`));
  team.audit.push(`invitation.declined ${dmitri.name}`);

  owner.says('/invite link manager 3');
  const many = linkIn((await owner.hears(/for 3 people/)).text);
  team.audit.push('invitation.created');
  clara.opens(many);
  await clara.presses(/Accept/, /invites you to/);
  await clara.hears(/Welcome to/);
  await owner.hears(new RegExp(`${clara.name} joined`));
  joined(clara, 'manager');
  if (chance()) {
    clara.opens(many);
    await clara.hears(/already a member of/);
  }

  owner.says('/invites');
  await owner.presses(/^1$/, /Invitations to/);
  await owner.presses(/Revoke/, /Used 1 of 3 times/);
  await owner.presses(/Yes, revoke/, /will stop working/);
  await owner.hears(/↩️ revoked/);
  team.audit.push('invitation.revoked');
  eva.opens(many);
  await eva.hears(/was revoked/);
  return { anna, boris, clara };
}

function linkIn(text: string): string {
  const payload = /[?&]start=([\w-]+)/.exec(text)?.[1];
  if (payload === undefined) throw new Error(`no link in: ${text}`);
  return payload;
}
