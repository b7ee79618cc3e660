-- Feeds and figures of a work plan: who reads them, one at a time, ended and withdrawn but never changed.

DO $$
DECLARE
    place text;
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR '
        || '((SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers))';
BEGIN
    FOREACH place IN ARRAY ARRAY['plan_feed', 'plan_entry'] LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', place);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', place);
        EXECUTE format('CREATE POLICY %1$s_read ON %1$s FOR SELECT USING (%2$s)', place, may_read);
        EXECUTE format('CREATE POLICY %1$s_insert ON %1$s FOR INSERT WITH CHECK (%2$s)', place, may_read);
        EXECUTE format('CREATE POLICY %1$s_update ON %1$s FOR UPDATE USING (%2$s) WITH CHECK (%2$s)', place, may_read);
        EXECUTE format('CREATE POLICY %1$s_delete ON %1$s FOR DELETE USING (%2$s)', place, may_read);
    END LOOP;
END
$$;

CREATE UNIQUE INDEX plan_feed_one_at_a_time ON plan_feed (agreement, version, line, aspect, indicator)
    WHERE ended_at IS NULL;
CREATE UNIQUE INDEX plan_entry_one_at_a_time
    ON plan_entry (agreement, version, line, aspect, indicator, year, coalesce(month, 0))
    WHERE withdrawn_at IS NULL;

-- What was declared or entered stays as it was; it ends, or is withdrawn, once.
CREATE FUNCTION plan_feed_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL
       OR (to_jsonb(OLD) - 'ended_at' - 'ended_by') IS DISTINCT FROM (to_jsonb(NEW) - 'ended_at' - 'ended_by') THEN
        RAISE EXCEPTION 'feed % of a work plan stays as it was declared', OLD.id USING ERRCODE = 'NE014';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER plan_feed_stays BEFORE UPDATE ON plan_feed FOR EACH ROW EXECUTE FUNCTION plan_feed_stays();
CREATE TRIGGER plan_feed_not_deleted BEFORE DELETE ON plan_feed
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();

CREATE FUNCTION plan_entry_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL
       OR (to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_by')
          IS DISTINCT FROM (to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_by') THEN
        RAISE EXCEPTION 'figure % of a work plan stays as it was entered', OLD.id USING ERRCODE = 'NE014';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER plan_entry_stays BEFORE UPDATE ON plan_entry FOR EACH ROW EXECUTE FUNCTION plan_entry_stays();
CREATE TRIGGER plan_entry_not_deleted BEFORE DELETE ON plan_entry
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();

-- An indicator is fed, or its figures are entered: never both. The commands hold it under the lock of the
-- agreement; this holds it against everything else.
CREATE FUNCTION plan_feed_or_entry() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    other boolean;
BEGIN
    IF TG_TABLE_NAME = 'plan_feed' THEN
        SELECT EXISTS (
            SELECT FROM plan_entry e
            WHERE (e.agreement, e.version, e.line, e.aspect, e.indicator)
                  = (NEW.agreement, NEW.version, NEW.line, NEW.aspect, NEW.indicator)
              AND e.withdrawn_at IS NULL
        ) INTO other;
    ELSE
        SELECT EXISTS (
            SELECT FROM plan_feed f
            WHERE (f.agreement, f.version, f.line, f.aspect, f.indicator)
                  = (NEW.agreement, NEW.version, NEW.line, NEW.aspect, NEW.indicator)
              AND f.ended_at IS NULL
        ) INTO other;
    END IF;
    IF other THEN
        RAISE EXCEPTION 'an indicator of agreement % is fed or entered, not both', NEW.agreement
            USING ERRCODE = 'NE014';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER plan_feed_or_entry BEFORE INSERT ON plan_feed FOR EACH ROW EXECUTE FUNCTION plan_feed_or_entry();
CREATE TRIGGER plan_feed_or_entry BEFORE INSERT ON plan_entry FOR EACH ROW EXECUTE FUNCTION plan_feed_or_entry();

-- Duties are made by a signing or after it, of an agreement with events of its own; beside that by
-- the owner of the database alone.
CREATE FUNCTION duty_of_signed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER')
       OR EXISTS (SELECT FROM agreement a WHERE a.id = NEW.agreement AND a.stream IS NOT NULL
                 AND a.stage NOT IN ('exploration', 'formulation', 'drafting', 'approval')) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'agreement % has duties from its signing on', NEW.agreement USING ERRCODE = 'NE014';
END
$$;
CREATE TRIGGER duty_of_signed BEFORE INSERT ON duty FOR EACH ROW EXECUTE FUNCTION duty_of_signed();
