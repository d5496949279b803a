-- Who came in by an invitation, in their order: of a link nobody else would know.
ALTER TABLE "invitations" ADD COLUMN "used_by" UUID[] NOT NULL DEFAULT '{}';
