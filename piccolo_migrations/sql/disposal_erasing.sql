-- What is emptied when something is disposed of; each in the transaction of its line in the ledger.

-- What is frozen of a case may be emptied by that alone.
DROP TRIGGER package_stays_frozen ON package;
CREATE TRIGGER package_stays_frozen BEFORE UPDATE ON package
    FOR EACH ROW WHEN (NOT being_disposed_of(OLD.case_file)) EXECUTE FUNCTION package_stays_frozen();
DROP TRIGGER official_paper_stays_frozen ON official_paper;
CREATE TRIGGER official_paper_stays_frozen BEFORE UPDATE ON official_paper
    FOR EACH ROW WHEN (NOT being_disposed_of(OLD.case_file)) EXECUTE FUNCTION official_paper_stays_frozen();
DROP TRIGGER capture_stays_frozen ON capture;
CREATE TRIGGER capture_stays_frozen BEFORE UPDATE ON capture
    FOR EACH ROW WHEN (OLD.case_file IS NULL OR NOT being_disposed_of(OLD.case_file))
    EXECUTE FUNCTION capture_stays_frozen();
DROP TRIGGER archived_case_stays ON archived_case;
CREATE TRIGGER archived_case_stays BEFORE INSERT OR DELETE ON archived_case
    FOR EACH ROW EXECUTE FUNCTION archived_case_stays();
CREATE TRIGGER archived_case_stays_as_it_is BEFORE UPDATE ON archived_case
    FOR EACH ROW WHEN (NOT being_disposed_of(OLD.case_file)) EXECUTE FUNCTION archived_case_stays();

-- Whatever is erased enters the ledger, whoever erased it and by which way.
CREATE FUNCTION note_enters_ledger() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM erasure e WHERE e.txid = pg_current_xact_id()
                   AND (e.kind = 'case' OR (e.kind = 'note' AND NEW.event = ANY (e.ids)))) THEN
        INSERT INTO erasure (kind, case_file, ids, erased_at, reapplied, readers)
        VALUES ('note', NEW.case_file, ARRAY[NEW.event], now(), false, NEW.readers);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_enters_ledger AFTER UPDATE ON event_note FOR EACH ROW
    WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION note_enters_ledger();

CREATE FUNCTION identity_enters_ledger() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM erasure e WHERE e.txid = pg_current_xact_id()
                   AND ((e.kind = 'case' AND e.case_file = NEW.case_file)
                        OR (e.kind = 'identity' AND NEW.id = ANY (e.ids)))) THEN
        INSERT INTO erasure (kind, case_file, ids, organisation, officer, erased_at, event, reapplied, readers)
        SELECT 'identity', NEW.case_file, ARRAY[NEW.id], e.organisation, e.actor, now(), e.id, false, NEW.readers
        FROM event e WHERE e.id = NEW.erased_by;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER identity_enters_ledger AFTER UPDATE ON vault_entry FOR EACH ROW
    WHEN (OLD.erased_by IS NULL AND NEW.erased_by IS NOT NULL) EXECUTE FUNCTION identity_enters_ledger();

CREATE FUNCTION draft_enters_ledger() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM erasure e WHERE e.txid = pg_current_xact_id() AND e.token = OLD.token) THEN
        INSERT INTO erasure (kind, ids, token, organisation, officer, erased_at, reapplied, readers)
        VALUES ('draft', '{}', OLD.token, OLD.organisation, OLD.officer, now(), false, OLD.readers);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER draft_enters_ledger AFTER DELETE ON desk_draft FOR EACH ROW
    WHEN (OLD.ciphertext IS NOT NULL) EXECUTE FUNCTION draft_enters_ledger();
CREATE TRIGGER emptied_draft_enters_ledger AFTER UPDATE OF ciphertext ON desk_draft FOR EACH ROW
    WHEN (OLD.ciphertext IS NOT NULL AND NEW.ciphertext IS NULL) EXECUTE FUNCTION draft_enters_ledger();

-- A case without its people and words: what was counted, decided and recorded stays. `stand_in` is the
-- file that stands where others were. Returns what was emptied.
CREATE FUNCTION dispose_case(dossier bigint, stand_in bytea) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone text := 'Data ini dimusnahkan.';
    notes bigint; people bigint; papers bigint; files bigint;
BEGIN
    IF NOT being_disposed_of(dossier) THEN
        RAISE EXCEPTION 'case % is not being disposed of', dossier USING ERRCODE = 'NE068';
    END IF;
    IF EXISTS (SELECT FROM vault_entry v WHERE v.case_file = dossier AND v.erased_by IS NULL) THEN
        RAISE EXCEPTION 'identities of case % are erased first, by their event', dossier USING ERRCODE = 'NE068';
    END IF;
    UPDATE event_note n SET text = NULL, key = NULL, erased_at = recording_time()
    WHERE n.erased_at IS NULL AND (n.case_file = dossier OR n.event IN (
        SELECT e.id FROM exhibit x JOIN event e ON e.stream = x.stream WHERE x.case_file = dossier));
    GET DIAGNOSTICS notes = ROW_COUNT;

    -- Files: what nothing else holds goes with the job that follows.
    INSERT INTO disposed_file (digest, noted_at)
    SELECT DISTINCT held.digest, recording_time() FROM (
        SELECT file AS digest FROM document WHERE case_file = dossier
        UNION ALL SELECT unnest(ARRAY[pdf, docx, scan]) FROM official_paper WHERE case_file = dossier
        UNION ALL SELECT unnest(ARRAY[warc, warc_stamp, picture, picture_stamp]) FROM capture WHERE case_file = dossier
    ) held WHERE held.digest IS NOT NULL AND held.digest <> stand_in
    ON CONFLICT (digest) DO NOTHING;
    GET DIAGNOSTICS files = ROW_COUNT;
    UPDATE document SET title = 'Berkas yang dimusnahkan', file = stand_in WHERE case_file = dossier;
    GET DIAGNOSTICS papers = ROW_COUNT;
    UPDATE official_paper SET frozen = '', printed_reason = NULL, pdf = stand_in, docx = stand_in,
        scan = CASE WHEN scan IS NULL THEN NULL ELSE stand_in END
    WHERE case_file = dossier;
    UPDATE capture SET url = gone, final_url = NULL, warc = CASE WHEN warc IS NULL THEN NULL ELSE stand_in END,
        warc_stamp = NULL, picture = NULL, picture_stamp = NULL
    WHERE case_file = dossier;

    -- People.
    UPDATE respondent SET name = CASE WHEN name IS NULL THEN NULL ELSE 'Terlapor ' || ordinal END,
        position = NULL, unit = NULL, grade = NULL, nip_cipher = NULL, nip_digest = NULL, nip_last = NULL, staff = NULL
    WHERE case_file = dossier;
    GET DIAGNOSTICS people = ROW_COUNT;
    UPDATE reporting SET finder = CASE WHEN finder IS NULL THEN NULL ELSE 'Penemu' END, finder_position = NULL,
        supervision = NULL WHERE case_file = dossier;
    UPDATE heard_person SET name = CASE WHEN name IS NULL THEN NULL ELSE 'Ahli' END, expertise = NULL
    WHERE case_file = dossier;
    UPDATE examiner SET name = 'Pemeriksa', position = NULL WHERE case_file = dossier;

    -- Words.
    UPDATE case_file f SET subject = 'Perkara yang datanya dimusnahkan', description = gone, place = NULL
    WHERE f.id = dossier;
    UPDATE exhibit SET description = NULL WHERE case_file = dossier;
    UPDATE letter SET subject = gone, kept_at = NULL WHERE case_file = dossier;
    UPDATE letter_copy SET name = 'Tembusan' WHERE case_file = dossier;
    UPDATE external_record SET said = gone, number = '–', according_to = '–' WHERE case_file = dossier;
    UPDATE clarification_session SET link = NULL, late_reason = NULL, oath_reason = NULL, signed_reason = NULL
    WHERE case_file = dossier;
    UPDATE study_reading SET reason = NULL WHERE case_file = dossier;
    UPDATE plenary_vote SET reason = gone WHERE case_file = dossier AND reason IS NOT NULL;
    UPDATE imported_case SET unplaced = '[]' WHERE case_file = dossier;
    UPDATE archived_case SET frozen = convert_to(
        (convert_from(frozen, 'UTF8')::jsonb || '{"members": []}')::text, 'UTF8')
    WHERE case_file = dossier;
    UPDATE package SET manifest = convert_to((convert_from(manifest, 'UTF8')::jsonb
        || '{"respondents": [], "papers": [], "letter": null}')::text, 'UTF8')
    WHERE case_file = dossier;
    DELETE FROM preliminary_study WHERE case_file = dossier;
    DELETE FROM study_version WHERE case_file = dossier;
    DELETE FROM study_comment WHERE case_file = dossier;
    DELETE FROM clarification_answer WHERE case_file = dossier;
    DELETE FROM exhibit_upload WHERE case_file = dossier;

    -- What is searched and compared, and what whoever holds the code wrote.
    DELETE FROM case_key WHERE case_file = dossier;
    UPDATE case_text SET plain = '' WHERE case_file = dossier;
    DELETE FROM case_message WHERE case_file = dossier;
    DELETE FROM published.message m USING receipt_code k WHERE k.case_file = dossier AND m.digest = k.digest;
    UPDATE receipt_code SET key_id = NULL, nonce = NULL, ciphertext = NULL WHERE case_file = dossier;
    RETURN jsonb_build_object('notes', notes, 'people', people, 'papers', papers,
        'files', files);
END
$$;

-- A list of presence without its people: how many came, and from where, stays.
CREATE FUNCTION dispose_attendance(place bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    people bigint; files bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM erasure e WHERE e.kind = 'attendance' AND place = ANY (e.ids)
                   AND e.txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'activity % is not being disposed of', place USING ERRCODE = 'NE068';
    END IF;
    UPDATE attendee SET name = 'Peserta', origin = NULL, position = NULL, nip_digest = NULL, nip_last = NULL
    WHERE activity = place;
    GET DIAGNOSTICS people = ROW_COUNT;
    UPDATE speaker SET name = 'Narasumber', capacity = '–' WHERE activity = place;
    INSERT INTO disposed_file (digest, noted_at)
    SELECT DISTINCT held.digest, recording_time() FROM activity_file f
    CROSS JOIN LATERAL unnest(ARRAY[f.file, f.view]) AS held (digest)
    WHERE f.activity = place AND f.use = 'list' AND held.digest IS NOT NULL
    ON CONFLICT (digest) DO NOTHING;
    GET DIAGNOSTICS files = ROW_COUNT;
    DELETE FROM activity_file f WHERE f.activity = place AND f.use = 'list'
        AND NOT EXISTS (SELECT FROM duty_done d WHERE d.file = f.id);
    RETURN jsonb_build_object('people', people, 'files', files);
END
$$;

-- A staff list without its lines: who took it in, when and how many lines, stays.
CREATE FUNCTION dispose_staff_list(place bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    people bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM erasure e WHERE e.kind = 'staff_list' AND place = ANY (e.ids)
                   AND e.txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'staff list % is not being disposed of', place USING ERRCODE = 'NE068';
    END IF;
    UPDATE respondent r SET staff = NULL FROM staff s WHERE s.id = r.staff AND s.batch = place;
    DELETE FROM staff_key k USING staff s WHERE s.id = k.staff AND s.batch = place;
    DELETE FROM staff WHERE batch = place;
    GET DIAGNOSTICS people = ROW_COUNT;
    RETURN jsonb_build_object('people', people);
END
$$;

-- Forgets a file that something disposed of held, unless anything holds it still; says whether it did.
CREATE FUNCTION forget_file(known bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM disposed_file WHERE digest = known;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    BEGIN
        DELETE FROM file_alarm WHERE file = known;
        DELETE FROM file WHERE digest = known;
        RETURN FOUND;
    EXCEPTION WHEN foreign_key_violation THEN
        RETURN false;
    END;
END
$$;
