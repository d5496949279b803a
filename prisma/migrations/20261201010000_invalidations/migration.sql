-- What cached answers each transaction made stale. Unlogged: after a crash of the server every process has lost its
-- connections, and with them its trust in what it remembers.
CREATE UNLOGGED TABLE "invalidations" (
    "xact" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "affected" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invalidations_pkey" PRIMARY KEY ("xact")
);
