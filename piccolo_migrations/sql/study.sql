-- Study and plenary: who reads a row, what is found fast, what never changes.

DO $$
DECLARE
    place text;
    everything text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'')';
    reads text := '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)';
    of_case text := everything || ' OR (' || reads
        || ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer)))))';
    may_read text;
BEGIN
    FOREACH place IN ARRAY ARRAY['study_version', 'study_comment', 'study_reading', 'plenary_item',
                                 'plenary_vote', 'respondent_decision', 'plenary_meeting',
                                 'plenary_presence', 'plenary_quorum']
    LOOP
        may_read := CASE WHEN place IN ('plenary_meeting', 'plenary_presence', 'plenary_quorum')
                         THEN everything || ' OR (' || reads || ')' ELSE of_case END;
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', place);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', place);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', place || '_read', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', place || '_insert', place, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', place || '_update', place, may_read, may_read);
        EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', place || '_delete', place, may_read);
    END LOOP;
END
$$;

CREATE INDEX study_comment_case_file ON study_comment (case_file);
CREATE INDEX study_reading_case_file ON study_reading (case_file);
CREATE INDEX plenary_meeting_place ON plenary_meeting (organisation, held_on DESC, id DESC);
CREATE INDEX plenary_item_case_file ON plenary_item (case_file);
CREATE INDEX plenary_vote_case_file ON plenary_vote (case_file);
CREATE INDEX respondent_decision_respondent ON respondent_decision (respondent, id);
CREATE INDEX respondent_decision_case_file ON respondent_decision (case_file);
CREATE INDEX plenary_quorum_organisation ON plenary_quorum (organisation, id);
