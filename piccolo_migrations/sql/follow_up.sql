-- What the second step of the product adds to the record: wider lists, row security, indexes, guards.

ALTER TABLE proceeding DROP CONSTRAINT proceeding_holder_known;
ALTER TABLE proceeding ADD CONSTRAINT proceeding_holder_known CHECK (holder IN (
    'investigator', 'plenary', 'reporter', 'authority', 'follow_up', 'appointing', 'commissioner',
    'publisher', 'other', 'nobody'));

ALTER TABLE document DROP CONSTRAINT document_kind_known;
ALTER TABLE document ADD CONSTRAINT document_kind_known CHECK (kind IN (
    'study_draft', 'preliminary_study', 'study', 'minutes', 'evidence_list', 'team_decree',
    'exam_minutes', 'exam_report', 'decree', 'delivery_receipt', 'letter', 'evidence', 'other'));

-- A dossier's rows as before; what hangs on no case is read by the organisations that it names.
DO $$
DECLARE
    place record;
    reads text;
    may_read text;
BEGIN
    FOR place IN
        SELECT * FROM (VALUES
            ('sanction', 'case_file'),
            ('receipt_code', 'case_file'),
            ('release', 'case_file'),
            ('agreement', NULL),
            ('activity', NULL),
            ('meeting', NULL),
            ('decision', NULL),
            ('snapshot', NULL)
        ) AS listed (name, case_column)
    LOOP
        reads := '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
        IF place.case_column IS NOT NULL THEN
            reads := reads || format(
                ' AND (%I IS NULL OR %I <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
                ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer))))',
                place.case_column, place.case_column);
        END IF;
        may_read := format('(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR (%s)', reads);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place.name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place.name);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place.name || '_read', place.name, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place.name || '_insert', place.name, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place.name || '_update', place.name, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place.name || '_delete', place.name, may_read);
    END LOOP;
END
$$;

ALTER TABLE activity ADD CONSTRAINT activity_is_a_stream
    FOREIGN KEY (id) REFERENCES stream (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE meeting ADD CONSTRAINT meeting_is_a_stream
    FOREIGN KEY (id) REFERENCES stream (id) ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE INDEX sanction_case_file ON sanction (case_file);
CREATE INDEX sanction_proceeding ON sanction (proceeding);
CREATE INDEX release_case_file ON release (case_file);
CREATE INDEX release_published ON release (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX proceeding_respondent ON proceeding (respondent) WHERE respondent IS NOT NULL;
CREATE INDEX activity_planned ON activity (planned_on, id);
CREATE INDEX meeting_planned ON meeting (planned_on, id);
CREATE INDEX decision_open ON decision (due_on) WHERE done_on IS NULL;

-- What was recommended, imposed or frozen is never removed; what was frozen is never rewritten.
CREATE TRIGGER sanction_not_removed BEFORE DELETE ON sanction
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER sanction_not_emptied BEFORE TRUNCATE ON sanction
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER snapshot_stays BEFORE UPDATE OR DELETE ON snapshot
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER snapshot_not_emptied BEFORE TRUNCATE ON snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- A frozen figure speaks of the past: it cannot count what the log does not hold yet.
CREATE FUNCTION snapshot_is_past() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.position > (SELECT coalesce(max(position) + 1, 0) FROM log_leaf) THEN
        RAISE EXCEPTION 'a snapshot at position % lies beyond the log', NEW.position
            USING ERRCODE = 'NE010';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER snapshot_is_past BEFORE INSERT ON snapshot
    FOR EACH ROW EXECUTE FUNCTION snapshot_is_past();
