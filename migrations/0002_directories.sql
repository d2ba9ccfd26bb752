-- The directory of banks by BIC (Bank of Russia, message ED807), one entry a row, codes as published, days `YYYY-MM-DD`.

INSERT INTO counter (name, value) VALUES ('bank_import', 0);

CREATE TABLE bank (
    bic TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    english_name TEXT NOT NULL,
    registration_number TEXT NOT NULL,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    settlement_kind TEXT NOT NULL,
    settlement TEXT NOT NULL,
    address TEXT NOT NULL,
    head_office TEXT,
    date_in TEXT,
    date_out TEXT,
    participant_type TEXT NOT NULL,
    services TEXT NOT NULL,
    exchange TEXT NOT NULL,
    uid TEXT NOT NULL,
    -- JSON lists: code and day, code and whether it is the default.
    restrictions TEXT NOT NULL,
    swift_codes TEXT NOT NULL
);

-- The same number may be held at several banks, so nothing finds a bank by it alone.
CREATE TABLE bank_account (
    bic TEXT NOT NULL REFERENCES bank (bic),
    position BIGINT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit TEXT,
    date_in TEXT,
    date_out TEXT,
    status TEXT NOT NULL,
    restrictions TEXT NOT NULL,
    PRIMARY KEY (bic, position)
);

-- Every try to load a file. `refusal` is empty where it was loaded; the latest of those is the directory.
CREATE TABLE bank_import (
    number BIGINT NOT NULL PRIMARY KEY,
    tried_at BIGINT NOT NULL,
    -- Nobody where the file came from the command line.
    person_id BIGINT REFERENCES person (id),
    file_name TEXT NOT NULL,
    -- What the file holds and changes, as far as it could be read.
    business_day TEXT,
    entries BIGINT NOT NULL,
    accounts BIGINT NOT NULL,
    added BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    gone BIGINT NOT NULL,
    refusal TEXT NOT NULL
);

-- Whom a change of a bank concerns.
CREATE INDEX company_bic ON company (bic);
