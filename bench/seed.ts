import type { Pool } from 'pg';
import { FIRST_INVITEE, FIRST_INVITER, INVITERS, sqlIdOf, sqlNameOf } from './people.ts';

// Accounts are seeded as seen in an hour's time: "last active" is refreshed every ten minutes, and whether that
// falls into a measurement must not be up to the clock.
const seen = `now() + interval '1 hour'`;

/** Makes the workspaces that invite, with their owners. */
export async function seedInviters(pool: Pool): Promise<void> {
  const range = `generate_series(${FIRST_INVITER}, ${FIRST_INVITER + INVITERS - 1}) as n`;
  await pool.query(`
    insert into persons (id, name, language, created_at) select ${sqlIdOf('person', 'n')}, 'Person ' || n, 'en', now() from ${range};
    insert into workspaces (id, name, scheme, created_at) select ${sqlIdOf('workspace', 'n')}, 'Workspace ' || n, 'company', now() from ${range};
    insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at)
      select ${sqlIdOf('membership', 'n')}, ${sqlIdOf('workspace', 'n')}, ${sqlIdOf('person', 'n')}, 'active', 'person ' || n, 'person ' || n, now() from ${range};
    insert into membership_roles (membership_id, role, workspace_id, sole, granted_at)
      select ${sqlIdOf('membership', 'n')}, 'owner', ${sqlIdOf('workspace', 'n')}, true, now() from ${range};
    insert into member_counts (workspace_id, slot, members) select ${sqlIdOf('workspace', 'n')}, 0, 1 from ${range};
    insert into accounts (messenger, account_id, person_id, name, private_chat_id, active_workspace_id, last_seen_at)
      select 'telegram', n::text, ${sqlIdOf('person', 'n')}, 'Person ' || n, n::text, ${sqlIdOf('workspace', 'n')}, ${seen} from ${range}`);
}

/** Hands out people with a pending invitation each; nobody is handed out twice. */
export function createInvitees(pool: Pool): (count: number) => Promise<number[]> {
  let next = FIRST_INVITEE;
  return async (count) => {
    const first = next;
    // Whole rounds of inviters, so that the next batch begins with the first of them again.
    next += Math.ceil(count / INVITERS) * INVITERS;
    const range = `generate_series(${first}::bigint, ${first + count - 1}::bigint) as n`;
    const inviter = `(${FIRST_INVITER} + n % ${INVITERS})`;
    await pool.query(`
      insert into persons (id, name, language, created_at) select ${sqlIdOf('person', 'n')}, 'Person ' || n, 'en', now() from ${range};
      insert into accounts (messenger, account_id, person_id, name, private_chat_id, last_seen_at)
        select 'telegram', n::text, ${sqlIdOf('person', 'n')}, 'Person ' || n, n::text, ${seen} from ${range};
      insert into invitations (id, workspace_id, addressee, addressee_name, roles, state, delivery, token_hash, inviter_id,
                               created_at, expires_at, card_messenger, card_chat_id, card_message_id)
        select ${sqlIdOf('invitation', 'n')}, ${sqlIdOf('workspace', inviter)}, 'telegram:' || n, 'Person ' || n, array['designer'], 'pending',
               'delivered', sha256(n::text::bytea), ${sqlIdOf('person', inviter)}, now(), now() + interval '7 days', 'telegram', n::text, '1'
          from ${range};
      analyze persons; analyze accounts; analyze invitations; analyze memberships; analyze membership_roles`);
    return Array.from({ length: count }, (_, place) => first + place);
  };
}

/** Makes a workspace of designers, the numbers `first`, `first + 1`, …; its id is that of the first. */
export async function seedMembers(pool: Pool, first: number, count: number): Promise<void> {
  const range = `generate_series(${first}::bigint, ${first + count - 1}::bigint) as n`;
  const workspace = sqlIdOf('workspace', String(first));
  await pool.query(`
    insert into workspaces (id, name, scheme, created_at) values (${workspace}, 'Workspace ${first}', 'company', now());
    insert into persons (id, name, language, created_at) select ${sqlIdOf('person', 'n')}, ${sqlNameOf('n')}, 'en', now() from ${range};
    insert into accounts (messenger, account_id, person_id, name, private_chat_id, active_workspace_id, last_seen_at)
      select 'telegram', n::text, ${sqlIdOf('person', 'n')}, p.name, n::text, ${workspace}, ${seen}
        from ${range} join persons p on p.id = ${sqlIdOf('person', 'n')};
    insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at)
      select ${sqlIdOf('membership', 'n')}, ${workspace}, p.id, 'active', lower(p.name), lower(p.name), now()
        from ${range} join persons p on p.id = ${sqlIdOf('person', 'n')};
    insert into membership_roles (membership_id, role, workspace_id, granted_at)
      select ${sqlIdOf('membership', 'n')}, 'designer', ${workspace}, now() from ${range};
    insert into member_counts (workspace_id, slot, members) values (${workspace}, 0, ${count})`);
  for (const table of ['persons', 'accounts', 'memberships', 'membership_roles'])
    await pool.query(`vacuum analyze ${table}`);
}
