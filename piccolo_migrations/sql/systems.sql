-- Until now the login alone told a system from a person: that of Netralitas, and "mesin-" with
-- sixteen digits that nobody chose. Whoever has a password is a person, whatever they are called.
UPDATE officer SET is_system = true
WHERE password IS NULL AND (login = 'system' OR login ~ '^mesin-[0-9a-f]{16}$');

-- The release before, which runs on meanwhile, adds systems without saying so. The release after
-- this one drops both.
CREATE FUNCTION officer_is_system() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.is_system := true;
    RETURN NEW;
END $$;
CREATE TRIGGER officer_is_system BEFORE INSERT ON officer FOR EACH ROW
    WHEN (NEW.password IS NULL AND NEW.login ~ '^mesin-[0-9a-f]{16}$')
    EXECUTE FUNCTION officer_is_system();
