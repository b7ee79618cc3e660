-- What is kept under an agreement: who reads it, and that none of it is ever changed or removed.

DO $$
DECLARE
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR '
        || '((SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers))';
BEGIN
    ALTER TABLE agreement_record ENABLE ROW LEVEL SECURITY;
    ALTER TABLE agreement_record FORCE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY agreement_record_read ON agreement_record FOR SELECT USING (%s)', may_read);
    EXECUTE format('CREATE POLICY agreement_record_insert ON agreement_record FOR INSERT WITH CHECK (%s)', may_read);
    EXECUTE format('CREATE POLICY agreement_record_update ON agreement_record FOR UPDATE USING (%s) WITH CHECK (%s)', may_read, may_read);
    EXECUTE format('CREATE POLICY agreement_record_delete ON agreement_record FOR DELETE USING (%s)', may_read);
END
$$;

CREATE INDEX agreement_record_of ON agreement_record (agreement, id);

CREATE TRIGGER agreement_record_stays BEFORE UPDATE OR DELETE ON agreement_record
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER agreement_record_not_emptied BEFORE TRUNCATE ON agreement_record
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
