-- Until now one administrator changed an address. The last who did is named by the record of
-- accounts; what the command line set is the system's and stays as it is.
SELECT set_config('netralitas.everything', 'yes', true);
UPDATE officer SET email_set_by = (
    SELECT a.id FROM event e JOIN officer a ON a.id = e.actor
    WHERE e.kind = 'account' AND e.details ->> 'officer' = officer.id::text
      AND e.name = 'account.mail_set'
    ORDER BY e.id DESC LIMIT 1)
WHERE email IS NOT NULL;
UPDATE officer SET email_set_by = NULL
WHERE email_set_by IN (SELECT id FROM officer WHERE is_system);
SELECT set_config('netralitas.everything', '', true);
