-- The record defends itself: events follow their stream, nothing is changed or removed,
-- and a proceeding has no state without the event of the same transaction that made it so.

-- The transaction that wrote an event. Meaningless after a restore: never order by it.
ALTER TABLE event ADD COLUMN txid xid8 NOT NULL DEFAULT pg_current_xact_id();

-- A dossier and its stream share their id.
ALTER TABLE case_file ADD CONSTRAINT case_file_is_a_stream
    FOREIGN KEY (id) REFERENCES stream (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE log_pending ADD CONSTRAINT log_pending_is_an_event
    FOREIGN KEY (event) REFERENCES event (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE proceeding ADD CONSTRAINT proceeding_state_declared
    FOREIGN KEY (workflow, workflow_version, state)
    REFERENCES declared_state (workflow, version, state) ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE INDEX event_proceeding ON event (proceeding, id);
CREATE INDEX event_corrects ON event (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX proceeding_case_file ON proceeding (case_file);
CREATE UNIQUE INDEX proceeding_one_handling ON proceeding (case_file) WHERE workflow = 'handling';
CREATE INDEX clock_proceeding ON clock (proceeding);
CREATE INDEX clock_open ON clock (due_at) WHERE ended_by IS NULL AND superseded_by IS NULL;
CREATE INDEX case_file_owner ON case_file (owner, id);
CREATE INDEX case_number_case_file ON case_number (case_file);
CREATE INDEX case_number_printed ON case_number (printed text_pattern_ops);
CREATE INDEX document_case_file ON document (case_file);
CREATE INDEX letter_case_file ON letter (case_file);
CREATE INDEX vault_entry_case_file ON vault_entry (case_file);
CREATE INDEX exclusion_officer ON exclusion (officer);
CREATE INDEX job_due ON job (due_at, id);
CREATE INDEX session_desk ON session (desk);
CREATE INDEX worklist_due ON worklist_item (organisation, next_due, proceeding);
CREATE INDEX worklist_since ON worklist_item (organisation, since);
CREATE INDEX worklist_item_proceeding ON worklist_item (proceeding);

-- The moment of recording is the database's. The owner alone may set it, to fill the demo's past.
CREATE FUNCTION recording_time() RETURNS timestamptz
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN session_user = 'netralitas_owner'
        THEN coalesce(
            nullif(current_setting('netralitas.recording_time', true), '')::timestamptz, now())
        ELSE now() END
$$;

CREATE FUNCTION event_enters() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    head stream;
BEGIN
    SELECT * INTO STRICT head FROM stream WHERE id = NEW.stream;
    IF NEW.version <> head.version + 1 OR NEW.previous <> head.hash THEN
        RAISE EXCEPTION 'event % of stream % does not follow version %',
            NEW.version, NEW.stream, head.version USING ERRCODE = 'NE001';
    END IF;
    IF NEW.hash <> sha256(NEW.canonical) THEN
        RAISE EXCEPTION 'event % of stream % carries a wrong hash', NEW.version, NEW.stream
            USING ERRCODE = 'NE002';
    END IF;
    NEW.recorded_at := recording_time();
    NEW.txid := pg_current_xact_id();
    RETURN NEW;
END
$$;
CREATE TRIGGER event_enters BEFORE INSERT ON event
    FOR EACH ROW EXECUTE FUNCTION event_enters();

CREATE FUNCTION event_entered() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE stream SET version = NEW.version, hash = NEW.hash WHERE id = NEW.stream;
    INSERT INTO log_pending (event) VALUES (NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER event_entered AFTER INSERT ON event
    FOR EACH ROW EXECUTE FUNCTION event_entered();

-- Only its own birth puts an event before the log: one that is queued again would stop the log.
CREATE FUNCTION pending_is_new() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM event WHERE id = NEW.event AND txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'event % is not of this transaction', NEW.event USING ERRCODE = 'NE009';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER pending_is_new BEFORE INSERT ON log_pending
    FOR EACH ROW EXECUTE FUNCTION pending_is_new();

-- A stream is born empty, and moves only together with its event.
CREATE FUNCTION stream_follows_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.version <> 0 OR NEW.hash <> '\x'::bytea THEN
            RAISE EXCEPTION 'a stream begins empty' USING ERRCODE = 'NE003';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.version <> OLD.version + 1
       OR NOT EXISTS (SELECT FROM event WHERE stream = NEW.id AND version = NEW.version
                      AND hash = NEW.hash AND txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'stream % moves only with its event', OLD.id USING ERRCODE = 'NE003';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER stream_follows_event BEFORE INSERT OR UPDATE ON stream
    FOR EACH ROW EXECUTE FUNCTION stream_follows_event();

CREATE FUNCTION proceeding_follows_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    before text := NULL;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.id <> OLD.id OR NEW.case_file <> OLD.case_file OR NEW.workflow <> OLD.workflow
           OR NEW.workflow_version <> OLD.workflow_version
           OR NEW.respondent IS DISTINCT FROM OLD.respondent THEN
            RAISE EXCEPTION 'proceeding % keeps what it is about', OLD.id USING ERRCODE = 'NE004';
        END IF;
        IF NEW.state = OLD.state AND NEW.version = OLD.version AND NEW.holder = OLD.holder
           AND NEW.since = OLD.since AND NEW.addressee IS NOT DISTINCT FROM OLD.addressee THEN
            RETURN NEW;  -- only its readers grew
        END IF;
        before := OLD.state;
    END IF;
    IF NOT EXISTS (
        SELECT FROM event
        WHERE stream = NEW.case_file AND version = NEW.version AND proceeding = NEW.id
          AND workflow = NEW.workflow AND workflow_version = NEW.workflow_version
          AND to_state = NEW.state AND from_state IS NOT DISTINCT FROM before
          AND txid = pg_current_xact_id()
    ) THEN
        RAISE EXCEPTION 'proceeding %: no state without its event', NEW.id USING ERRCODE = 'NE005';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER proceeding_follows_event BEFORE INSERT OR UPDATE ON proceeding
    FOR EACH ROW EXECUTE FUNCTION proceeding_follows_event();

-- What is written once.
CREATE FUNCTION stays_as_written() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: the record only grows', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'NE006';
END
$$;
CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER event_not_emptied BEFORE TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER log_leaf_stays BEFORE UPDATE OR DELETE ON log_leaf
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER log_leaf_not_emptied BEFORE TRUNCATE ON log_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER log_head_stays BEFORE UPDATE OR DELETE ON log_head
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER log_head_not_emptied BEFORE TRUNCATE ON log_head
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER number_stays BEFORE UPDATE OR DELETE ON number
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER number_not_emptied BEFORE TRUNCATE ON number
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER stream_not_removed BEFORE DELETE ON stream
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER stream_not_emptied BEFORE TRUNCATE ON stream
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER proceeding_not_removed BEFORE DELETE ON proceeding
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER proceeding_not_emptied BEFORE TRUNCATE ON proceeding
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER event_note_not_removed BEFORE DELETE ON event_note
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER event_note_not_emptied BEFORE TRUNCATE ON event_note
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- A note can only be erased, as a whole.
CREATE FUNCTION note_is_only_erased() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.event <> OLD.event OR NEW.readers <> OLD.readers
       OR NEW.case_file IS DISTINCT FROM OLD.case_file
       OR NEW.text IS NOT NULL OR NEW.key IS NOT NULL OR NEW.erased_at IS NULL THEN
        RAISE EXCEPTION 'a note is only erased' USING ERRCODE = 'NE007';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER note_is_only_erased BEFORE UPDATE ON event_note
    FOR EACH ROW EXECUTE FUNCTION note_is_only_erased();

-- A register has no gap: serials follow one another.
CREATE FUNCTION number_follows() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.serial <> (SELECT coalesce(max(serial), 0) + 1 FROM number WHERE series = NEW.series) THEN
        RAISE EXCEPTION 'number % of series % leaves a gap', NEW.serial, NEW.series
            USING ERRCODE = 'NE008';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER number_follows BEFORE INSERT ON number
    FOR EACH ROW EXECUTE FUNCTION number_follows();

GRANT EXECUTE ON FUNCTION recording_time() TO netralitas_app, netralitas_worker, netralitas_auditor;
