CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "projects_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "projects_name_check" CHECK (char_length("name") BETWEEN 1 AND 128),
    CONSTRAINT "projects_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "projects_workspace_id_id_key" ON "projects"("workspace_id", "id");
-- Names tell things of one kind apart; lists page along these.
CREATE UNIQUE INDEX "projects_name_key" ON "projects"("workspace_id", lower("name"));

CREATE TABLE "bots" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "project_id" UUID,
    "name" TEXT NOT NULL,
    "staging_version" INTEGER NOT NULL DEFAULT 1,
    "production_version" INTEGER,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "bots_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bots_name_check" CHECK (char_length("name") BETWEEN 1 AND 128),
    CONSTRAINT "bots_versions_check" CHECK ("staging_version" >= 1 AND "production_version" < "staging_version"),
    CONSTRAINT "bots_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "bots_workspace_id_id_key" ON "bots"("workspace_id", "id");
CREATE UNIQUE INDEX "bots_name_key" ON "bots"("workspace_id", lower("name"));
CREATE INDEX "bots_project_idx" ON "bots"("project_id", lower("name"));
-- A bot stands in a project of its own workspace, and a project goes only when it is empty.
ALTER TABLE "bots" ADD CONSTRAINT "bots_workspace_id_project_id_fkey"
  FOREIGN KEY ("workspace_id", "project_id") REFERENCES "projects"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "channels" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "messenger" TEXT NOT NULL,
    "sealed_token" BYTEA NOT NULL,
    "token_tail" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "channels_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "channels_name_check" CHECK (char_length("name") BETWEEN 1 AND 128),
    CONSTRAINT "channels_messenger_check" CHECK ("messenger" IN ('telegram', 'vk', 'viber')),
    CONSTRAINT "channels_token_tail_check" CHECK (char_length("token_tail") <= 4),
    CONSTRAINT "channels_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "channels_workspace_id_bot_id_fkey" FOREIGN KEY ("workspace_id", "bot_id") REFERENCES "bots"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "channels_list_idx" ON "channels"("workspace_id", lower("name"), "id");
CREATE INDEX "channels_bot_idx" ON "channels"("bot_id", lower("name"));

CREATE TABLE "approvals" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "approvals_state_check" CHECK ("state" IN ('pending', 'approved', 'refused', 'expired')),
    CONSTRAINT "approvals_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "approvals_workspace_id_bot_id_fkey" FOREIGN KEY ("workspace_id", "bot_id") REFERENCES "bots"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- One question about a bot at a time.
CREATE UNIQUE INDEX "approvals_pending_key" ON "approvals"("bot_id") WHERE "state" = 'pending';
CREATE INDEX "approvals_expiry_idx" ON "approvals"("expires_at") WHERE "state" = 'pending';

CREATE TABLE "masked_columns" (
    "workspace_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "column_name" TEXT NOT NULL,
    "masked_by_id" UUID NOT NULL,
    "masked_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "masked_columns_pkey" PRIMARY KEY ("workspace_id", "table_name", "column_name"),
    CONSTRAINT "masked_columns_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE "invitations" ADD COLUMN "things" JSONB NOT NULL DEFAULT '[]';

CREATE INDEX "grants_until_idx" ON "grants"("until") WHERE "until" IS NOT NULL;

-- Projects, bots and channels alike, each with the bot and the project that it is or stands in.
CREATE VIEW "things" AS
  SELECT p.workspace_id, 'project'::text AS kind, p.id, p.name, NULL::uuid AS bot_id, NULL::text AS bot_name,
         p.id AS project_id, p.name AS project_name, NULL::int AS staging_version, NULL::int AS production_version,
         NULL::timestamptz AS published_at, NULL::text AS messenger, NULL::text AS token_tail
    FROM projects p
  UNION ALL
  SELECT b.workspace_id, 'bot'::text, b.id, b.name, b.id, b.name, p.id, p.name, b.staging_version,
         b.production_version, b.published_at, NULL::text, NULL::text
    FROM bots b LEFT JOIN projects p ON p.id = b.project_id
  UNION ALL
  SELECT c.workspace_id, 'channel'::text, c.id, c.name, b.id, b.name, p.id, p.name, NULL::int, NULL::int,
         NULL::timestamptz, c.messenger, c.token_tail
    FROM channels c JOIN bots b ON b.id = c.bot_id LEFT JOIN projects p ON p.id = b.project_id;
