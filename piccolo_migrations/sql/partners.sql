-- Partners: who reads what, what stays as entered, what is found quickly.

DO $$
DECLARE
    everything text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'')';
    office text := '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
    excluded text := 'ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer = '
        || '(SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer))';
    may_read text;
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY['partner', 'partner_package', 'partner_proceeding', 'partner_answer']
    LOOP
        may_read := everything || ' OR (' || office
            || CASE WHEN place = 'partner' THEN ''
               ELSE ' AND (case_file IS NULL OR case_file <> ALL (' || excluded || '))' END || ')';
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place || '_read', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place || '_insert', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place || '_update', place, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place || '_delete', place, may_read);
    END LOOP;
END
$$;

CREATE INDEX partner_next ON partner (next_at) WHERE state = 'active';
CREATE INDEX partner_of ON partner (organisation, id);
CREATE INDEX partner_package_of_case ON partner_package (case_file);
CREATE INDEX partner_package_held ON partner_package (partner, next_at) WHERE state = 'held';
CREATE INDEX partner_proceeding_of_case ON partner_proceeding (case_file);
CREATE INDEX partner_answer_open ON partner_answer (partner, id)
    WHERE state IN ('waiting', 'refused', 'by_hand');
CREATE INDEX partner_answer_of_case ON partner_answer (case_file, id);

-- A partner keeps whose it is, where it is and whom it stands for. Its place in the log never goes
-- back, so that no step is looked for twice by mistake; one that ended stays ended.
CREATE FUNCTION partner_keeps() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id OR NEW.organisation <> OLD.organisation OR NEW.address <> OLD.address
       OR NEW.sender <> OLD.sender OR NEW.desk <> OLD.desk OR NEW.readers <> OLD.readers THEN
        RAISE EXCEPTION 'partner % stays what it is', OLD.id USING ERRCODE = 'NE073';
    END IF;
    IF NEW.position < OLD.position THEN
        RAISE EXCEPTION 'partner % does not go back in the log', OLD.id USING ERRCODE = 'NE073';
    END IF;
    IF OLD.state = 'ended' AND NEW.state <> 'ended' THEN
        RAISE EXCEPTION 'partner % has ended', OLD.id USING ERRCODE = 'NE073';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER partner_keeps BEFORE UPDATE ON partner
    FOR EACH ROW EXECUTE FUNCTION partner_keeps();
CREATE TRIGGER partner_not_removed BEFORE DELETE ON partner
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER partner_not_emptied BEFORE TRUNCATE ON partner
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- What was delivered was delivered: an answer that reached the partner is not sent again.
CREATE FUNCTION partner_answer_keeps() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IN ('delivered', 'settled') AND NEW.state <> OLD.state THEN
        RAISE EXCEPTION 'answer % has been given', OLD.id USING ERRCODE = 'NE073';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER partner_answer_keeps BEFORE UPDATE ON partner_answer
    FOR EACH ROW EXECUTE FUNCTION partner_answer_keeps();
