-- The jobs that close what is over look along these: few rows end, so few are in them.
CREATE INDEX "membership_roles_until_idx" ON "membership_roles"("until") WHERE "until" IS NOT NULL;
CREATE INDEX "transfers_expiry_idx" ON "transfers"("expires_at") WHERE "state" = 'pending';
