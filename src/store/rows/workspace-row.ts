import type { WorkspaceState } from '../../domain/state.ts';
import type { Columns } from '../columns.ts';
import type { Workspace } from '../generated/client.ts';
import { sql } from '../sql.ts';

/** Columns of a workspace, which has the alias `w`. */
export const workspaceColumns = sql`
       w.id as workspace_id, w.name as workspace_name, w.scheme, w.governance, w.invitation_ttl_hours`;

/** A row as `workspaceColumns` yields it. */
export interface WorkspaceRow
  extends Columns<Pick<Workspace, 'scheme' | 'governance' | 'invitationTtlHours'>> {
  workspace_id: string;
  workspace_name: string;
}

/** The types of `workspaceColumns`. */
export const workspaceTypes = {
  workspace_id: 'uuid',
  workspace_name: 'text',
  scheme: 'text',
  governance: 'int4',
  invitation_ttl_hours: 'int4',
} as const;

/** The workspace in a row. */
export function workspaceFrom(row: WorkspaceRow): WorkspaceState {
  return {
    id: row.workspace_id,
    name: row.workspace_name,
    scheme: row.scheme,
    governance: row.governance,
    invitationTtlHours: row.invitation_ttl_hours,
  };
}
