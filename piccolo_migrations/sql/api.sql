-- Tokens of the machine API: what one opens never changes, and what has ended stays ended.

CREATE FUNCTION api_token_ends_once() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
        RAISE EXCEPTION 'token % ended and stays so', OLD.id USING ERRCODE = 'NE064';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER api_token_ends_once BEFORE UPDATE ON api_token
    FOR EACH ROW EXECUTE FUNCTION api_token_ends_once();
CREATE TRIGGER api_token_not_removed BEFORE DELETE ON api_token
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER api_token_not_emptied BEFORE TRUNCATE ON api_token
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE INDEX api_token_of ON api_token (desk, id);
CREATE INDEX api_answer_old ON api_answer (answered_at);
