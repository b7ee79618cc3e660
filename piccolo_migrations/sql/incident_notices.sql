-- A notice may be of an incident. What the release before writes holds under the wider rule too.
ALTER TABLE notice DROP CONSTRAINT notice_of_one_thing,
    ADD CONSTRAINT notice_of_one_thing CHECK (
        num_nonnulls(case_file, agreement, incident) = 1 AND (case_file IS NULL) = (proceeding IS NULL));
