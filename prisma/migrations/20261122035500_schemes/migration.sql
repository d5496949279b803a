ALTER TABLE "workspaces" ADD COLUMN "scheme_version" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "scheme_versions" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "preset" TEXT,
    "declaration" JSONB,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "scheme_versions_pkey" PRIMARY KEY ("workspace_id", "version"),
    CONSTRAINT "scheme_versions_content_check" CHECK (("preset" IS NULL) <> ("declaration" IS NULL)),
    CONSTRAINT "scheme_versions_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- A version goes only with its workspace.
CREATE FUNCTION castellan_scheme_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id) THEN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "scheme_versions_append_only" BEFORE UPDATE OR DELETE ON "scheme_versions"
  FOR EACH ROW EXECUTE FUNCTION castellan_scheme_version_stays();
CREATE TRIGGER "scheme_versions_no_truncate" BEFORE TRUNCATE ON "scheme_versions"
  FOR EACH STATEMENT EXECUTE FUNCTION castellan_append_only();

-- The steps of a change of scheme, each seeing what the one before it did: a single statement could not.
-- `plan` is the change's MovePlan. Raises the guard's error where somebody could not live under the new scheme.
CREATE FUNCTION castellan_change_scheme(
  of_workspace uuid, from_scheme text, from_version int, to_scheme text, to_version int,
  to_preset text, to_declaration jsonb, plan jsonb, actor uuid, at timestamptz
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  held int;
  mark text := '';
  only_broadest boolean := (plan->>'onlyBroadest')::boolean;
  -- Each role there was or is, with the one it becomes and that one's place.
  names text[];
  becoming text[];
  ranks bigint[];
BEGIN
  -- Whoever gives a role holds a share of this row; from here on nobody does until the end.
  PERFORM 1 FROM workspaces
    WHERE id = of_workspace AND scheme = from_scheme AND scheme_version = from_version FOR UPDATE;
  PERFORM castellan_guard(FOUND, 'scheme version');

  -- History.
  INSERT INTO scheme_versions (workspace_id, version, preset, made_at)
    SELECT w.id, 0, w.scheme, w.created_at FROM workspaces w WHERE w.id = of_workspace AND from_version = 0
    ON CONFLICT DO NOTHING;
  INSERT INTO scheme_versions (workspace_id, version, preset, declaration, made_by_id, made_at)
    VALUES (of_workspace, to_version, to_preset, to_declaration, actor, at);
  UPDATE workspaces SET scheme = to_scheme, scheme_version = to_version, governance = governance + 1
    WHERE id = of_workspace;

  SELECT array_agg(n.role), array_agg(n.becomes), array_agg(k.ord) INTO names, becoming, ranks
    FROM (SELECT role, value AS becomes FROM jsonb_each_text(plan->'moves') AS m (role, value)
          UNION ALL
          SELECT role, role FROM jsonb_array_elements_text(plan->'roles') AS r (role)
           WHERE NOT plan->'moves' ? role) n
    LEFT JOIN jsonb_array_elements_text(plan->'roles') WITH ORDINALITY AS k (role, ord) ON k.role = n.becomes;

  -- Under the former names: what reached the workspace and is held on things then, and the other way round.
  INSERT INTO grants (id, workspace_id, membership_id, role, thing_kind, thing_id, until, granted_by_id, granted_at)
    SELECT gen_random_uuid(), of_workspace, r.membership_id, r.role, t.kind, t.id, r.until, r.granted_by_id, r.granted_at
      FROM membership_roles r
     CROSS JOIN (SELECT 'project' AS kind, p.id FROM projects p WHERE p.workspace_id = of_workspace
                 UNION ALL
                 SELECT 'bot', b.id FROM bots b WHERE b.workspace_id = of_workspace AND b.project_id IS NULL) t
     WHERE r.workspace_id = of_workspace AND plan->'spread' ? r.role
    ON CONFLICT (membership_id, role, thing_kind, thing_id) DO NOTHING;
  INSERT INTO membership_roles (membership_id, workspace_id, role, until, granted_by_id, granted_at)
    SELECT DISTINCT ON (g.membership_id, g.role)
           g.membership_id, of_workspace, g.role, g.until, g.granted_by_id, g.granted_at
      FROM grants g
     WHERE g.workspace_id = of_workspace AND plan->'named' ? g.role
     ORDER BY g.membership_id, g.role, g.until DESC NULLS FIRST
    ON CONFLICT (membership_id, role) DO NOTHING;

  DELETE FROM membership_roles r USING unnest(names, becoming) AS n (role, becomes)
   WHERE r.workspace_id = of_workspace AND r.role = n.role AND plan->'onThings' ? n.becomes;
  DELETE FROM grants g USING unnest(names, becoming) AS n (role, becomes)
   WHERE g.workspace_id = of_workspace AND g.role = n.role AND plan->'onMembership' ? n.becomes;

  -- Of two roles that become one, the one that lasts longer stays; of several where one is allowed, the broadest.
  UPDATE membership_roles SET sole = false WHERE workspace_id = of_workspace AND sole;
  DELETE FROM membership_roles r USING (
    SELECT h.membership_id, h.role,
           row_number() OVER (
             PARTITION BY h.membership_id, CASE WHEN only_broadest THEN '' ELSE coalesce(n.becomes, h.role) END
             ORDER BY n.rank NULLS LAST, h.until DESC NULLS FIRST) AS place
      FROM membership_roles h LEFT JOIN unnest(names, becoming, ranks) AS n (role, becomes, rank) ON n.role = h.role
     WHERE h.workspace_id = of_workspace
       AND h.membership_id IN (SELECT o.membership_id FROM membership_roles o WHERE o.workspace_id = of_workspace
                                GROUP BY o.membership_id HAVING count(*) > 1)) twice
   WHERE r.membership_id = twice.membership_id AND r.role = twice.role AND twice.place > 1;
  DELETE FROM grants g USING (
    SELECT h.id,
           row_number() OVER (
             PARTITION BY h.membership_id, h.thing_kind, h.thing_id,
                          CASE WHEN only_broadest THEN '' ELSE coalesce(n.becomes, h.role) END
             ORDER BY n.rank NULLS LAST, h.until DESC NULLS FIRST) AS place
      FROM grants h LEFT JOIN unnest(names, becoming, ranks) AS n (role, becomes, rank) ON n.role = h.role
     WHERE h.workspace_id = of_workspace) twice
   WHERE g.id = twice.id AND twice.place > 1;

  -- New names; in two steps where a role takes the name that another gives up.
  IF EXISTS (SELECT 1 FROM jsonb_each_text(plan->'moves') m WHERE plan->'moves' ? m.value) THEN
    mark := '>';
  END IF;
  UPDATE membership_roles SET role = mark || (plan->'moves'->>role)
   WHERE workspace_id = of_workspace AND plan->'moves' ? role;
  UPDATE grants SET role = mark || (plan->'moves'->>role) WHERE workspace_id = of_workspace AND plan->'moves' ? role;
  IF mark <> '' THEN
    UPDATE membership_roles SET role = substr(role, 2) WHERE workspace_id = of_workspace AND role LIKE '>%';
    UPDATE grants SET role = substr(role, 2) WHERE workspace_id = of_workspace AND role LIKE '>%';
  END IF;
  UPDATE membership_roles SET sole = true
   WHERE workspace_id = of_workspace AND role = plan->>'keystone' AND (plan->>'sole')::boolean;
  UPDATE invitations i SET roles = offered.roles FROM (
    SELECT o.id, (array_agg(o.role ORDER BY o.rank NULLS LAST))[1:CASE WHEN (plan->>'onlyBroadest')::boolean THEN 1 ELSE 100 END] AS roles
      FROM (SELECT DISTINCT v.id, n.role,
                   (SELECT k.ord FROM jsonb_array_elements_text(plan->'roles') WITH ORDINALITY AS k (role, ord)
                     WHERE k.role = n.role) AS rank
              FROM invitations v, unnest(v.roles) AS was (role),
                   LATERAL (SELECT coalesce(plan->'moves'->>was.role, was.role) AS role) n
             WHERE v.workspace_id = of_workspace AND v.state IN ('pending', 'expired')) o
     GROUP BY o.id) offered
   WHERE i.id = offered.id AND i.roles <> offered.roles;
  UPDATE transfers SET state = 'cancelled', decided_at = at WHERE workspace_id = of_workspace AND state = 'pending';

  -- What must hold now, of the rows themselves.
  PERFORM castellan_guard(NOT EXISTS (
    SELECT 1 FROM membership_roles r WHERE r.workspace_id = of_workspace AND NOT plan->'roles' ? r.role
    UNION ALL SELECT 1 FROM grants g WHERE g.workspace_id = of_workspace AND NOT plan->'roles' ? g.role
    UNION ALL SELECT 1 FROM invitations i, unnest(i.roles) AS offered (role)
               WHERE i.workspace_id = of_workspace AND i.state = 'pending' AND NOT plan->'roles' ? offered.role
  ), 'role in use');
  PERFORM castellan_guard(NOT EXISTS (
    SELECT 1 FROM jsonb_each_text(plan->'limits') AS l (role, most)
     WHERE (SELECT count(*) FROM (SELECT r.membership_id FROM membership_roles r
                                   WHERE r.workspace_id = of_workspace AND r.role = l.role
                                  UNION SELECT g.membership_id FROM grants g
                                   WHERE g.workspace_id = of_workspace AND g.role = l.role) h) > l.most::int
  ), 'holders of a role');
  SELECT count(*) INTO held FROM membership_roles r JOIN memberships m ON m.id = r.membership_id AND m.state = 'active'
   WHERE r.workspace_id = of_workspace AND r.role = plan->>'keystone' AND r.until IS NULL;
  PERFORM castellan_guard(held >= 1 AND (held = 1 OR NOT (plan->>'sole')::boolean), 'keystone holders');
  RETURN true;
END $$;
