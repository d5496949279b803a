-- The outbox holds what is owed right now, and the sweep walks it in the order of its ids: an index on leases cost
-- every answer a write and gave the sweep nothing.
DROP INDEX "outbox_lease_until_idx";
