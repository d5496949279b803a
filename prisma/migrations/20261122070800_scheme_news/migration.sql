-- Who has to be told of another scheme, with what they held under the former one. A row goes when they were told.
CREATE TABLE "scheme_news" (
    "membership_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "roles" TEXT[] NOT NULL,
    CONSTRAINT "scheme_news_pkey" PRIMARY KEY ("membership_id"),
    CONSTRAINT "scheme_news_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "memberships"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "scheme_news_workspace_id_membership_id_idx" ON "scheme_news"("workspace_id", "membership_id");
