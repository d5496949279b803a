-- Who holds a role, page by page.
CREATE INDEX "membership_roles_workspace_id_role_membership_id_idx" ON "membership_roles"("workspace_id", "role", "membership_id");
DROP INDEX "membership_roles_workspace_id_role_idx";
CREATE INDEX "grants_workspace_id_role_membership_id_idx" ON "grants"("workspace_id", "role", "membership_id");
