-- Complaints about the service that are closed, and web reports that never became a case, are disposed of
-- too. What the release before writes holds under the wider rules.

ALTER TABLE retention_rule DROP CONSTRAINT retention_class_known,
    ADD CONSTRAINT retention_class_known CHECK (kept IN ('identity', 'case', 'attendance', 'staff_list', 'complaint', 'web_report'));
ALTER TABLE disposal DROP CONSTRAINT disposal_class_known,
    ADD CONSTRAINT disposal_class_known CHECK (kept IN ('identity', 'case', 'attendance', 'staff_list', 'complaint', 'web_report'));
ALTER TABLE erasure DROP CONSTRAINT erasure_kind_known,
    ADD CONSTRAINT erasure_kind_known
    CHECK (kind IN ('identity', 'note', 'draft', 'case', 'attendance', 'staff_list', 'complaint', 'web_report'));

-- A line of the ledger: what takes two people has their approval, and nothing that is held goes.
CREATE OR REPLACE FUNCTION erasure_enters() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.txid := pg_current_xact_id();
    NEW.mark := coalesce(NEW.mark, gen_random_uuid());
    IF NEW.case_file IS NOT NULL AND NEW.proof IS NULL THEN
        NEW.proof := (SELECT hash FROM event WHERE stream = NEW.case_file AND version = 1);
    END IF;
    IF NEW.kind = 'complaint' AND NEW.proof IS NULL THEN
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
    IF NEW.kind IN ('case', 'attendance', 'staff_list', 'complaint', 'web_report') THEN
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

-- A complaint without its words: that there was one, when it came and was answered, stays. Its officers stay
-- kept out of it.
CREATE FUNCTION dispose_complaint(place bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    messages bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM erasure e WHERE e.kind = 'complaint' AND place = ANY (e.ids)
                   AND e.txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'complaint % is not being disposed of', place USING ERRCODE = 'NE068';
    END IF;
    UPDATE service_message SET for_office = '', for_sender = '' WHERE complaint = place;
    GET DIAGNOSTICS messages = ROW_COUNT;
    DELETE FROM published.message m USING service_complaint s WHERE s.id = place AND m.digest = s.digest;
    UPDATE service_complaint SET content = '', mailbox = '' WHERE id = place;
    RETURN jsonb_build_object('messages', messages);
END
$$;

-- A report of the public that was refused, without its files, its messages and the words of the refusal: that
-- there was one, of which office and when it was answered, stays. What its code shows is told anew.
CREATE FUNCTION dispose_web_report(place bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    code bytea := (SELECT digest FROM inbox.report WHERE id = place AND refused_at IS NOT NULL);
    files bigint; messages bigint;
BEGIN
    IF code IS NULL OR NOT EXISTS (SELECT FROM erasure e WHERE e.kind = 'web_report' AND place = ANY (e.ids)
                                   AND e.txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'report % is not being disposed of', place USING ERRCODE = 'NE068';
    END IF;
    DELETE FROM inbox.message WHERE digest = code;
    GET DIAGNOSTICS messages = ROW_COUNT;
    DELETE FROM inbox.file WHERE digest = code;
    GET DIAGNOSTICS files = ROW_COUNT;
    UPDATE inbox.draft SET wrapped = NULL, content = '' WHERE digest = code;
    UPDATE inbox.report SET sealed_key = '', mailbox = decode(repeat('00', 32), 'hex'),
        refusal = 'Data ini dimusnahkan.' WHERE id = place;
    DELETE FROM published.message WHERE digest = code;
    DELETE FROM published.status WHERE digest = code;
    RETURN jsonb_build_object('messages', messages, 'files', files);
END
$$;
