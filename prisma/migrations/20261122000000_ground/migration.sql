CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TABLE "persons" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "governance" INTEGER NOT NULL DEFAULT 0,
    "invitation_ttl_hours" INTEGER NOT NULL DEFAULT 168,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "workspaces_name_check" CHECK (char_length("name") BETWEEN 1 AND 128),
    CONSTRAINT "workspaces_invitation_ttl_check" CHECK ("invitation_ttl_hours" BETWEEN 1 AND 2160)
);

CREATE TABLE "accounts" (
    "messenger" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT,
    "private_chat_id" TEXT,
    "reachable" BOOLEAN NOT NULL DEFAULT true,
    "active_workspace_id" UUID,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "accounts_pkey" PRIMARY KEY ("messenger", "account_id"),
    CONSTRAINT "accounts_messenger_check" CHECK ("messenger" IN ('telegram', 'vk', 'viber')),
    CONSTRAINT "accounts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "accounts_active_workspace_id_fkey" FOREIGN KEY ("active_workspace_id") REFERENCES "workspaces"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "accounts_person_id_idx" ON "accounts"("person_id");
CREATE INDEX "accounts_messenger_username_idx" ON "accounts"("messenger", "username");

CREATE TABLE "member_counts" (
    "workspace_id" UUID NOT NULL,
    "slot" SMALLINT NOT NULL,
    "members" INTEGER NOT NULL,
    CONSTRAINT "member_counts_pkey" PRIMARY KEY ("workspace_id", "slot"),
    CONSTRAINT "member_counts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "sort_name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by_id" UUID,
    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "memberships_state_check" CHECK ("state" IN ('active', 'suspended', 'left', 'removed')),
    CONSTRAINT "memberships_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "memberships_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "memberships_workspace_id_person_id_key" ON "memberships"("workspace_id", "person_id");
CREATE INDEX "memberships_person_id_idx" ON "memberships"("person_id");
-- The member list pages along this index; only living members are in it.
CREATE INDEX "memberships_list_idx" ON "memberships"("workspace_id", "sort_name", "id") WHERE "state" IN ('active', 'suspended');
-- Search by any part of a name of three characters or more.
CREATE INDEX "memberships_search_idx" ON "memberships" USING gin ("workspace_id", "search" gin_trgm_ops) WHERE "state" IN ('active', 'suspended');

CREATE TABLE "membership_roles" (
    "membership_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "sole" BOOLEAN NOT NULL DEFAULT false,
    "until" TIMESTAMPTZ(3),
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "membership_roles_pkey" PRIMARY KEY ("membership_id", "role"),
    CONSTRAINT "membership_roles_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "memberships"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "membership_roles_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "membership_roles_workspace_id_role_idx" ON "membership_roles"("workspace_id", "role");
-- Exactly one owner: never two, whatever two processes do at once.
CREATE UNIQUE INDEX "membership_roles_sole_key" ON "membership_roles"("workspace_id", "role") WHERE "sole";

CREATE TABLE "grants" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "thing_kind" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3),
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "grants_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "grants_thing_kind_check" CHECK ("thing_kind" IN ('project', 'bot')),
    CONSTRAINT "grants_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "grants_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "memberships"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "grants_membership_id_role_thing_kind_thing_id_key" ON "grants"("membership_id", "role", "thing_kind", "thing_id");
CREATE INDEX "grants_workspace_id_thing_kind_thing_id_idx" ON "grants"("workspace_id", "thing_kind", "thing_id");

CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "addressee" TEXT,
    "addressee_name" TEXT,
    "roles" TEXT[] NOT NULL,
    "state" TEXT NOT NULL,
    "delivery" TEXT NOT NULL DEFAULT 'waiting',
    "version" INTEGER NOT NULL DEFAULT 0,
    "max_uses" INTEGER NOT NULL DEFAULT 1,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "token_hash" BYTEA NOT NULL,
    "access_until" TIMESTAMPTZ(3),
    "note" TEXT,
    "inviter_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "card_messenger" TEXT,
    "card_chat_id" TEXT,
    "card_message_id" TEXT,
    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invitations_state_check" CHECK ("state" IN ('pending', 'accepted', 'declined', 'revoked', 'expired')),
    CONSTRAINT "invitations_delivery_check" CHECK ("delivery" IN ('waiting', 'delivered', 'opened', 'unreachable')),
    CONSTRAINT "invitations_uses_check" CHECK ("uses" BETWEEN 0 AND "max_uses"),
    CONSTRAINT "invitations_roles_check" CHECK (cardinality("roles") > 0),
    CONSTRAINT "invitations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");
-- One pending invitation per addressee.
CREATE UNIQUE INDEX "invitations_pending_addressee_key" ON "invitations"("workspace_id", "addressee") WHERE "state" = 'pending';
CREATE INDEX "invitations_list_idx" ON "invitations"("workspace_id", "created_at" DESC, "id" DESC);
CREATE INDEX "invitations_addressee_idx" ON "invitations"("addressee") WHERE "state" = 'pending';
CREATE INDEX "invitations_expiry_idx" ON "invitations"("expires_at") WHERE "state" = 'pending';

CREATE TABLE "transfers" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    CONSTRAINT "transfers_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "transfers_state_check" CHECK ("state" IN ('pending', 'accepted', 'declined', 'cancelled', 'expired')),
    CONSTRAINT "transfers_two_people_check" CHECK ("from_id" <> "to_id"),
    CONSTRAINT "transfers_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "transfers_pending_key" ON "transfers"("workspace_id") WHERE "state" = 'pending';

CREATE TABLE "sessions" (
    "messenger" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "wizard" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "sessions_pkey" PRIMARY KEY ("messenger", "account_id", "chat_id")
);
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

CREATE TABLE "group_chats" (
    "messenger" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "workspace_id" UUID,
    CONSTRAINT "group_chats_pkey" PRIMARY KEY ("messenger", "chat_id"),
    CONSTRAINT "group_chats_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE "inbox" (
    "messenger" TEXT NOT NULL,
    "update_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "inbox_pkey" PRIMARY KEY ("messenger", "update_id")
);
-- Rows arrive in order of time: a block-range index finds the old ones and costs an insert nothing.
CREATE INDEX "inbox_received_at_idx" ON "inbox" USING brin ("received_at");

CREATE TABLE "failed_updates" (
    "messenger" TEXT NOT NULL,
    "update_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "error" TEXT NOT NULL,
    "update" JSONB NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,
    "parked_at" TIMESTAMPTZ(3),
    CONSTRAINT "failed_updates_pkey" PRIMARY KEY ("messenger", "update_id")
);

CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "messenger" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "tracking" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "outbox_messenger_chat_id_id_idx" ON "outbox"("messenger", "chat_id", "id");
CREATE INDEX "outbox_lease_until_idx" ON "outbox"("lease_until");

CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "workspace_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject_id" UUID,
    "detail" JSONB NOT NULL,
    "xact" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "audit_events_outcome_check" CHECK ("outcome" IN ('done', 'refused'))
);
CREATE INDEX "audit_events_workspace_id_id_idx" ON "audit_events"("workspace_id", "id");
CREATE INDEX "audit_events_xact_id_idx" ON "audit_events"("xact", "id");

CREATE TABLE "audit_seals" (
    "workspace_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("workspace_id", "position")
);
CREATE UNIQUE INDEX "audit_seals_event_id_key" ON "audit_seals"("event_id");

-- Audit rows and their seals are append-only for everyone, superusers included.
CREATE FUNCTION castellan_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION castellan_append_only();
CREATE TRIGGER "audit_events_no_truncate" BEFORE TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION castellan_append_only();
CREATE TRIGGER "audit_seals_append_only" BEFORE UPDATE OR DELETE ON "audit_seals"
  FOR EACH ROW EXECUTE FUNCTION castellan_append_only();
CREATE TRIGGER "audit_seals_no_truncate" BEFORE TRUNCATE ON "audit_seals"
  FOR EACH STATEMENT EXECUTE FUNCTION castellan_append_only();

-- A guard that misses rolls the whole statement back: nothing fits, nothing happened.
CREATE FUNCTION castellan_guard(held boolean, guard text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF held IS NOT TRUE THEN
    RAISE EXCEPTION 'guard missed: %', guard USING ERRCODE = 'CG001';
  END IF;
END $$;
