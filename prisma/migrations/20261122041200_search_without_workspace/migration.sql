-- A large workspace's share of the index by workspace is the size of the workspace, and was read whole by every
-- search: ten times what the trigrams alone take.
DROP INDEX "memberships_search_idx";
CREATE INDEX "memberships_search_idx" ON "memberships" USING gin ("search" gin_trgm_ops) WHERE "state" IN ('active', 'suspended');
