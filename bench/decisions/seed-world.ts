import type { Pool } from 'pg';
import type { World } from './world.ts';

/** Workspaces stored by one statement. */
const BATCH = 500;
/** Membership ids: a person of the world is in one workspace only. */
const MEMBERSHIP = `overlay(m->>'person' placing 'ffff' from 1 for 4)::uuid`;

/** Stores a world: workspaces with projects, bots, keys, members, their roles and grants. */
export async function seedWorld(pool: Pool, { workspaces }: World): Promise<void> {
  for (let first = 0; first < workspaces.length; first += BATCH) {
    const rows = workspaces.slice(first, first + BATCH).map((workspace) => ({
      id: workspace.id,
      publicId: workspace.publicId,
      scheme: workspace.scheme,
      project: workspace.project,
      bots: workspace.bots,
      members: workspace.members.map(({ personId, subject }) => ({
        person: personId,
        roles: subject.roles.map(({ role }) => role),
        grants: subject.grants.map(({ role, resource }) => ({ role, bot: resource.id })),
      })),
    }));
    await pool.query(statement, [JSON.stringify(rows)]);
  }
  await pool.query('analyze');
}

const statement = `
with world as (select w from jsonb_array_elements($1::jsonb) as w),
member as materialized (
  select (w->>'id')::uuid as workspace_id, ${MEMBERSHIP} as id, (m->>'person')::uuid as person_id, m
    from world, jsonb_array_elements(w->'members') as m),
workspace as (
  insert into workspaces (id, name, scheme, created_at) select (w->>'id')::uuid, 'Workspace', w->>'scheme', now() from world),
project as (
  insert into projects (id, workspace_id, name, created_at) select (w->>'project')::uuid, (w->>'id')::uuid, 'Project', now() from world),
bot as (
  insert into bots (id, workspace_id, project_id, name, created_at)
  select b::uuid, (w->>'id')::uuid, (w->>'project')::uuid, 'Bot ' || b, now() from world, jsonb_array_elements_text(w->'bots') as b),
key as (
  insert into api_keys (id, workspace_id, public_id, secret_hash, name, scopes, rate_per_minute, created_at)
  select gen_random_uuid(), (w->>'id')::uuid, w->>'publicId', sha256((w->>'publicId')::bytea), 'bench', array['evaluate'], 1000, now() from world),
person as (
  insert into persons (id, name, language, created_at) select person_id, 'Person', 'en', now() from member),
membership as (
  insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at)
  select id, workspace_id, person_id, 'active', 'person', 'person', now() from member),
role as (
  insert into membership_roles (membership_id, role, workspace_id, granted_at)
  select id, r, workspace_id, now() from member, jsonb_array_elements_text(m->'roles') as r)
insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, granted_at)
select gen_random_uuid(), workspace_id, id, g->>'role', 'bot', (g->>'bot')::uuid, now()
  from member, jsonb_array_elements(m->'grants') as g
    on conflict do nothing`;
