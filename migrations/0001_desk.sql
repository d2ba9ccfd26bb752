-- Companies, people, the ledger they rest on, and the outbox. One text for SQLite and PostgreSQL:
-- ids and instants come from the application, money is in kopecks, instants are Unix milliseconds.

-- The rows 'attempt' and 'tidy' never count up: whoever counts attempts or tidies locks them first.
CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('company', 0), ('person', 0), ('support_request', 0), ('attempt', 0), ('tidy', 0);

CREATE TABLE company (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('platform', 'reseller', 'affiliate', 'stand_alone')),
    -- The parent and, repeated, its kind: the foreign key below lets nothing but a reseller be a parent,
    -- and a reseller has none, so the tree is one level deep whatever the application does.
    reseller_id BIGINT,
    reseller_kind TEXT CHECK (reseller_kind = 'reseller'),
    slug TEXT UNIQUE,
    currency TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- Counts changes to anything the list of this company's tree shows. Only the root's is used.
    list_version BIGINT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    credit_limit BIGINT NOT NULL CHECK (credit_limit >= 0),
    notification_threshold BIGINT,
    time_zone TEXT NOT NULL,
    max_dialogs BIGINT NOT NULL CHECK (max_dialogs BETWEEN 1 AND 100000),
    comply_230fz BOOLEAN NOT NULL,
    inn TEXT NOT NULL,
    kpp TEXT NOT NULL,
    ogrn TEXT NOT NULL,
    bic TEXT NOT NULL,
    bank TEXT NOT NULL,
    correspondent_account TEXT NOT NULL,
    account TEXT NOT NULL,
    legal_address TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- Empty while a registration awaits confirmation.
    confirmed_at BIGINT,
    terms_version TEXT,
    terms_accepted_at BIGINT,
    UNIQUE (id, kind),
    UNIQUE (reseller_id, id),
    FOREIGN KEY (reseller_id, reseller_kind) REFERENCES company (id, kind),
    CHECK ((kind = 'affiliate') = (reseller_id IS NOT NULL)),
    CHECK ((reseller_id IS NULL) = (reseller_kind IS NULL)),
    CHECK ((kind = 'reseller') = (slug IS NOT NULL)),
    CHECK ((kind = 'platform') = (id = 1))
);

-- Append-only. The balance of a company is the sum, which the last entry carries.
CREATE TABLE ledger_entry (
    company_id BIGINT NOT NULL REFERENCES company (id),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('charge', 'payment', 'correction', 'reversal')),
    amount BIGINT NOT NULL,
    balance_after BIGINT NOT NULL,
    description TEXT NOT NULL,
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, number)
);

CREATE TABLE person (
    id BIGINT NOT NULL PRIMARY KEY,
    company_id BIGINT NOT NULL REFERENCES company (id),
    email TEXT NOT NULL,
    -- The address as compared: the sign-in name, unique in the whole installation.
    email_key TEXT NOT NULL UNIQUE,
    full_name TEXT NOT NULL,
    language TEXT,
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'blocked')),
    -- Empty until the person sets one: nobody ever sees a generated password.
    password_hash TEXT,
    max_dialogs BIGINT,
    invited_by BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    last_sign_in_at BIGINT
);
CREATE INDEX person_company ON person (company_id, id);

CREATE TABLE person_role (
    person_id BIGINT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('operator', 'administrator', 'chat_operator')),
    PRIMARY KEY (person_id, role)
);

CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL
);
CREATE INDEX session_person ON session (person_id);

-- A browser that a person has signed in from: strangers' failed tries do not lock it out.
CREATE TABLE known_device (
    token_hash TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id),
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, person_id)
);

-- One-time links in letters. A new one of the same purpose voids the old by deleting it.
CREATE TABLE access_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'registration', 'reset')),
    letter_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX access_link_person ON access_link (person_id);

-- What rate limits count. `subject` is what is limited, e.g. an account or an address, hashed.
CREATE TABLE attempt (
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX attempt_subject ON attempt (action, subject, at);
CREATE INDEX attempt_at ON attempt (at);

-- Every field of every save: who changed what, from what. The basis of merging two people's edits.
CREATE TABLE company_edit (
    company_id BIGINT NOT NULL REFERENCES company (id),
    version BIGINT NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id),
    edited_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, version, field)
);

-- The IDs are as the requester typed them: neither need exist.
CREATE TABLE support_request (
    id BIGINT NOT NULL PRIMARY KEY,
    reseller_id BIGINT NOT NULL,
    company_id BIGINT NOT NULL,
    comment TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'completed', 'declined')),
    reason TEXT NOT NULL,
    requested_by BIGINT NOT NULL REFERENCES person (id),
    requester_company_id BIGINT NOT NULL REFERENCES company (id),
    created_at BIGINT NOT NULL,
    settled_by BIGINT REFERENCES person (id),
    settled_at BIGINT
);
CREATE INDEX support_request_company ON support_request (requester_company_id, id);
CREATE INDEX support_request_pair ON support_request (reseller_id, company_id, state);

-- The outbox. A row is written in the transaction of the change that causes the letter;
-- the payload is emptied once the letter is sent, because it may carry a one-time link.
CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'dead')),
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    claimed_until BIGINT,
    last_error TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT
);
CREATE INDEX letter_due ON letter (state, next_attempt_at);
