-- What the follow-up adds: wider lists, row security, indexes, what is confirmed from outside.

ALTER TABLE document DROP CONSTRAINT document_kind_known;
ALTER TABLE document ADD CONSTRAINT document_kind_known CHECK (kind IN (
    'study_draft', 'preliminary_study', 'study', 'minutes', 'evidence_list', 'team_decree',
    'exam_minutes', 'exam_report', 'decree', 'delivery_receipt', 'letter', 'evidence', 'proof', 'other'));

ALTER TABLE sanction DROP CONSTRAINT sanction_level_known;
ALTER TABLE sanction ADD CONSTRAINT sanction_level_known CHECK (level IN (
    'none', 'moral_closed', 'moral_open', 'discipline_light', 'discipline_medium', 'discipline_heavy',
    'dismissal', 'contract_ended', 'other', 'examine'));

-- Of an old case it may be unknown how it came in.
ALTER TABLE case_file DROP CONSTRAINT case_source_known;
ALTER TABLE case_file ADD CONSTRAINT case_source_known CHECK (source IN (
    'information', 'report', 'finding', 'unknown'));
ALTER TABLE case_file DROP CONSTRAINT case_channel_known;
ALTER TABLE case_file ADD CONSTRAINT case_channel_known CHECK (channel IN (
    'desk', 'letter', 'telephone', 'whatsapp', 'sigaplapor', 'transfer', 'supervision', 'web',
    'unknown'));

ALTER TABLE exclusion DROP CONSTRAINT exclusion_ground_known;
ALTER TABLE exclusion ADD CONSTRAINT exclusion_ground_known CHECK (ground IN (
    'named', 'related', 'own_request', 'examined'));

DO $$
DECLARE
    place text;
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR ('
        || '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)'
        || ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer)))))';
BEGIN
    FOREACH place IN ARRAY ARRAY['letter_copy', 'package', 'package_proceeding', 'external_record',
                                 'examiner', 'imported_case']
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

CREATE INDEX letter_copy_of ON letter_copy (letter);
CREATE INDEX letter_printed ON letter (printed text_pattern_ops) WHERE printed <> '';
CREATE INDEX letter_of_office ON letter (organisation, id);
CREATE INDEX letter_reply_to ON letter (reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX office_address_of ON office_address (organisation, kind, valid_from);
CREATE INDEX package_case_file ON package (case_file);
CREATE INDEX package_letter ON package (letter) WHERE letter IS NOT NULL;
CREATE INDEX package_proceeding_package ON package_proceeding (package);
CREATE INDEX package_proceeding_proceeding ON package_proceeding (proceeding);
CREATE INDEX external_record_case_file ON external_record (case_file);
CREATE INDEX external_record_respondent ON external_record (respondent, system, id);
CREATE INDEX external_record_batch ON external_record (batch) WHERE batch IS NOT NULL;
CREATE INDEX examiner_proceeding ON examiner (proceeding);
CREATE INDEX examiner_officer ON examiner (officer) WHERE officer IS NOT NULL;
CREATE INDEX imported_case_case_file ON imported_case (case_file);

-- The ageing board asks who holds the ball, and since when; so do the receivers' own figures.
SELECT set_config('netralitas.everything', 'yes', true);
UPDATE worklist_item w SET addressee = p.addressee FROM proceeding p WHERE p.id = w.proceeding;
UPDATE proceeding p SET since_precision = (
    SELECT e.precision FROM event e
    WHERE e.proceeding = p.id AND e.to_state IS DISTINCT FROM e.from_state
    ORDER BY e.id DESC LIMIT 1);
SELECT set_config('netralitas.everything', '', true);
CREATE INDEX worklist_board ON worklist_item (organisation, holder, since, proceeding)
    WHERE workflow IN ('referral', 'discipline');
CREATE INDEX worklist_addressee ON worklist_item (organisation, addressee, since, proceeding)
    WHERE workflow IN ('referral', 'discipline');
CREATE INDEX proceeding_followed ON proceeding (since, id) WHERE workflow IN ('referral', 'discipline');
CREATE INDEX proceeding_followed_up ON proceeding (id) WHERE workflow = 'discipline';
CREATE INDEX proceeding_addressee ON proceeding (addressee, workflow, id) WHERE addressee IS NOT NULL;

-- A manifest is frozen: what was handed over is never said differently afterwards.
CREATE FUNCTION package_stays_frozen() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.case_file, NEW.event, NEW.sender, NEW.receiver, NEW.letter, NEW.manifest,
        NEW.digest, NEW.frozen_at, NEW.answer_by)
       IS DISTINCT FROM (OLD.id, OLD.case_file, OLD.event, OLD.sender, OLD.receiver, OLD.letter,
        OLD.manifest, OLD.digest, OLD.frozen_at, OLD.answer_by)
       OR (OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at) THEN
        RAISE EXCEPTION 'package % is frozen', OLD.id USING ERRCODE = 'NE013';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER package_stays_frozen BEFORE UPDATE ON package
    FOR EACH ROW EXECUTE FUNCTION package_stays_frozen();
CREATE TRIGGER package_not_removed BEFORE DELETE ON package
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER package_not_emptied BEFORE TRUNCATE ON package
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- A receiver outside the system says by a code that a package arrived: once, under the code's digest,
-- with what they write sealed to the key of the office that sent it.
CREATE TABLE inbox.acknowledgement (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    key_id text NOT NULL,
    for_office bytea NOT NULL CHECK (octet_length(for_office) <= 20000),
    confirmed_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE inbox.acknowledgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox.acknowledgement FORCE ROW LEVEL SECURITY;
CREATE POLICY acknowledgement_own ON inbox.acknowledgement
    USING (digest = (SELECT decode(nullif(current_setting('netralitas.receipt', true), ''), 'hex'))
           OR ((SELECT current_user <> 'netralitas_public')
               AND (SELECT current_setting('netralitas.everything', true) = 'yes')))
    WITH CHECK (digest = (SELECT decode(nullif(current_setting('netralitas.receipt', true), ''), 'hex'))
           OR ((SELECT current_user <> 'netralitas_public')
               AND (SELECT current_setting('netralitas.everything', true) = 'yes')));

-- What the holder of such a code is shown: who sent what amount to whom, no names, no content.
CREATE TABLE published.package (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    content jsonb NOT NULL,
    key_id text NOT NULL,
    public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
    told_at timestamptz NOT NULL
);
