import type { Change } from '../../domain/changes.ts';
import type { PersonNotice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isLivingMember } from './merge-workspace.ts';
import { type Account, recipientAt, type WholePerson } from './person.ts';

/** Which account is meant, and the one that asks. */
type AccountKey = Pick<Account, 'messenger' | 'accountId'>;

/**
 * Makes one account a person of its own again, without anything: memberships stay with the others. It is told, or
 * where it asked itself, another one is. Throws `Refusal` for the only account.
 */
export function unlinkAccount(
  person: WholePerson | null,
  unlinked: AccountKey,
  asking: AccountKey,
  newPersonId: string,
): {
  readonly account: Account;
  readonly changes: readonly Change[];
  readonly notices: readonly PersonNotice[];
} {
  const account = person?.accounts.find((one) => isSame(one, unlinked));
  if (!person || !account) throw new Refusal('button_stale');
  const others = person.accounts.filter((one) => one !== account);
  const [other] = others;
  if (!other) throw new Refusal('last_account');
  const told = isSame(account, asking) ? other : account;
  return {
    account,
    changes: [
      {
        kind: 'account.unlinked',
        messenger: account.messenger,
        accountId: account.accountId,
        personId: person.personId,
        version: person.version,
        newPersonId,
        name: account.name,
        workspaceIds: person.memberships.filter(isLivingMember).map(({ workspace }) => workspace.id),
      },
    ],
    notices: [
      {
        kind: 'account.unlinked',
        to: recipientAt(told === account ? { ...person, personId: newPersonId } : person, told),
        accountName: account.name,
        messenger: account.messenger,
      },
    ],
  };
}

function isSame(one: AccountKey, other: AccountKey): boolean {
  return one.messenger === other.messenger && one.accountId === other.accountId;
}
