-- Retention, holds, lists of what is due, the ledger of erasures: who reads, what stays as written.

DO $$
DECLARE
    place text;
    everything text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'')';
    reads text := '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
    of_case text := everything || ' OR (' || reads
        || ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer)))))';
    may_read text;
BEGIN
    FOREACH place IN ARRAY ARRAY['legal_hold', 'disposal', 'disposal_item', 'erasure', 'data_request',
                                 'data_incident', 'data_incident_note']
    LOOP
        may_read := CASE WHEN place IN ('disposal', 'data_incident', 'data_incident_note')
                         THEN everything || ' OR (' || reads || ')' ELSE of_case END;
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place || '_read', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place || '_insert', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place || '_update', place, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place || '_delete', place, may_read);
    END LOOP;
    FOREACH place IN ARRAY ARRAY['erasure', 'data_incident_note']
    LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW'
            || ' EXECUTE FUNCTION stays_as_written()', place || '_stays', place);
    END LOOP;
    FOREACH place IN ARRAY ARRAY['retention_rule', 'legal_hold', 'disposal', 'data_incident', 'data_request']
    LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW'
            || ' EXECUTE FUNCTION stays_as_written()', place || '_not_removed', place);
    END LOOP;
    FOREACH place IN ARRAY ARRAY['erasure', 'data_incident_note', 'retention_rule', 'legal_hold', 'disposal',
                                 'data_incident', 'data_request']
    LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT'
            || ' EXECUTE FUNCTION stays_as_written()', place || '_not_emptied', place);
    END LOOP;
END
$$;

CREATE INDEX retention_rule_class ON retention_rule (kept, valid_from DESC, id DESC) WHERE approved_at IS NOT NULL;
CREATE INDEX legal_hold_open ON legal_hold (case_file) WHERE lifted_at IS NULL;
CREATE INDEX legal_hold_of ON legal_hold (organisation, id);
CREATE INDEX disposal_of ON disposal (organisation, id);
CREATE INDEX disposal_item_of ON disposal_item (disposal, id);
CREATE INDEX disposal_item_subject ON disposal_item (subject, disposal);
CREATE INDEX disposal_item_case_file ON disposal_item (case_file);
CREATE INDEX erasure_case_file ON erasure (case_file, kind);
CREATE INDEX data_incident_of ON data_incident (organisation, id);
CREATE INDEX data_incident_note_of ON data_incident_note (incident, id);
CREATE INDEX data_request_of ON data_request (organisation, id);
CREATE INDEX data_request_case_file ON data_request (case_file);

-- One open list of a class in an office: what is due later goes into the next.
CREATE UNIQUE INDEX disposal_one_open ON disposal (organisation, kept) WHERE state = 'proposed';

ALTER TABLE erasure ADD COLUMN txid xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE erasure ALTER COLUMN mark SET DEFAULT gen_random_uuid();

-- Whether something stops every disposal of a case: of itself, or of somebody it is about.
CREATE FUNCTION is_held(place bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM legal_hold h WHERE h.lifted_at IS NULL AND (h.case_file = place
        OR h.nip_digest IN (SELECT r.nip_digest FROM respondent r WHERE r.case_file = place)))
$$;

-- The same of a list of presence or a staff list: whether it names somebody who is held by number.
CREATE FUNCTION lists_somebody_held(kept text, place bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM legal_hold h WHERE h.lifted_at IS NULL AND h.nip_digest IN (
        SELECT a.nip_digest FROM attendee a WHERE kept = 'attendance' AND a.activity = place
        UNION ALL
        SELECT s.nip_digest FROM staff s WHERE kept = 'staff_list' AND s.batch = place))
$$;

-- Whether this transaction disposes of a case: then what is frozen of it may be emptied.
CREATE FUNCTION being_disposed_of(place bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM erasure e WHERE e.case_file = place AND e.kind = 'case'
        AND e.txid = pg_current_xact_id())
$$;

-- A period is added by one administrator and put into force by another, once.
CREATE FUNCTION retention_rule_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.approved_at IS NOT NULL OR NEW.approved_by IS NULL OR NEW.approved_at IS NULL
       OR (to_jsonb(NEW) - 'approved_by' - 'approved_at' - 'valid_from')
          IS DISTINCT FROM (to_jsonb(OLD) - 'approved_by' - 'approved_at' - 'valid_from') THEN
        RAISE EXCEPTION 'retention rule % is only put into force, once', OLD.id USING ERRCODE = 'NE068';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER retention_rule_stays BEFORE UPDATE ON retention_rule
    FOR EACH ROW EXECUTE FUNCTION retention_rule_stays();

CREATE FUNCTION legal_hold_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.lifted_at IS NOT NULL OR NEW.lifted_by IS NULL OR NEW.lifted_at IS NULL OR NEW.lifted_reason IS NULL
       OR (to_jsonb(NEW) - 'lifted_by' - 'lifted_at' - 'lifted_reason')
          IS DISTINCT FROM (to_jsonb(OLD) - 'lifted_by' - 'lifted_at' - 'lifted_reason') THEN
        RAISE EXCEPTION 'legal hold % is only lifted, once', OLD.id USING ERRCODE = 'NE068';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER legal_hold_stays BEFORE UPDATE ON legal_hold
    FOR EACH ROW EXECUTE FUNCTION legal_hold_stays();

-- A list moves in one direction, or back to be reviewed again before it is approved.
CREATE FUNCTION disposal_moves_in_order() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.organisation, NEW.kept, NEW.rule, NEW.proposed_at)
       IS DISTINCT FROM (OLD.organisation, OLD.kept, OLD.rule, OLD.proposed_at)
       OR OLD.state = 'carried_out'
       OR (OLD.state, NEW.state) NOT IN (('proposed', 'proposed'), ('proposed', 'submitted'),
           ('submitted', 'approved'), ('submitted', 'proposed'), ('approved', 'carried_out'))
       OR (NEW.state = 'submitted' AND NEW.submitted_by IS NULL)
       OR (NEW.state = 'approved' AND (NEW.approved_by IS NULL OR NEW.submitted_by IS DISTINCT FROM OLD.submitted_by))
       OR (NEW.state = 'carried_out' AND (NEW.number IS NULL OR NEW.minutes IS NULL
           OR NEW.approved_by IS DISTINCT FROM OLD.approved_by)) THEN
        RAISE EXCEPTION 'disposal % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'NE068';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER disposal_moves_in_order BEFORE UPDATE ON disposal
    FOR EACH ROW EXECUTE FUNCTION disposal_moves_in_order();

-- A line of a list changes while the list is open, and when its turn comes.
CREATE FUNCTION disposal_item_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    stands text := (SELECT state FROM disposal WHERE id = OLD.disposal);
BEGIN
    IF OLD.outcome IS NOT NULL
       OR (NEW.disposal, NEW.case_file, NEW.subject, NEW.said, NEW.due_on)
          IS DISTINCT FROM (OLD.disposal, OLD.case_file, OLD.subject, OLD.said, OLD.due_on)
       OR ((NEW.left_out, NEW.left_out_by) IS DISTINCT FROM (OLD.left_out, OLD.left_out_by) AND stands <> 'proposed')
       OR (NEW.outcome IS NOT NULL AND stands <> 'approved') THEN
        RAISE EXCEPTION 'line % of disposal % stays as it is', OLD.id, OLD.disposal USING ERRCODE = 'NE068';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER disposal_item_stays BEFORE UPDATE ON disposal_item
    FOR EACH ROW EXECUTE FUNCTION disposal_item_stays();
CREATE TRIGGER disposal_item_not_removed BEFORE DELETE ON disposal_item
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();

-- What was erased before there was a ledger.
INSERT INTO erasure (mark, kind, case_file, ids, organisation, officer, erased_at, event, proof, readers)
SELECT gen_random_uuid(), 'identity', v.case_file, ARRAY[v.id], e.organisation, e.actor, e.recorded_at, e.id,
       (SELECT hash FROM event f WHERE f.stream = v.case_file AND f.version = 1), v.readers
FROM vault_entry v JOIN event e ON e.id = v.erased_by;
INSERT INTO erasure (mark, kind, case_file, ids, erased_at, proof, readers)
SELECT gen_random_uuid(), 'note', n.case_file, ARRAY[n.event], n.erased_at,
       (SELECT hash FROM event f WHERE f.stream = n.case_file AND f.version = 1), n.readers
FROM event_note n WHERE n.erased_at IS NOT NULL;

-- A line of the ledger: what takes two people has their approval, and nothing that is held goes.
CREATE FUNCTION erasure_enters() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.txid := pg_current_xact_id();
    NEW.mark := coalesce(NEW.mark, gen_random_uuid());
    IF NEW.case_file IS NOT NULL AND NEW.proof IS NULL THEN
        NEW.proof := (SELECT hash FROM event WHERE stream = NEW.case_file AND version = 1);
    END IF;
    IF NEW.reapplied THEN
        IF session_user <> 'netralitas_owner' THEN
            RAISE EXCEPTION 'an erasure is applied again by the owner alone' USING ERRCODE = 'NE069';
        END IF;
        RETURN NEW;
    END IF;
    NEW.erased_at := recording_time();
    IF NEW.kind IN ('case', 'attendance', 'staff_list') THEN
        IF NOT EXISTS (
            SELECT FROM disposal_item i JOIN disposal d ON d.id = i.disposal
            WHERE i.subject = ANY (NEW.ids) AND d.kept = NEW.kind AND d.state = 'approved'
              AND i.left_out IS NULL AND i.outcome IS NULL
        ) THEN
            RAISE EXCEPTION 'nothing of this kind is disposed of without an approved list' USING ERRCODE = 'NE068';
        END IF;
    END IF;
    IF (NEW.kind IN ('case', 'identity') AND is_held(NEW.case_file))
       OR (NEW.kind IN ('attendance', 'staff_list') AND lists_somebody_held(NEW.kind, NEW.ids[1])) THEN
        RAISE EXCEPTION '% % is held', NEW.kind, NEW.ids[1] USING ERRCODE = 'NE068';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER erasure_enters BEFORE INSERT ON erasure
    FOR EACH ROW EXECUTE FUNCTION erasure_enters();
