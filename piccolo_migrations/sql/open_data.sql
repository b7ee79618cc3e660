-- A release is found by a random code, which reveals neither order nor number: the last group of a
-- random UUID, 48 bits. Rewriting the column gives one to every release there is, whoever reads it.
ALTER TABLE release ALTER COLUMN code TYPE text
    USING coalesce(code, right(gen_random_uuid()::text, 12));
ALTER TABLE release ALTER COLUMN code SET DEFAULT right(gen_random_uuid()::text, 12),
                    ALTER COLUMN code SET NOT NULL;

-- What the open data were on a day: every file as it was downloaded. A day is written as often as
-- the data change in it; once there is a later one it stays as it is.
CREATE TABLE published.data_file (
    day date NOT NULL,
    name text NOT NULL CHECK (name ~ '^[a-z]+\.[a-z]+$'),
    media_type text NOT NULL,
    body bytea NOT NULL,
    digest bytea NOT NULL CHECK (digest = sha256(body)),
    schema_version smallint NOT NULL CHECK (schema_version > 0),
    PRIMARY KEY (day, name)
);

CREATE FUNCTION data_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM published.data_file WHERE day > OLD.day) THEN
        RAISE EXCEPTION 'the open data of % stay as they are', OLD.day
            USING ERRCODE = 'NE048';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER data_file_stays BEFORE UPDATE OR DELETE ON published.data_file
    FOR EACH ROW EXECUTE FUNCTION data_file_stays();
