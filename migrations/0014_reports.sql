-- Reports on a company's ledger: one a month, and those of other periods that somebody orders.

CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY,
    company_id BIGINT NOT NULL REFERENCES company (id),
    -- `2026-10`; empty for one of another period. With several servers, the one that writes the row first makes it.
    month TEXT,
    -- Half-open.
    begins_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    -- Which entries of the ledger: beyond the one number, up to the other. Settled once, so that a report always says the
    -- same, and no entry is in two months or none, whatever a clock did.
    after_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL CHECK (last_number >= after_number),
    -- As they were then.
    company TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    currency TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('generating', 'generated', 'error')),
    added_at BIGINT NOT NULL,
    -- Empty until it is generated.
    made_at BIGINT,
    -- What was charged for, separated by spaces.
    services TEXT NOT NULL DEFAULT '',
    opening BIGINT,
    closing BIGINT,
    -- Whether it can be downloaded.
    has_file BOOLEAN NOT NULL,
    UNIQUE (company_id, month)
);
CREATE INDEX report_company ON report (company_id, added_at);
CREATE INDEX report_generating ON report (ends_at) WHERE state = 'generating';

-- What the checks of time have seen, so that a clock set forward by mistake ends no month. One row.
CREATE TABLE report_clock (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    -- The first check: of months that ended before it no letters go out.
    since BIGINT,
    settled BIGINT,
    seen BIGINT,
    -- Whether a month may have ended of which there is no report yet.
    is_behind BOOLEAN NOT NULL
);
INSERT INTO report_clock (id, is_behind) VALUES (1, FALSE);
