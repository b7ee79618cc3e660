-- The log in public: heads of a day, the tiles under them, what the holder of a receipt is shown,
-- and the statements after a restore. All of it only grows.

-- The seal of a receipt: what the receipt says (number, moment, digests), and the promise that binds
-- it to a key which follows from the code. Whoever has no code can neither guess nor forge it.
CREATE TABLE inbox.receipt_seal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    said text NOT NULL CHECK (octet_length(said) <= 20000),
    promise bytea NOT NULL CHECK (octet_length(promise) = 32)
);
ALTER TABLE log_leaf ADD CONSTRAINT log_leaf_receipt FOREIGN KEY (receipt)
    REFERENCES inbox.receipt_seal (id) ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE INDEX log_leaf_padding ON log_leaf (position) WHERE event IS NULL;

-- The code reads its own; the worker, everything; the desk puts one beside each code that it makes.
DO $$
DECLARE
    everything text := '(SELECT current_setting(''netralitas.everything'', true) = ''yes'')';
    own text := 'digest = (SELECT decode(nullif(current_setting(''netralitas.receipt'', true), ''''), ''hex''))';
    staff text := '(SELECT current_user <> ''netralitas_public'')';
BEGIN
    ALTER TABLE inbox.receipt_seal ENABLE ROW LEVEL SECURITY;
    ALTER TABLE inbox.receipt_seal FORCE ROW LEVEL SECURITY;
    EXECUTE format('CREATE POLICY receipt_seal_read ON inbox.receipt_seal FOR SELECT USING (%s OR (%s AND %s))',
        own, staff, everything);
    EXECUTE format('CREATE POLICY receipt_seal_insert ON inbox.receipt_seal FOR INSERT WITH CHECK (%s OR %s)',
        own, staff);
END
$$;

-- The head of a day: the only heads that leave the house. `origin` is the name it is signed under.
CREATE TABLE published.log_head (
    size bigint PRIMARY KEY CHECK (size > 0),
    day date NOT NULL,
    origin text NOT NULL,
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    note text NOT NULL,
    published_at timestamptz NOT NULL,
    UNIQUE (origin, day)
);

-- The tiles under the newest head of a day, never more.
CREATE TABLE published.log_tile (
    level smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    position bigint NOT NULL CHECK (position >= 0),
    hashes bytea NOT NULL CHECK (octet_length(hashes) % 32 = 0 AND octet_length(hashes) <= 8192),
    PRIMARY KEY (level, position)
);

-- Where the receipt of a code stands in the log, and the case that came of it.
CREATE TABLE published.log_entry (
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    kind text NOT NULL CHECK (kind IN ('receipt', 'case')),
    position bigint NOT NULL,
    leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
    PRIMARY KEY (digest, kind)
);

-- After a restore the log goes on under another name; the statement says what was before.
CREATE TABLE published.log_origin (
    ordinal integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    earlier text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    first_size bigint NOT NULL CHECK (first_size >= 0),
    reason text NOT NULL CHECK (reason <> ''),
    declared_at timestamptz NOT NULL,
    statement text NOT NULL
);

DO $$
DECLARE
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY['inbox.receipt_seal', 'published.log_head', 'published.log_entry',
                                 'published.log_origin']
    LOOP
        EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION stays_as_written()', place);
        EXECUTE format('CREATE TRIGGER not_emptied BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written()', place);
    END LOOP;
END
$$;

-- A published tile only gets longer: what was published is published.
CREATE FUNCTION published.log_tile_only_grows() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.level <> OLD.level OR NEW.position <> OLD.position
       OR octet_length(NEW.hashes) < octet_length(OLD.hashes)
       OR substring(NEW.hashes FOR octet_length(OLD.hashes)) <> OLD.hashes THEN
        RAISE EXCEPTION 'published tile %/% only grows', OLD.level, OLD.position USING ERRCODE = 'NE006';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER log_tile_only_grows BEFORE UPDATE ON published.log_tile
    FOR EACH ROW EXECUTE FUNCTION published.log_tile_only_grows();
CREATE TRIGGER log_tile_not_removed BEFORE DELETE ON published.log_tile
    FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER log_tile_not_emptied BEFORE TRUNCATE ON published.log_tile
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- A leaf is the hash of what it stands for.
CREATE FUNCTION log_leaf_is_its_hash() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM placed JOIN event ON event.id = placed.event
               WHERE placed.hash <> sha256('\x00'::bytea || event.hash))
       OR EXISTS (SELECT FROM placed JOIN inbox.receipt_seal seal ON seal.id = placed.receipt
                  WHERE placed.hash <> sha256('\x00'::bytea || seal.promise)) THEN
        RAISE EXCEPTION 'a leaf is not the hash of what it stands for' USING ERRCODE = 'NE018';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER log_leaf_is_its_hash AFTER INSERT ON log_leaf
    REFERENCING NEW TABLE AS placed
    FOR EACH STATEMENT EXECUTE FUNCTION log_leaf_is_its_hash();

-- Padding has no event that could be missed: it goes in with the signature of its day, or not at all.
-- Whether it is what the key of the log makes of its position, `audit verify` says.
CREATE FUNCTION log_padding_is_signed() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM published.log_head WHERE size > NEW.position) THEN
        RAISE EXCEPTION 'leaf % is padding of no published day', NEW.position USING ERRCODE = 'NE018';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER log_padding_is_signed AFTER INSERT ON log_leaf
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.event IS NULL) EXECUTE FUNCTION log_padding_is_signed();
