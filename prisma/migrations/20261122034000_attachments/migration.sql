CREATE TABLE "attachments" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "attachments_content_type_check" CHECK ("content_type" IN ('image/png', 'text/csv', 'application/json'))
);
CREATE INDEX "attachments_expires_at_idx" ON "attachments"("expires_at");
-- Pictures are compressed already.
ALTER TABLE "attachments" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
