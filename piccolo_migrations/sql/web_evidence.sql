-- The register of addresses and the captures: row security, the order of the register, and that what
-- was captured is never said otherwise.

DO $$
DECLARE
    place text;
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR '
        || '((SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)'
        || ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer)))))';
BEGIN
    FOREACH place IN ARRAY ARRAY['web_address', 'capture']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place || '_read', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place || '_insert', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place || '_update', place, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place || '_delete', place, may_read);
    END LOOP;
END
$$;

CREATE INDEX web_address_seen_on ON web_address (seen_on, id);
CREATE INDEX web_address_case_file ON web_address (case_file) WHERE case_file IS NOT NULL;
CREATE INDEX capture_web_address ON capture (web_address, id) WHERE web_address IS NOT NULL;
CREATE INDEX capture_case_file ON capture (case_file, id) WHERE case_file IS NOT NULL;

CREATE FUNCTION capture_stays_frozen() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'waiting' THEN
        RAISE EXCEPTION 'capture % is over', OLD.id USING ERRCODE = 'NE041';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER capture_stays_frozen BEFORE UPDATE ON capture
    FOR EACH ROW EXECUTE FUNCTION capture_stays_frozen();
CREATE TRIGGER capture_not_removed BEFORE DELETE ON capture
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER web_address_not_removed BEFORE DELETE ON web_address
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
