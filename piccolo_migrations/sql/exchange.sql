-- Requests under an agreement, task forces and who is on duty: who reads them, what stays as written.

DO $$
DECLARE
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR '
        || '((SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers))';
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY['exchange_request', 'exchange_item', 'exchange_decision',
        'exchange_delivery', 'task_force', 'task_force_member', 'duty_shift']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place || '_read', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place || '_insert', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place || '_update', place, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place || '_delete', place, may_read);
    END LOOP;
    FOREACH place IN ARRAY ARRAY['exchange_item', 'exchange_decision', 'exchange_delivery']
    LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW'
            || ' EXECUTE FUNCTION stays_as_written()', place || '_stays', place);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT'
            || ' EXECUTE FUNCTION stays_as_written()', place || '_not_emptied', place);
    END LOOP;
    FOREACH place IN ARRAY ARRAY['exchange_request', 'task_force', 'task_force_member', 'duty_shift']
    LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW'
            || ' EXECUTE FUNCTION stays_as_written()', place || '_not_removed', place);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT'
            || ' EXECUTE FUNCTION stays_as_written()', place || '_not_emptied', place);
    END LOOP;
END
$$;

CREATE INDEX exchange_request_of ON exchange_request (agreement, id);
CREATE INDEX exchange_request_open ON exchange_request (addressee, id)
    WHERE state IN ('asked', 'granted', 'answered');
CREATE INDEX exchange_delivery_of ON exchange_delivery (request, id);
CREATE INDEX task_force_of ON task_force (agreement, id);
CREATE INDEX task_force_member_of ON task_force_member (force, id);
CREATE INDEX duty_shift_of ON duty_shift (force, on_day);

-- Nobody is on duty twice on a day, in one task force.
CREATE UNIQUE INDEX duty_shift_once ON duty_shift (member, on_day) WHERE cancelled_at IS NULL;

-- A request changes its state together with the event that says so; its letter stays as it was.
CREATE FUNCTION exchange_request_moves_by_event() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.state IS NOT DISTINCT FROM OLD.state THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (
        SELECT FROM event e WHERE e.stream = NEW.id AND e.txid = pg_current_xact_id()
          AND e.details ->> 'state' = NEW.state
    ) THEN
        RAISE EXCEPTION 'request % has no event that says "%"', NEW.id, NEW.state
            USING ERRCODE = 'NE052';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER exchange_request_moves_by_event BEFORE INSERT OR UPDATE ON exchange_request
    FOR EACH ROW EXECUTE FUNCTION exchange_request_moves_by_event();
