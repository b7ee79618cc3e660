-- Official papers defend themselves; whoever holds one can ask whether it is the one issued.

DO $$
DECLARE
    reads text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR ('
        || '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
    not_excluded text := ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer))))';
    place text;
    may_read text;
BEGIN
    FOREACH place IN ARRAY ARRAY['official_paper', 'paper_template']
    LOOP
        may_read := reads || CASE place WHEN 'official_paper' THEN not_excluded ELSE '' END || ')';
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place || '_read', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place || '_insert', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place || '_update', place, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place || '_delete', place, may_read);
    END LOOP;
END
$$;

CREATE INDEX official_paper_case_file ON official_paper (case_file, id);
CREATE INDEX official_paper_template ON official_paper (template) WHERE template IS NOT NULL;
CREATE INDEX official_paper_scan ON official_paper (scan) WHERE scan IS NOT NULL;

-- What was issued is never said differently: the scan is added once, readers may change.
CREATE FUNCTION official_paper_stays_frozen() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (to_jsonb(NEW) - 'scan' - 'readers') IS DISTINCT FROM (to_jsonb(OLD) - 'scan' - 'readers')
       OR (OLD.scan IS NOT NULL AND NEW.scan IS DISTINCT FROM OLD.scan) THEN
        RAISE EXCEPTION 'official paper % is frozen', OLD.id USING ERRCODE = 'NE015';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER official_paper_stays_frozen BEFORE UPDATE ON official_paper
    FOR EACH ROW EXECUTE FUNCTION official_paper_stays_frozen();
CREATE TRIGGER official_paper_not_removed BEFORE DELETE ON official_paper
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER official_paper_not_emptied BEFORE TRUNCATE ON official_paper
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER paper_number_stays BEFORE UPDATE OR DELETE ON paper_number
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER paper_number_not_emptied BEFORE TRUNCATE ON paper_number
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER paper_template_stays BEFORE UPDATE OR DELETE ON paper_template
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER paper_template_not_emptied BEFORE TRUNCATE ON paper_template
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- What everybody with the paper in hand is told: office, kind, number, day; nothing of the case.
CREATE TABLE published.paper (
    code_digest bytea PRIMARY KEY CHECK (octet_length(code_digest) = 32),
    office text NOT NULL,
    title text NOT NULL,
    number text,
    issued_on date NOT NULL,
    pdf bytea NOT NULL CHECK (octet_length(pdf) = 32),
    docx bytea NOT NULL CHECK (octet_length(docx) = 32),
    scan bytea CHECK (octet_length(scan) = 32),
    told_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX paper_pdf ON published.paper (pdf);
CREATE UNIQUE INDEX paper_docx ON published.paper (docx);
CREATE INDEX paper_scan ON published.paper (scan) WHERE scan IS NOT NULL;
