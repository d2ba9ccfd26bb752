-- A change of the sign-in address on its way, or made within the last days and still to be taken back.
CREATE TABLE email_change (
    -- The link to the new address, which makes the change.
    confirm_hash TEXT NOT NULL PRIMARY KEY,
    -- The link to the old address, which takes it back.
    cancel_hash TEXT NOT NULL UNIQUE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    old_email TEXT NOT NULL,
    new_email TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    confirmed_at BIGINT
);
CREATE INDEX email_change_person ON email_change (person_id);
