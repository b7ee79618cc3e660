-- What the law data and the notices add: nothing of an edition is ever changed; a notice is of a case.

CREATE TRIGGER law_edition_stays BEFORE UPDATE OR DELETE ON law_edition
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER law_edition_not_emptied BEFORE TRUNCATE ON law_edition
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER law_entry_stays BEFORE UPDATE OR DELETE ON law_entry
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER law_entry_not_emptied BEFORE TRUNCATE ON law_entry
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE INDEX law_entry_of ON law_entry (kind, key, edition);

-- The job that moves deadlines finds those that were not looked at since an edition.
CREATE INDEX clock_open_edition ON clock (edition, case_file)
    WHERE ended_by IS NULL AND superseded_by IS NULL;

CREATE INDEX notice_officer ON notice (officer, id DESC);
CREATE INDEX notice_unseen ON notice (officer) WHERE seen_at IS NULL;
CREATE INDEX notice_unsent ON notice (id) WHERE sending_at IS NULL;
CREATE UNIQUE INDEX calendar_feed_open ON calendar_feed (desk) WHERE ended_at IS NULL;
CREATE TRIGGER notice_not_emptied BEFORE TRUNCATE ON notice
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
    may_read text;
BEGIN
    may_read := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR ('
        || '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)'
        || ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer)))))';
    EXECUTE format('CREATE POLICY notice_read ON notice FOR SELECT USING (%s)', may_read);
    EXECUTE format('CREATE POLICY notice_insert ON notice FOR INSERT WITH CHECK (%s)', may_read);
    EXECUTE format('CREATE POLICY notice_update ON notice FOR UPDATE USING (%s) WITH CHECK (%s)', may_read, may_read);
    EXECUTE format('CREATE POLICY notice_delete ON notice FOR DELETE USING (%s)', may_read);
END
$$;
