-- Pieces of evidence: numbered without a gap by the database, row security, indexes; those that are
-- there already are given theirs in the order in which they came.

DO $$
DECLARE
    place text;
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR '
        || '((SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)'
        || ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer)))))';
BEGIN
    FOREACH place IN ARRAY ARRAY['exhibit', 'exhibit_upload']
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

CREATE INDEX document_of_file ON document (file);
CREATE INDEX exhibit_upload_of_case ON exhibit_upload (case_file, officer);
CREATE INDEX file_to_check ON file ((coalesce(checked_at, stored_at)));
CREATE INDEX file_to_scan ON file (stored_at) WHERE scan IS NULL;
CREATE UNIQUE INDEX file_alarm_open ON file_alarm (file) WHERE ended_at IS NULL;

-- Whichever way a paper of this kind comes, it is a piece of evidence with the next ordinal. The row
-- of the dossier is the lock: ordinals have no gap, also when a transaction is given up.
CREATE FUNCTION number_exhibit() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    latest integer;
BEGIN
    UPDATE case_file SET exhibits = exhibits + 1 WHERE id = NEW.case_file
    RETURNING exhibits INTO latest;
    IF latest IS NULL THEN
        RAISE EXCEPTION 'evidence of case % by somebody who does not read it', NEW.case_file
            USING ERRCODE = 'NE015';
    END IF;
    INSERT INTO exhibit (case_file, document, ordinal, nature, readers)
    SELECT NEW.case_file, NEW.id, latest,
           CASE split_part(f.media_type, '/', 1) WHEN 'image' THEN 'photo' WHEN 'video' THEN 'video'
                WHEN 'audio' THEN 'audio' ELSE 'document' END,
           NEW.readers
    FROM file f WHERE f.digest = NEW.file;
    RETURN NEW;
END
$$;
CREATE TRIGGER number_exhibit AFTER INSERT ON document
    FOR EACH ROW WHEN (NEW.kind = 'evidence') EXECUTE FUNCTION number_exhibit();

-- Who reads the paper reads the piece of evidence.
CREATE FUNCTION exhibit_follows() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE exhibit SET readers = NEW.readers WHERE document = NEW.id;
    RETURN NEW;
END
$$;
CREATE TRIGGER exhibit_follows AFTER UPDATE OF readers ON document
    FOR EACH ROW WHEN (NEW.kind = 'evidence') EXECUTE FUNCTION exhibit_follows();

-- What was entered as evidence stays, and its chain is begun once.
CREATE FUNCTION exhibit_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.stream IS NOT NULL AND NEW.stream IS DISTINCT FROM OLD.stream THEN
        RAISE EXCEPTION 'the log of exhibit % cannot begin anew', OLD.id USING ERRCODE = 'NE016';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER exhibit_stays BEFORE UPDATE ON exhibit
    FOR EACH ROW EXECUTE FUNCTION exhibit_stays();
CREATE TRIGGER exhibit_not_removed BEFORE DELETE ON exhibit
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER exhibit_not_emptied BEFORE TRUNCATE ON exhibit
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- The owner of the tables is under row security too.
SET LOCAL netralitas.everything = 'yes';
INSERT INTO exhibit (case_file, document, ordinal, nature, readers)
SELECT d.case_file, d.id, row_number() OVER (PARTITION BY d.case_file ORDER BY d.id),
       CASE split_part(f.media_type, '/', 1) WHEN 'image' THEN 'photo' WHEN 'video' THEN 'video'
            WHEN 'audio' THEN 'audio' ELSE 'document' END,
       d.readers
FROM document d JOIN file f ON f.digest = d.file WHERE d.kind = 'evidence';
UPDATE case_file c SET exhibits = n.latest
FROM (SELECT case_file, max(ordinal) AS latest FROM exhibit GROUP BY case_file) n
WHERE c.id = n.case_file;
SET LOCAL netralitas.everything = '';
