-- What prevention and the pack of a meeting add: wider lists, row security, indexes, the page by
-- which a phone says that somebody came, and what is shared with the public.

ALTER TABLE activity DROP CONSTRAINT activity_kind_known;
ALTER TABLE activity ADD CONSTRAINT activity_kind_known CHECK (kind IN (
    'socialization', 'literacy', 'training', 'dissemination', 'workshop', 'guidance', 'discussion',
    'appeal', 'pledge', 'hours_change'));
ALTER TABLE activity DROP CONSTRAINT activity_state_known;
ALTER TABLE activity ADD CONSTRAINT activity_state_known CHECK (state IN (
    'planned', 'announced', 'held', 'cancelled'));

DO $$
DECLARE
    place text;
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR '
        || '((SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers))';
BEGIN
    FOREACH place IN ARRAY ARRAY['invited', 'speaker', 'activity_file', 'media_post', 'attendee',
                                 'attendance_door', 'quiz', 'quiz_result', 'pack', 'signature']
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

CREATE INDEX activity_planned_on ON activity (planned_on, id);
CREATE INDEX activity_held_on ON activity (held_on, id) WHERE held_on IS NOT NULL;
CREATE INDEX activity_file_activity ON activity_file (activity);
CREATE INDEX activity_file_shared ON activity_file (id) WHERE shared;
CREATE INDEX media_post_activity ON media_post (activity);
CREATE INDEX attendee_activity ON attendee (activity, unit);
CREATE UNIQUE INDEX attendee_once ON attendee (activity, nip_digest) WHERE nip_digest IS NOT NULL;
CREATE INDEX quiz_result_activity ON quiz_result (activity, phase);
CREATE INDEX chart_not_drawn ON chart (id) WHERE drawn_at IS NULL;
CREATE INDEX signature_meeting ON signature (meeting);

-- Respondents beside coverage: the cases of a year and the deadlines of their proceedings are read
-- from the index alone, row security included, because a policy reads readers and the case.
CREATE INDEX case_file_received ON case_file (received_at, id) INCLUDE (theme, region, readers);
CREATE INDEX clock_told ON clock (proceeding) INCLUDE (due_at, ended_at, case_file, readers)
    WHERE superseded_by IS NULL AND due_at IS NOT NULL;

-- A pack that is ready is what both parties sign: neither it nor a signature is ever said otherwise.
CREATE FUNCTION pack_stays_frozen() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'ready' THEN
        RAISE EXCEPTION 'pack % is frozen', OLD.id USING ERRCODE = 'NE014';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER pack_stays_frozen BEFORE UPDATE ON pack
    FOR EACH ROW EXECUTE FUNCTION pack_stays_frozen();
CREATE TRIGGER pack_not_removed BEFORE DELETE ON pack
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER signature_stays BEFORE UPDATE OR DELETE ON signature
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();

-- The page of an activity for the phones in the room: its title, units, hours, questions without
-- their answers. Its token hangs on the wall, so it is no secret.
CREATE TABLE published.attendance (
    token text PRIMARY KEY,
    content jsonb NOT NULL,
    key_id text NOT NULL,
    public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    told_at timestamptz NOT NULL
);

-- What is said by phone, sealed to the office that organises: who came, or the answers to a test.
-- The digest is of a number made for the form, so that sending it twice is one line.
CREATE TABLE inbox.attendance (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    token text NOT NULL,
    key_id text NOT NULL,
    for_office bytea NOT NULL CHECK (octet_length(for_office) <= 8000),
    sent_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX attendance_sent ON inbox.attendance (sent_at);
ALTER TABLE inbox.attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox.attendance FORCE ROW LEVEL SECURITY;
CREATE POLICY attendance_own ON inbox.attendance
    USING (digest = (SELECT decode(nullif(current_setting('netralitas.receipt', true), ''), 'hex'))
           OR ((SELECT current_user <> 'netralitas_public')
               AND (SELECT current_setting('netralitas.everything', true) = 'yes')))
    WITH CHECK (digest = (SELECT decode(nullif(current_setting('netralitas.receipt', true), ''), 'hex'))
           OR ((SELECT current_user <> 'netralitas_public')
               AND (SELECT current_setting('netralitas.everything', true) = 'yes')));

-- Materials for everybody, as they are sent.
CREATE TABLE published.material (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    name text NOT NULL,
    media_type text NOT NULL,
    body bytea NOT NULL CHECK (octet_length(body) <= 20971520),
    told_at timestamptz NOT NULL
);
