-- Passkeys (WebAuthn): keys that stay on a person's device or in their password manager.
CREATE TABLE passkey (
    id TEXT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- What the key calls itself, base64url. One key is one person's.
    credential_id TEXT NOT NULL UNIQUE,
    -- The public key, as the library keeps it (JSON).
    credential TEXT NOT NULL,
    -- How often the key says it was used; zero where it does not count.
    counter BIGINT NOT NULL,
    -- What the person calls it.
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT
);
CREATE INDEX passkey_person ON passkey (person_id);

-- A question put to a browser that a key is to answer. A row goes when its answer is accepted.
CREATE TABLE passkey_challenge (
    -- The hash of the session's token, or of the sign-in that awaits its second factor.
    holder TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('add', 'prove')),
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- What the answer is held against (JSON).
    state TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    PRIMARY KEY (holder, purpose)
);
CREATE INDEX passkey_challenge_person ON passkey_challenge (person_id);

-- Administrators of the company without a second factor can do nothing but set one up.
ALTER TABLE company ADD COLUMN require_second_factor BOOLEAN NOT NULL DEFAULT FALSE;

-- Whether the person is told by letter of a sign-in in an unknown browser.
ALTER TABLE person ADD COLUMN notify_sign_in BOOLEAN NOT NULL DEFAULT TRUE;

-- Whether the database holds demo data, whose sign-ins everybody knows.
INSERT INTO counter (name, value)
SELECT 'demo', 1
WHERE EXISTS (SELECT 1 FROM person WHERE email_key = 'operator@demo.test' AND company_id = 1);

-- Opened by accepting an invitation: what is demanded of a sign-in is demanded from the next one on.
ALTER TABLE session ADD COLUMN is_first BOOLEAN NOT NULL DEFAULT FALSE;
