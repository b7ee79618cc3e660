-- Every row that hangs on a case says on itself who may read it; one text for all tables.
-- The settings are read through sub-selects, so that each is evaluated once for a statement;
-- nullif, because a setting is an empty string after its first transaction. Unset: no row.

DO $$
DECLARE
    place record;
    may_read text;
    reads text;
BEGIN
    FOR place IN
        SELECT * FROM (VALUES
            ('case_file', 'id'),
            ('case_number', 'case_file'),
            ('respondent', 'case_file'),
            ('proceeding', 'case_file'),
            ('clock', 'case_file'),
            ('exclusion', NULL),
            ('case_text', 'case_file'),
            ('document', 'case_file'),
            ('letter', 'case_file'),
            ('vault_entry', 'case_file'),
            ('event', 'stream'),
            ('event_note', 'case_file'),
            ('worklist_item', 'case_file')
        ) AS listed (name, case_column)
    LOOP
        reads := '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
        IF place.case_column IS NOT NULL THEN
            reads := reads || format(
                ' AND (%I IS NULL OR %I <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
                ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer))))',
                place.case_column, place.case_column);
        ELSE
            -- An exclusion binds the person it names wherever they sit, whoever recorded it.
            reads := reads || ' OR officer = (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer)';
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
