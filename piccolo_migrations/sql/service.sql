-- Complaints about the service: read by the office that handles them, never by whom they are about.

DO $$
DECLARE
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR ('
        || '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)'
        || ' AND (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer) <> ALL (kept_out))';
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY['service_complaint', 'service_message']
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

CREATE INDEX service_complaint_open ON service_complaint (organisation, id) WHERE state <> 'closed';
CREATE INDEX service_message_of ON service_message (complaint, id);
CREATE INDEX service_duty_of ON service_duty (organisation, id);

-- A complaint changes its state together with the event that says so, and is never taken away.
CREATE FUNCTION service_complaint_moves_by_event() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.state IS NOT DISTINCT FROM OLD.state THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (
        SELECT FROM event e WHERE e.stream = NEW.id AND e.txid = pg_current_xact_id()
          AND e.details ->> 'state' = NEW.state
    ) THEN
        RAISE EXCEPTION 'service complaint % has no event that says "%"', NEW.id, NEW.state
            USING ERRCODE = 'NE019';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER service_complaint_moves_by_event BEFORE INSERT OR UPDATE ON service_complaint
    FOR EACH ROW EXECUTE FUNCTION service_complaint_moves_by_event();
CREATE TRIGGER service_complaint_not_removed BEFORE DELETE ON service_complaint
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER service_complaint_not_emptied BEFORE TRUNCATE ON service_complaint
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER service_message_not_removed BEFORE DELETE ON service_message
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER service_message_not_emptied BEFORE TRUNCATE ON service_message
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- What somebody says of the service, on the public site: sealed to the office, found by its code.
CREATE TABLE inbox.complaint (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    number text NOT NULL,
    office integer NOT NULL,
    proved boolean NOT NULL,
    key_id text NOT NULL,
    for_office bytea NOT NULL CHECK (octet_length(for_office) <= 40000),
    mailbox bytea NOT NULL CHECK (octet_length(mailbox) = 32),
    sent_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX complaint_sent ON inbox.complaint (sent_at);
ALTER TABLE inbox.complaint ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox.complaint FORCE ROW LEVEL SECURITY;
CREATE POLICY complaint_own ON inbox.complaint
    USING (digest = (SELECT decode(nullif(current_setting('netralitas.receipt', true), ''), 'hex'))
           OR ((SELECT current_user <> 'netralitas_public')
               AND (SELECT current_setting('netralitas.everything', true) = 'yes')))
    WITH CHECK (digest = (SELECT decode(nullif(current_setting('netralitas.receipt', true), ''), 'hex'))
           OR ((SELECT current_user <> 'netralitas_public')
               AND (SELECT current_setting('netralitas.everything', true) = 'yes')));
