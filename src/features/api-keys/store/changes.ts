import type { Writer } from '../../../store/commit/statement.ts';
import type { KeyChange } from '../changes.ts';

type Of<K extends KeyChange['kind']> = Extract<KeyChange, { kind: K }>;

const created: Writer<Of<'key.created'>> = (change, bind, at) => [
  {
    name: 'key',
    sql: `insert into api_keys (id, workspace_id, public_id, secret_hash, name, scopes, rate_per_minute, created_by_id, created_at)
          values (${bind(change.keyId)}::uuid, ${bind(change.workspaceId)}::uuid, ${bind(change.publicId)}, ${bind(change.secretHash)},
                  ${bind(change.name)}, ${bind(change.scopes)}::text[], ${bind(change.ratePerMinute)}::int, ${at.actor}, ${at.now})
          returning 1`,
    expect: 1,
  },
];

const revoked: Writer<Of<'key.revoked'>> = (change, bind, at) => [
  {
    name: 'key',
    sql: `update api_keys set revoked_at = ${at.now}
           where id = ${bind(change.keyId)}::uuid and workspace_id = ${bind(change.workspaceId)}::uuid and revoked_at is null
          returning 1`,
    expect: 1,
  },
];

/** Writers of the changes of API keys. */
export const keyWriters = { 'key.created': created, 'key.revoked': revoked };
