-- Hand-overs of static archives: read by their office and those above it; frozen by their minutes.

DO $$
DECLARE
    reads text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR ('
        || '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
    not_excluded text := ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer))))';
    place text;
    may_read text;
BEGIN
    FOREACH place IN ARRAY ARRAY['archive_handover', 'archived_case']
    LOOP
        may_read := reads || CASE place WHEN 'archived_case' THEN not_excluded ELSE '' END || ')';
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place || '_read', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place || '_insert', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place || '_update', place, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place || '_delete', place, may_read);
    END LOOP;
END
$$;

CREATE INDEX archived_case_handover ON archived_case (handover, year, number);
CREATE INDEX archive_handover_minutes ON archive_handover (minutes) WHERE minutes IS NOT NULL;
CREATE INDEX archive_handover_scan ON archive_handover (scan) WHERE scan IS NOT NULL;

-- After the minutes only the signed scan is added, once.
CREATE FUNCTION archive_handover_stays_closed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL
       AND ((to_jsonb(NEW) - 'scan') IS DISTINCT FROM (to_jsonb(OLD) - 'scan')
            OR (OLD.scan IS NOT NULL AND NEW.scan IS DISTINCT FROM OLD.scan)) THEN
        RAISE EXCEPTION 'archive hand-over % is closed', OLD.id USING ERRCODE = 'NE017';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER archive_handover_stays_closed BEFORE UPDATE ON archive_handover
    FOR EACH ROW EXECUTE FUNCTION archive_handover_stays_closed();
CREATE TRIGGER archive_handover_not_removed BEFORE DELETE ON archive_handover
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER archive_handover_not_emptied BEFORE TRUNCATE ON archive_handover
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- Nothing goes in or out of a closed hand-over, and what is in it never changes.
CREATE FUNCTION archived_case_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    handed integer := CASE TG_OP WHEN 'DELETE' THEN OLD.handover ELSE NEW.handover END;
BEGIN
    IF TG_OP = 'UPDATE'
       OR EXISTS (SELECT FROM archive_handover h WHERE h.id = handed AND h.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'archive hand-over % is closed', handed USING ERRCODE = 'NE017';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER archived_case_stays BEFORE INSERT OR UPDATE OR DELETE ON archived_case
    FOR EACH ROW EXECUTE FUNCTION archived_case_stays();
CREATE TRIGGER archived_case_not_emptied BEFORE TRUNCATE ON archived_case
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
