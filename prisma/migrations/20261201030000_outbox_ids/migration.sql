-- Ids of the outbox never come back with a restored backup: a process that starts moves them to the milliseconds of
-- the clock, unless they are there already. As the owner, because the runtime role may not set a sequence.
CREATE FUNCTION castellan_advance_outbox_ids() RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  last BIGINT;
  ahead BIGINT;
BEGIN
  -- "outb" in ASCII: one process at a time, so that none sets the ids back.
  PERFORM pg_advisory_xact_lock(1869968482);
  SELECT last_value INTO last FROM outbox_id_seq;
  ahead := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint;
  -- A gap of ten seconds, so that ids given at this moment do not pass the new place.
  IF ahead > last + 10000 THEN
    PERFORM setval('outbox_id_seq', ahead);
    last := ahead;
  END IF;
  RETURN last;
END
$$;
