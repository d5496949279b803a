import type { Pool } from 'pg';
import type { Team } from './team.ts';

/** Compares the store with what the teams did, and with what must hold whatever they did. One line for each fault. */
export async function checkStore(pool: Pool, teams: readonly Team[]): Promise<string[]> {
  const faults: string[] = [];
  for (const team of teams) {
    faults.push(...(await compareAudit(pool, team)));
    if (team.finished) faults.push(...(await compareMembers(pool, team)));
  }
  for (const [rule, violations] of INVARIANTS) {
    const { rows } = await pool.query<{ what: string }>(violations);
    faults.push(...rows.slice(0, 5).map(({ what }) => `${rule}: ${what}`));
  }
  return faults;
}

/** A lost effect is missing in the audit, a doubled one is there twice: both show as a difference. */
async function compareAudit(pool: Pool, team: Team): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select a.action || coalesce(' ' || s.name, '') as line
       from audit_events a join workspaces w on w.id = a.workspace_id
       left join persons s on s.id = a.subject_id
      where w.name = $1 order by a.id`,
    [team.name],
  );
  const found = rows.map(({ line }) => line);
  if (JSON.stringify(found) === JSON.stringify(team.audit)) return [];
  return [
    `${team.name}: the audit should be\n    ${team.audit.join('; ')}\n  but is\n    ${found.join('; ')}`,
  ];
}

async function compareMembers(pool: Pool, team: Team): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select p.name || ' ' || string_agg(r.role, '+' order by r.role) as line
       from memberships m join workspaces w on w.id = m.workspace_id
       join persons p on p.id = m.person_id
       join membership_roles r on r.membership_id = m.id
      where w.name = $1 and m.state = 'active' group by p.name order by p.name`,
    [team.name],
  );
  const found = rows.map(({ line }) => line).join(', ');
  const expected = [...team.members].sort().join(', ');
  return found === expected ? [] : [`${team.name}: the members should be ${expected} but are ${found}`];
}

/** What never may be, each as a query for violations. */
const INVARIANTS: readonly (readonly [string, string])[] = [
  [
    'one owner a workspace',
    `select w.name || ' has ' || count(r.role) as what from workspaces w
       left join membership_roles r on r.workspace_id = w.id and r.role = 'owner'
      group by w.id, w.name having count(r.role) <> 1`,
  ],
  [
    'the counter of members is right',
    `select w.name as what from workspaces w
      where (select coalesce(sum(members), 0) from member_counts c where c.workspace_id = w.id)
         <> (select count(*) from memberships m where m.workspace_id = w.id and m.state in ('active', 'suspended'))`,
  ],
  [
    'an invitation is used as often as it was accepted, and no oftener than allowed',
    `select i.id::text as what from invitations i
      where i.uses > i.max_uses
         or i.uses <> (select count(*) from audit_events a
                        where a.action = 'invitation.accepted' and a.detail->>'invitation' = i.id::text)`,
  ],
  [
    'no update is given up',
    `select update_id || ' ' || left(error, 200) as what from failed_updates where parked_at is not null`,
  ],
];
