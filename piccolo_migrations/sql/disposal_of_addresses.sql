-- Addresses of the register of web pages that became no case are disposed of too.

ALTER TABLE retention_rule DROP CONSTRAINT retention_class_known,
    ADD CONSTRAINT retention_class_known
    CHECK (kept IN ('identity', 'case', 'attendance', 'staff_list', 'complaint', 'web_report', 'web_address'));
ALTER TABLE disposal DROP CONSTRAINT disposal_class_known,
    ADD CONSTRAINT disposal_class_known
    CHECK (kept IN ('identity', 'case', 'attendance', 'staff_list', 'complaint', 'web_report', 'web_address'));
ALTER TABLE erasure DROP CONSTRAINT erasure_kind_known,
    ADD CONSTRAINT erasure_kind_known CHECK (kind IN
    ('identity', 'note', 'draft', 'case', 'attendance', 'staff_list',
     'complaint', 'web_report', 'web_address'));

-- A line of the ledger: what takes two people has their approval, and nothing that is held goes.
CREATE OR REPLACE FUNCTION erasure_enters() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.txid := pg_current_xact_id();
    NEW.mark := coalesce(NEW.mark, gen_random_uuid());
    IF NEW.case_file IS NOT NULL AND NEW.proof IS NULL THEN
        NEW.proof := (SELECT hash FROM event WHERE stream = NEW.case_file AND version = 1);
    END IF;
    IF NEW.kind IN ('complaint', 'web_address') AND NEW.proof IS NULL THEN
        NEW.proof := (SELECT hash FROM event WHERE stream = NEW.ids[1] AND version = 1);
    END IF;
    IF NEW.kind = 'web_report' AND NEW.token IS NULL THEN
        NEW.token := (SELECT digest FROM inbox.report WHERE id = NEW.ids[1]);
    END IF;
    IF NEW.reapplied THEN
        IF session_user <> 'netralitas_owner' THEN
            RAISE EXCEPTION 'an erasure is applied again by the owner alone' USING ERRCODE = 'NE069';
        END IF;
        RETURN NEW;
    END IF;
    NEW.erased_at := recording_time();
    IF NEW.kind IN ('case', 'attendance', 'staff_list', 'complaint', 'web_report', 'web_address') THEN
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

-- Whether this transaction disposes of an address: then what was captured of it may be emptied.
CREATE FUNCTION address_being_disposed_of(place bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM erasure e WHERE e.kind = 'web_address' AND place = ANY (e.ids)
        AND e.txid = pg_current_xact_id())
$$;
DROP TRIGGER capture_stays_frozen ON capture;
CREATE TRIGGER capture_stays_frozen BEFORE UPDATE ON capture
    FOR EACH ROW WHEN (CASE WHEN OLD.case_file IS NOT NULL THEN NOT being_disposed_of(OLD.case_file)
                            ELSE NOT address_being_disposed_of(OLD.web_address) END)
    EXECUTE FUNCTION capture_stays_frozen();

-- An address without what it names and what was captured of it: that there was one, of which platform and
-- category, and when it was asked for and gone, stays. What a case took over stays with the case.
CREATE FUNCTION dispose_web_address(place bigint, stand_in bytea) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone text := 'Data ini dimusnahkan.';
    files bigint;
BEGIN
    IF NOT address_being_disposed_of(place) THEN
        RAISE EXCEPTION 'address % is not being disposed of', place USING ERRCODE = 'NE068';
    END IF;
    INSERT INTO disposed_file (digest, noted_at)
    SELECT DISTINCT held.digest, recording_time() FROM capture k
    CROSS JOIN LATERAL unnest(ARRAY[k.warc, k.warc_stamp, k.picture, k.picture_stamp]) AS held (digest)
    WHERE k.web_address = place AND k.case_file IS NULL AND held.digest IS NOT NULL AND held.digest <> stand_in
    ON CONFLICT (digest) DO NOTHING;
    GET DIAGNOSTICS files = ROW_COUNT;
    UPDATE capture SET url = gone, final_url = NULL, warc = CASE WHEN warc IS NULL THEN NULL ELSE stand_in END,
        warc_stamp = NULL, picture = NULL, picture_stamp = NULL
    WHERE web_address = place AND case_file IS NULL;
    UPDATE web_address SET url = gone, account = NULL, note = NULL WHERE id = place;
    RETURN jsonb_build_object('files', files);
END
$$;
