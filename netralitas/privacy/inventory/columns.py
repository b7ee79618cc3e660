"""Every column there is, as the database says it."""

from typing import Final

EVERY_COLUMN: Final = """
SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS place,
       a.attname AS name, format_type(a.atttypid, NULL) AS type,
       format_type(a.atttypid, NULL) IN ('text', 'character varying', 'bytea', 'json', 'jsonb',
                                         'tsvector')
       OR format_type(a.atttypid, NULL) LIKE '%[]' AS wordy,
       EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
               AND f.conkey = ARRAY[a.attnum] AND f.confrelid = 'officer'::regclass) AS of_officer
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ('public', 'inbox', 'published')
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p')
ORDER BY n.nspname <> 'public', 1, a.attnum
"""
"""`wordy` says that it can hold words or bytes, `of_officer` that it names an officer."""
