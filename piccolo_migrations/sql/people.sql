-- An officer has one desk in an organisation, apart from those at which they stand in for others.
CREATE UNIQUE INDEX desk_one_per_organisation ON desk (officer, organisation)
    WHERE principal IS NULL;
CREATE INDEX desk_principal ON desk (principal) WHERE principal IS NOT NULL;

-- One open request at a time for an account, and for a login that is not yet given out.
CREATE UNIQUE INDEX account_request_one_reset ON account_request (officer)
    WHERE kind = 'reset' AND state IN ('asked', 'proposed');
CREATE UNIQUE INDEX account_request_one_invitation ON account_request (login)
    WHERE kind = 'invitation' AND state = 'proposed';
CREATE INDEX account_request_organisation ON account_request (organisation, id);
CREATE INDEX desk_handover_waiting ON desk_handover (on_day)
    WHERE done_at IS NULL AND cancelled_at IS NULL;

-- The history of an account on its page.
CREATE INDEX event_of_an_account ON event (((details ->> 'officer')), id)
    WHERE kind = 'account' AND details ->> 'officer' IS NOT NULL;

-- Nobody confirms what they proposed, nor what is about themselves.
CREATE FUNCTION account_request_takes_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.confirmed_by IS NOT NULL AND (NEW.proposed_by IS NULL
       OR NEW.confirmed_by = NEW.proposed_by OR NEW.confirmed_by IS NOT DISTINCT FROM NEW.officer)
    THEN
        RAISE EXCEPTION 'NE062 an account is changed by two administrators'
            USING ERRCODE = 'NE062';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER account_request_takes_two BEFORE INSERT OR UPDATE ON account_request
    FOR EACH ROW EXECUTE FUNCTION account_request_takes_two();

-- A deputy sits in the office of the desk, is somebody else, and has no role that it has not.
CREATE FUNCTION deputy_has_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    theirs desk;
BEGIN
    SELECT * INTO theirs FROM desk WHERE id = NEW.principal;
    IF theirs.principal IS NOT NULL OR theirs.officer = NEW.officer
       OR theirs.organisation <> NEW.organisation OR NOT NEW.roles <@ theirs.roles
       OR NEW.valid_to IS NULL THEN
        RAISE EXCEPTION 'NE063 a deputy has no more than the desk they stand in for'
            USING ERRCODE = 'NE063';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER deputy_has_no_more BEFORE INSERT OR UPDATE ON desk
    FOR EACH ROW WHEN (NEW.principal IS NOT NULL) EXECUTE FUNCTION deputy_has_no_more();
