-- A change of the sign-in address on its way, or made within the last days and still to be taken back.
CREATE TABLE email_change (
    -- The link to the new address, which makes the change.
    confirm_hash TEXT NOT NULL PRIMARY KEY,
    -- The link to the old address, which takes it back.
    cancel_hash TEXT NOT NULL UNIQUE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    old_email TEXT NOT NULL,
    -- As `person.email_key`: nobody else gets the address while the change can be taken back.
    old_email_key TEXT NOT NULL,
    new_email TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    -- By the person, who gave the password, or by an administrator.
    is_own BOOLEAN NOT NULL,
    confirmed_at BIGINT
);
CREATE INDEX email_change_person ON email_change (person_id);
CREATE INDEX email_change_old ON email_change (old_email_key);

-- The second factor: a secret that the person's device shares, from which codes are made (RFC 6238).
CREATE TABLE second_factor (
    person_id BIGINT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    -- Base32, as authenticator apps take it. It cannot be hashed: codes are made from it.
    secret TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    -- Empty until the first code was right; till then it guards nothing.
    confirmed_at BIGINT,
    -- The last step of 30 seconds whose code was accepted: that code and earlier ones are used up.
    last_step BIGINT NOT NULL
);

-- One-time codes for whoever has lost the device; a row goes when its code is used.
CREATE TABLE recovery_code (
    code_hash TEXT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX recovery_code_person ON recovery_code (person_id);

-- A sign-in whose password was right and whose code is awaited. It opens nothing but the question for the code.
CREATE TABLE pending_sign_in (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    begun_at BIGINT NOT NULL
);
CREATE INDEX pending_sign_in_person ON pending_sign_in (person_id);
