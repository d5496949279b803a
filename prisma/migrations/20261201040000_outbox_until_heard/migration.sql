-- Rows whose wait ends when their person writes.
ALTER TABLE "outbox" ADD COLUMN "until_heard" BOOLEAN NOT NULL DEFAULT false;
