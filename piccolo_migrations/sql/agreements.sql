-- Texts of agreements: who reads them, that none is ever changed, that what was signed stays signed.

DO $$
DECLARE
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR '
        || '((SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers))';
BEGIN
    ALTER TABLE agreement_text ENABLE ROW LEVEL SECURITY;
    ALTER TABLE agreement_text FORCE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY agreement_text_read ON agreement_text FOR SELECT USING (%s)', may_read);
    EXECUTE format('CREATE POLICY agreement_text_insert ON agreement_text FOR INSERT WITH CHECK (%s)', may_read);
    EXECUTE format('CREATE POLICY agreement_text_update ON agreement_text FOR UPDATE USING (%s) WITH CHECK (%s)', may_read, may_read);
    EXECUTE format('CREATE POLICY agreement_text_delete ON agreement_text FOR DELETE USING (%s)', may_read);
END
$$;

CREATE TRIGGER agreement_text_stays BEFORE UPDATE OR DELETE ON agreement_text
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();

-- An agreement that was signed keeps its name, place and day; it may be extended, and move on.
CREATE FUNCTION agreement_stays_signed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.signed_on IS NOT NULL
       AND (OLD.kind, OLD.title, OLD.place, OLD.signed_on, OLD.ends_by)
           IS DISTINCT FROM (NEW.kind, NEW.title, NEW.place, NEW.signed_on, NEW.ends_by) THEN
        RAISE EXCEPTION 'agreement % is signed', OLD.id USING ERRCODE = 'NE014';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER agreement_stays_signed BEFORE UPDATE ON agreement
    FOR EACH ROW EXECUTE FUNCTION agreement_stays_signed();
