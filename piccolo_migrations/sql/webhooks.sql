-- Receivers of webhooks: who reads them, what stays as entered, what is found quickly.

DO $$
DECLARE
    may_read text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'') OR '
        || '((SELECT nullif(current_setting(''netralitas.organisation'', true), '''')::integer) = ANY (readers))';
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY['webhook_receiver', 'webhook_delivery']
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

CREATE INDEX webhook_receiver_next ON webhook_receiver (next_at) WHERE state <> 'ended';
CREATE INDEX webhook_receiver_of ON webhook_receiver (organisation, id);
CREATE INDEX webhook_delivery_of ON webhook_delivery (receiver, id);
CREATE INDEX webhook_delivery_open ON webhook_delivery (receiver, id) WHERE state <> 'delivered';
CREATE INDEX webhook_delivery_arrived ON webhook_delivery (last_at) WHERE state = 'delivered';

-- A receiver keeps whose it is, where it is and what it is told of. Its place in the log never goes
-- back, so that nothing it passed is told again by mistake; one that ended stays ended.
CREATE FUNCTION webhook_receiver_keeps() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id OR NEW.organisation <> OLD.organisation OR NEW.url <> OLD.url
       OR NEW.topics <> OLD.topics OR NEW.readers <> OLD.readers THEN
        RAISE EXCEPTION 'receiver % stays what it is', OLD.id USING ERRCODE = 'NE066';
    END IF;
    IF NEW.position < OLD.position THEN
        RAISE EXCEPTION 'receiver % does not go back in the log', OLD.id USING ERRCODE = 'NE066';
    END IF;
    IF OLD.state = 'ended' AND NEW.state <> 'ended' THEN
        RAISE EXCEPTION 'receiver % has ended', OLD.id USING ERRCODE = 'NE066';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER webhook_receiver_keeps BEFORE UPDATE ON webhook_receiver
    FOR EACH ROW EXECUTE FUNCTION webhook_receiver_keeps();
CREATE TRIGGER webhook_receiver_not_removed BEFORE DELETE ON webhook_receiver
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER webhook_receiver_not_emptied BEFORE TRUNCATE ON webhook_receiver
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
