import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import type { KeyChange } from '../changes.ts';

const define = defineChange<KeyChange>();

const keyCreated = define('key.created', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: null,
    detail: { key: change.keyId, name: change.name, scopes: change.scopes },
  }),
  affects: (change) => ({ workspaceId: change.workspaceId, keys: true }),
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => [
    guard(
      'key',
      sql`insert into api_keys (id, workspace_id, public_id, secret_hash, name, scopes, rate_per_minute, created_by_id, created_at)
          select ${change.keyId}::uuid, ${change.workspaceId}::uuid, ${change.publicId}, ${change.secretHash}::bytea,
                 ${change.name}, ${change.scopes}::text[], ${change.ratePerMinute}::int, ${at.actor}, ${at.now}
            from acts act returning 1`,
      1,
    ),
  ],
});

const keyRevoked = define('key.revoked', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: null,
    detail: { key: change.keyId, name: change.name },
  }),
  affects: (change) => ({ workspaceId: change.workspaceId, keys: true }),
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => [
    guard(
      'key',
      sql`update api_keys set revoked_at = ${at.now} from acts act
           where id = ${change.keyId}::uuid and workspace_id = ${change.workspaceId}::uuid and revoked_at is null
          returning 1`,
      1,
    ),
  ],
});

/** The specs of the changes of API keys. */
export const keyChanges = byKind(keyCreated, keyRevoked);
