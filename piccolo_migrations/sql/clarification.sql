-- The preliminary study and the clarification: row security, indexes, sessions without clashes.

DO $$
DECLARE
    place text;
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR ('
        || '(SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers)'
        || ' AND (case_file IS NULL OR case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer ='
        || ' (SELECT nullif(current_setting(''netralitas.officer'', true), '''')::integer)))))';
BEGIN
    FOREACH place IN ARRAY ARRAY['preliminary_study', 'heard_person', 'clarification_session',
                                 'clarification_answer']
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

CREATE INDEX clarification_session_case ON clarification_session (case_file, begins_at);
CREATE INDEX clarification_session_calendar ON clarification_session (organisation, begins_at, id);
CREATE INDEX clarification_answer_case ON clarification_answer (case_file);

-- Nobody is in two sessions at one time, and no room holds two. The check sees the whole office,
-- also the cases from which whoever plans is excluded; it tells them the hour and nothing else.
-- One lock for each office: of two who plan at once the second sees what the first has planned.
CREATE FUNCTION session_without_clash() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    other record;
    seen text := coalesce(current_setting('netralitas.everything', true), '');
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('clarification_session'), NEW.organisation);
    PERFORM set_config('netralitas.everything', 'yes', true);
    SELECT s.id, s.begins_at, s.ends_at,
           CASE WHEN s.person = NEW.person THEN 'person'
                WHEN ARRAY[s.officer, s.recorder] && ARRAY[NEW.officer, coalesce(NEW.recorder, NEW.officer)]
                    THEN 'officer'
                ELSE 'place' END AS shared
    INTO other
    FROM clarification_session s
    WHERE s.organisation = NEW.organisation AND s.id <> NEW.id AND s.state IN ('planned', 'held')
      AND s.begins_at < NEW.ends_at AND NEW.begins_at < s.ends_at
      AND (s.person = NEW.person
           OR ARRAY[s.officer, s.recorder] && ARRAY[NEW.officer, coalesce(NEW.recorder, NEW.officer)]
           OR (s.mode = 'in_person' AND NEW.mode = 'in_person'
               AND lower(btrim(s.place)) = lower(btrim(NEW.place))))
    ORDER BY s.begins_at, s.id LIMIT 1;
    PERFORM set_config('netralitas.everything', seen, true);
    IF other.id IS NOT NULL THEN
        RAISE EXCEPTION 'clarification sessions overlap'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'session_' || other.shared,
                  DETAIL = jsonb_build_object('shared', other.shared, 'session', other.id,
                                              'begins_at', other.begins_at, 'ends_at', other.ends_at)::text;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER session_without_clash
    BEFORE INSERT OR UPDATE OF begins_at, ends_at, officer, recorder, place, mode, person, organisation
    ON clarification_session FOR EACH ROW EXECUTE FUNCTION session_without_clash();

-- What was asked and answered stands once the minutes do.
CREATE FUNCTION answer_of_open_session() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF EXISTS (SELECT FROM clarification_session s WHERE s.id = OLD.session AND s.state <> 'planned') THEN
        RAISE EXCEPTION 'the minutes of this session stand' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER answer_of_open_session BEFORE UPDATE OF question, answer ON clarification_answer
    FOR EACH ROW EXECUTE FUNCTION answer_of_open_session();
