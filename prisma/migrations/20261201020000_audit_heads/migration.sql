-- Without a default, so that a process of the former version, which knows no key, can seal nothing any more.
ALTER TABLE "audit_seals" ADD COLUMN "keyed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "audit_seals" ALTER COLUMN "keyed" DROP DEFAULT;

-- Where the chain of a workspace ends, under a seal of its own.
CREATE TABLE "audit_heads" (
    "workspace_id" UUID NOT NULL,
    "count" BIGINT NOT NULL,
    "last_seal" BYTEA NOT NULL,
    "unkeyed" BIGINT NOT NULL,
    "intact" BOOLEAN NOT NULL,
    "mac" BYTEA NOT NULL,
    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("workspace_id")
);

-- One row over all heads, so that none can be deleted or put back to an earlier one by itself.
CREATE TABLE "audit_register" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "heads" BIGINT NOT NULL,
    "digest" BYTEA NOT NULL,
    "settled_id" BIGINT NOT NULL,
    "scanned_id" BIGINT NOT NULL,
    "scanned_xmax" BIGINT NOT NULL,
    "scanned_at" TIMESTAMPTZ(3) NOT NULL,
    "intact" BOOLEAN NOT NULL,
    "mac" BYTEA NOT NULL,
    CONSTRAINT "audit_register_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "audit_register_one_check" CHECK ("id" = 1)
);

-- Events are sealed in the order in which they are found, no longer in that of their transactions.
DROP INDEX "audit_events_xact_id_idx";
