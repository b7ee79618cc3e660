-- Row security keeps PostgreSQL from using the index on the words, so the search goes through one
-- function that repeats the predicate of the policies. Its owner may pass row security and can
-- read nothing but these two tables.

ALTER TABLE case_text ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('pg_catalog.indonesian', plain)
                         || to_tsvector('pg_catalog.simple', plain)) STORED;
CREATE INDEX case_text_words ON case_text USING gin (words);

CREATE FUNCTION search_cases(wanted text, most integer) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.case_file FROM case_text t
    -- A hyphen would mean "not", and a row of them is more than the parser's stack can hold.
    WHERE t.words @@ (websearch_to_tsquery('pg_catalog.indonesian', translate(wanted, '-', ' '))
                      || websearch_to_tsquery('pg_catalog.simple', translate(wanted, '-', ' ')))
      AND ((SELECT current_setting('netralitas.everything', true) = 'yes')
           OR ((SELECT nullif(current_setting('netralitas.organisation', true), '')::integer) = ANY (t.readers)
               AND t.case_file <> ALL (ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer =
                   (SELECT nullif(current_setting('netralitas.officer', true), '')::integer)))))
    ORDER BY t.case_file DESC
    LIMIT least(most, 500)
$$;
REVOKE ALL ON FUNCTION search_cases(text, integer) FROM PUBLIC;
GRANT SELECT ON case_text, exclusion TO netralitas_search;
GRANT EXECUTE ON FUNCTION search_cases(text, integer) TO netralitas_app, netralitas_worker, netralitas_auditor;
GRANT CREATE ON SCHEMA public TO netralitas_search;
ALTER FUNCTION search_cases(text, integer) OWNER TO netralitas_search;
REVOKE CREATE ON SCHEMA public FROM netralitas_search;
