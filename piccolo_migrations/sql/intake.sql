-- What intake adds: rows that hang on a case, the inbox of the public site, what it reads.

DO $$
DECLARE
    place record;
    may_read text;
BEGIN
    FOR place IN
        SELECT * FROM (VALUES
            ('reporting', true), ('case_message', true), ('case_key', true), ('merger', true),
            ('desk_draft', true),
            ('upload', false), ('interest', false), ('import_batch', false), ('staff', false),
            ('staff_key', false)
        ) AS listed (name, of_a_case)
    LOOP
        may_read := '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
        IF place.of_a_case THEN
            may_read := may_read
                || ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
                || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer))))';
        END IF;
        may_read := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR (' || may_read || ')';
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place.name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place.name);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place.name || '_read', place.name, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place.name || '_insert', place.name, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place.name || '_update', place.name, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place.name || '_delete', place.name, may_read);
    END LOOP;
END
$$;

CREATE INDEX case_key_found ON case_key (kind, key, case_file);
CREATE INDEX case_key_of ON case_key (case_file);
CREATE INDEX case_file_event ON case_file (region, act_on) WHERE act_precision = 'day';
CREATE INDEX staff_key_found ON staff_key (key);
CREATE INDEX staff_key_of ON staff_key (staff);
CREATE INDEX staff_batch ON staff (batch);
CREATE INDEX respondent_staff ON respondent (staff) WHERE staff IS NOT NULL;
CREATE INDEX case_message_of ON case_message (case_file, id);
CREATE INDEX desk_draft_of ON desk_draft (officer, touched_at DESC);
CREATE INDEX upload_of ON upload (draft);
CREATE INDEX interest_open ON interest (officer) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX merger_open ON merger (case_file) WHERE undone_by IS NULL;
CREATE INDEX merger_into ON merger (into_case);

-- The inbox. The public site writes here and nowhere else. Nothing personal is in clear: a draft is
-- sealed under the code that its writer keeps, a report to the key of the office.

CREATE SCHEMA inbox;

-- A draft, found by the digest of its code: its data key wrapped under the code, its answers sealed
-- under the data key. Once sent, the wrapped key is gone: the code opens the answers no more.
CREATE TABLE inbox.draft (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    wrapped bytea,
    content bytea NOT NULL,
    version integer NOT NULL DEFAULT 1,
    started_at timestamptz NOT NULL DEFAULT now(),
    touched_at timestamptz NOT NULL DEFAULT now(),
    CHECK (octet_length(content) <= 200000)
);
CREATE INDEX draft_touched ON inbox.draft (touched_at);

-- A file of it, arriving in pieces; whole once it has a digest. The label (its name) is sealed.
CREATE TABLE inbox.file (
    digest bytea NOT NULL REFERENCES inbox.draft ON DELETE CASCADE,
    ordinal smallint NOT NULL CHECK (ordinal BETWEEN 1 AND 20),
    label bytea NOT NULL,
    size bigint NOT NULL CHECK (size > 0),
    sha256 bytea CHECK (octet_length(sha256) = 32),
    media_type text,
    PRIMARY KEY (digest, ordinal),
    CHECK ((sha256 IS NULL) = (media_type IS NULL))
);

CREATE TABLE inbox.piece (
    digest bytea NOT NULL,
    ordinal smallint NOT NULL,
    place integer NOT NULL CHECK (place >= 0),
    sealed bytea NOT NULL,
    PRIMARY KEY (digest, ordinal, place),
    FOREIGN KEY (digest, ordinal) REFERENCES inbox.file ON DELETE CASCADE
);

-- A report that was sent: to which office, with the data key sealed to its key, the key of the
-- mailbox of the code, and what staff did with it. Its answers and files stay in the draft's rows.
CREATE TABLE inbox.report (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest bytea NOT NULL UNIQUE REFERENCES inbox.draft,
    number text NOT NULL UNIQUE,
    office integer NOT NULL,
    readers integer[] NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('named', 'confidential', 'anonymous')),
    regime text CHECK (regime IN ('pemilu', 'pemilihan', 'luar_tahapan')),
    proved boolean NOT NULL,
    key_id text NOT NULL,
    sealed_key bytea NOT NULL,
    mailbox bytea NOT NULL CHECK (octet_length(mailbox) = 32),
    sent_at timestamptz NOT NULL DEFAULT now(),
    taken_at timestamptz,
    case_file bigint,
    refused_at timestamptz,
    refusal text,
    CHECK (taken_at IS NULL OR refused_at IS NULL),
    CHECK ((taken_at IS NULL) = (case_file IS NULL)),
    CHECK ((refused_at IS NULL) = (refusal IS NULL))
);
CREATE INDEX report_waiting ON inbox.report (office, id) WHERE taken_at IS NULL AND refused_at IS NULL;

-- A message of whoever holds a code, sealed to the office and to the mailbox of the code.
CREATE TABLE inbox.message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    key_id text NOT NULL,
    for_office bytea NOT NULL CHECK (octet_length(for_office) <= 20000),
    for_reporter bytea NOT NULL CHECK (octet_length(for_reporter) <= 20000),
    sent_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX message_of ON inbox.message (digest);

-- What the public site reads for it: offices with their keys, and the thread of each code.
CREATE TABLE published.office (
    id integer PRIMARY KEY,
    name text NOT NULL,
    zone text NOT NULL,
    regions jsonb NOT NULL,
    service jsonb NOT NULL,
    readers integer[] NOT NULL,
    key_id text NOT NULL,
    public_key bytea NOT NULL CHECK (octet_length(public_key) = 32)
);

CREATE TABLE published.message (
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    ordinal bigint NOT NULL,
    from_office boolean NOT NULL,
    sealed bytea NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (digest, ordinal)
);

-- A code reads its own rows; an office, the reports to it; the worker, everything. The public site is
-- held to the rows of the code it was given, whatever else it says of itself.
DO $$
DECLARE
    place record;
    everything text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'')';
    own text := 'digest = (SELECT decode(nullif(current_setting(''netralitas.receipt'', true), ''''), ''hex''))';
    office text := '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
    theirs text := 'EXISTS (SELECT FROM inbox.report r WHERE r.digest = %I.digest AND '
        || '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (r.readers))';
    may text;
BEGIN
    FOR place IN
        SELECT * FROM (VALUES ('draft', true), ('file', true), ('piece', true), ('report', false),
                              ('message', NULL)) AS listed (name, through_report)
    LOOP
        may := own || ' OR ((SELECT current_user <> ''netralitas_public'') AND (' || everything || CASE place.through_report
            WHEN true THEN ' OR ' || format(theirs, place.name)
            WHEN false THEN ' OR ' || office
            ELSE '' END || '))';
        EXECUTE format('ALTER TABLE inbox.%I ENABLE ROW LEVEL SECURITY', place.name);
        EXECUTE format('ALTER TABLE inbox.%I FORCE ROW LEVEL SECURITY', place.name);
        EXECUTE format('CREATE POLICY %I ON inbox.%I USING (%s) WITH CHECK (%s)', place.name || '_own', place.name, may, may);
    END LOOP;
END
$$;

-- The vault: an identity is opened by two people, and without them the application cannot read it.

-- Whoever moves a request is whoever the transaction says is acting. Somebody else than the
-- requester agrees; the requester alone opens, once somebody else has agreed. A later event that
-- keeps the state is no such move.
CREATE FUNCTION identity_takes_two() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    asked boolean;
    asked_by_another boolean;
    agreed_by_another boolean;
BEGIN
    IF NEW.actor IS DISTINCT FROM nullif(current_setting('netralitas.officer', true), '')::integer THEN
        RAISE EXCEPTION 'officer % is not the one who acts', NEW.actor USING ERRCODE = 'NE011';
    END IF;
    IF NEW.to_state NOT IN ('approved', 'opened') THEN
        RETURN NEW;
    END IF;
    SELECT coalesce(bool_or(to_state = 'requested' AND actor = NEW.actor), false),
           coalesce(bool_or(to_state = 'requested' AND actor <> NEW.actor), false),
           coalesce(bool_or(to_state = 'approved' AND actor <> NEW.actor), false)
    INTO asked, asked_by_another, agreed_by_another
    FROM event
    WHERE stream = NEW.stream AND proceeding = NEW.proceeding AND workflow = 'identity_access'
      AND from_state IS DISTINCT FROM to_state;
    IF (NEW.to_state = 'approved' AND (asked OR NOT asked_by_another))
       OR (NEW.to_state = 'opened' AND (asked_by_another OR NOT asked OR NOT agreed_by_another)) THEN
        RAISE EXCEPTION 'proceeding %: an identity is opened by two people', NEW.proceeding
            USING ERRCODE = 'NE011';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER identity_takes_two BEFORE INSERT ON event
    FOR EACH ROW WHEN (NEW.workflow = 'identity_access' AND NEW.from_state IS DISTINCT FROM NEW.to_state)
    EXECUTE FUNCTION identity_takes_two();

-- The only way by which the application reads what is sealed; it has no right to the columns. It
-- runs with the owner's rights and under the caller's row security. The day is a bound of the
-- database; how many minutes an identity may be read is the application's setting.
CREATE FUNCTION opened_identities(bigint)
RETURNS TABLE (id bigint, subject text, key_id text, nonce bytea, ciphertext bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT v.id, v.subject, v.key_id, v.nonce, v.ciphertext
    FROM vault_entry v
    WHERE v.case_file = $1 AND v.erased_by IS NULL AND EXISTS (
        SELECT FROM proceeding p JOIN event e ON e.stream = p.case_file AND e.proceeding = p.id
        WHERE p.case_file = $1 AND p.workflow = 'identity_access' AND p.state = 'opened'
          AND e.workflow = 'identity_access' AND e.to_state = 'opened'
          AND e.from_state IS DISTINCT FROM e.to_state
          AND e.actor = nullif(current_setting('netralitas.officer', true), '')::integer
          AND e.recorded_at > recording_time() - interval '24 hours')
    ORDER BY v.id
$$;

-- An entry is emptied by the event that says so, for good; the worker alone puts another
-- ciphertext in the place of one, under a new key.
CREATE FUNCTION vault_entry_is_erased_or_resealed() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (NEW.id, NEW.case_file, NEW.subject, NEW.stored_at)
       IS DISTINCT FROM (OLD.id, OLD.case_file, OLD.subject, OLD.stored_at) THEN
        RAISE EXCEPTION 'vault entry % keeps what it is about', OLD.id USING ERRCODE = 'NE012';
    END IF;
    IF (NEW.key_id, NEW.nonce, NEW.ciphertext, NEW.erased_by)
       IS NOT DISTINCT FROM (OLD.key_id, OLD.nonce, OLD.ciphertext, OLD.erased_by) THEN
        RETURN NEW;  -- only its readers changed
    END IF;
    IF OLD.erased_by IS NOT NULL THEN
        RAISE EXCEPTION 'vault entry % is erased', OLD.id USING ERRCODE = 'NE012';
    END IF;
    IF NEW.erased_by IS NULL THEN
        IF current_user <> 'netralitas_worker' OR NEW.key_id = OLD.key_id
           OR NEW.ciphertext = ''::bytea THEN
            RAISE EXCEPTION 'vault entry % is only erased', OLD.id USING ERRCODE = 'NE012';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.ciphertext <> ''::bytea OR NEW.nonce <> ''::bytea OR NOT EXISTS (
        SELECT FROM event WHERE id = NEW.erased_by AND stream = NEW.case_file
          AND name = 'identity.erased' AND txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'vault entry % is erased as a whole, by its event', OLD.id
            USING ERRCODE = 'NE012';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER vault_entry_is_erased_or_resealed BEFORE UPDATE ON vault_entry
    FOR EACH ROW EXECUTE FUNCTION vault_entry_is_erased_or_resealed();

-- What is taken in is whole, and stays until it is erased.
CREATE FUNCTION vault_entry_goes_in_whole() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.erased_by IS NOT NULL OR NEW.ciphertext = ''::bytea THEN
        RAISE EXCEPTION 'a vault entry begins with an identity' USING ERRCODE = 'NE012';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER vault_entry_goes_in_whole BEFORE INSERT ON vault_entry
    FOR EACH ROW EXECUTE FUNCTION vault_entry_goes_in_whole();
CREATE TRIGGER vault_entry_not_removed BEFORE DELETE ON vault_entry
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER vault_entry_not_emptied BEFORE TRUNCATE ON vault_entry
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();


-- An exclusion is taken back only together with the event that says so, and never by whom it names.
CREATE FUNCTION exclusion_is_lifted_by_event() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM event e
        WHERE e.stream = OLD.case_file AND e.name = 'case.exclusion_lifted'
          AND e.txid = pg_current_xact_id() AND e.actor <> OLD.officer
          AND (e.details ->> 'officer')::integer = OLD.officer
    ) THEN
        RAISE EXCEPTION 'an exclusion is lifted by an event of somebody else' USING ERRCODE = 'NE013';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER exclusion_lifted BEFORE DELETE ON exclusion
    FOR EACH ROW EXECUTE FUNCTION exclusion_is_lifted_by_event();
