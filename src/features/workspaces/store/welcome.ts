import type { Query } from '../../../domain/queries.ts';
import type { Columns } from '../../../store/columns.ts';
import { defineQuery } from '../../../store/define-query.ts';
import { defineStatement } from '../../../store/define-statement.ts';
import type { Invitation } from '../../../store/generated/client.ts';
import { sql } from '../../../store/sql.ts';
import { offeredResources } from '../../invitations/store/invitation-row.ts';

interface WelcomeRow extends Columns<Pick<Invitation, 'roles' | 'note' | 'accessUntil' | 'expiresAt'>> {
  is_member: boolean;
  invitation_id: string | null;
  workspace_name: string;
  scheme: string;
  inviter: string | null;
  offered_resources: readonly { readonly name: string }[] | null;
}

interface WelcomeParameters {
  readonly personId: string;
  /** Canonical names of the person and the account. */
  readonly addressees: readonly string[];
  readonly now: Date;
}

/** Invitations to the person, their account or their username; the partial index on addressees finds them. */
const welcome = defineStatement<WelcomeParameters, WelcomeRow>({
  name: 'workspaces-welcome',
  columns: {
    is_member: 'bool',
    invitation_id: 'uuid',
    workspace_name: 'text',
    scheme: 'text',
    inviter: 'text',
    roles: 'text[]',
    note: 'text',
    offered_resources: 'json',
    access_until: 'timestamptz',
    expires_at: 'timestamptz',
  },
  sql: ({ personId, addressees, now }) => sql`
select exists (select 1 from memberships where person_id = ${personId}::uuid and state in ('active', 'suspended')) as is_member,
       i.id as invitation_id, w.name as workspace_name, w.scheme, p.name as inviter, i.roles, i.note,
       case when i.things <> '[]' then (${offeredResources}) end as offered_resources,
       i.access_until, i.expires_at
  from (values (true)) as one (present)
  left join lateral (select * from invitations where addressee = any (${addressees}::text[] || array(
                          select named.name from persons k, lateral (values ('email:' || k.email), ('phone:' || k.phone)) as named (name)
                           where k.id = ${personId}::uuid and named.name is not null)) and state = 'pending'
                        and expires_at > ${now} order by created_at desc, id desc limit 5) i on true
  left join workspaces w on w.id = i.workspace_id
  left join persons p on p.id = i.inviter_id
 order by i.created_at desc, i.id desc`,
});

/** What awaits a person without an active workspace. */
export const workspacesWelcome = defineQuery('workspaces.welcome', {
  statement: welcome,
  parameters: ({ personId, messenger, accountId, username, phone, now }: Query<'workspaces.welcome'>) => ({
    personId,
    addressees: [
      `person:${personId}`,
      `${messenger}:${accountId}`,
      ...(username === null ? [] : [`${messenger}:@${username.toLowerCase()}`]),
      ...(phone === undefined ? [] : [`phone:${phone}`]),
    ],
    now,
  }),
  found: (rows) => ({
    isMember: rows[0]?.is_member ?? false,
    invitations: rows.flatMap((row) =>
      row.invitation_id === null
        ? []
        : [
            {
              invitationId: row.invitation_id,
              workspace: { name: row.workspace_name, scheme: row.scheme },
              actorName: row.inviter ?? '',
              roles: row.roles,
              resources: (row.offered_resources ?? []).map(({ name }) => name),
              note: row.note,
              accessUntil: row.access_until,
              expiresAt: row.expires_at,
            },
          ],
    ),
  }),
});
