-- All that the public site reads: prepared bytes, and the status behind the digest of a code. The
-- worker writes both; the role of the public site has rights in this schema and nowhere else.

CREATE SCHEMA published;

-- One row: which edition the pages belong to, and as of when and how much of the log.
CREATE TABLE published.edition (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    number bigint NOT NULL CHECK (number > 0),
    position bigint NOT NULL CHECK (position >= 0),
    as_of timestamptz NOT NULL,
    prepared_at timestamptz NOT NULL
);

-- A page as it is sent: its address, type, bytes, and their digest as ETag.
CREATE TABLE published.page (
    path text PRIMARY KEY,
    media_type text NOT NULL,
    body bytea NOT NULL,
    etag text NOT NULL,
    edition bigint NOT NULL
);
CREATE INDEX page_edition ON published.page (edition);

-- What a reporter is told, found by the digest of the code on the receipt alone.
CREATE TABLE published.status (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    content jsonb NOT NULL,
    told_at timestamptz NOT NULL
);
