-- The ledger in full, what a company was granted beside its limit, who suspended it, and its notification thresholds.

ALTER TABLE ledger_entry ADD COLUMN service TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger_entry ADD COLUMN reference TEXT NOT NULL DEFAULT '';
-- Who wrote it: nobody where the platform itself did. The name of the token, where one brought it.
ALTER TABLE ledger_entry ADD COLUMN person_id BIGINT;
ALTER TABLE ledger_entry ADD COLUMN side TEXT NOT NULL DEFAULT 'platform' CHECK (side IN ('company', 'reseller', 'platform'));
ALTER TABLE ledger_entry ADD COLUMN token TEXT NOT NULL DEFAULT '';
-- By which the sender repeats a request without repeating the entry: never forgotten, unique for the sender's company,
-- the call and the company written to. The hash tells a repetition from another request under the same key.
ALTER TABLE ledger_entry ADD COLUMN key_company_id BIGINT;
ALTER TABLE ledger_entry ADD COLUMN idempotency_key TEXT;
ALTER TABLE ledger_entry ADD COLUMN request_hash TEXT;
-- The number of the entry that this one takes back.
ALTER TABLE ledger_entry ADD COLUMN reverses BIGINT;
CREATE UNIQUE INDEX ledger_entry_key ON ledger_entry (company_id, key_company_id, kind, idempotency_key);
CREATE UNIQUE INDEX ledger_entry_reversed ON ledger_entry (company_id, reverses);

-- Kopecks on top of the permanent limit, until an instant at which it is over.
ALTER TABLE company ADD COLUMN temporary_limit BIGINT CHECK (temporary_limit > 0);
ALTER TABLE company ADD COLUMN temporary_until BIGINT;
ALTER TABLE company ADD COLUMN temporary_reason TEXT NOT NULL DEFAULT '';
-- Whether the letter that tells of its end is out.
ALTER TABLE company ADD COLUMN temporary_announced BOOLEAN NOT NULL DEFAULT FALSE;
-- Until this instant the credit rule suspends nobody.
ALTER TABLE company ADD COLUMN postponed_until BIGINT;
-- Whether notices are repeated weekly while a threshold stays reached.
ALTER TABLE company ADD COLUMN repeats_notices BOOLEAN NOT NULL DEFAULT TRUE;

-- What a reseller may grant to its affiliates together, in kopecks; no row, no cap. Whoever raises a limit locks it, after
-- the company whose limit it is.
CREATE TABLE credit_pool (
    reseller_id BIGINT NOT NULL PRIMARY KEY REFERENCES company (id),
    cap BIGINT NOT NULL CHECK (cap >= 0)
);

-- What suspends a company now, and the proof of how it came to that.
CREATE TABLE suspension (
    company_id BIGINT NOT NULL REFERENCES company (id),
    cause TEXT NOT NULL CHECK (cause IN ('operator', 'reseller', 'cascade', 'credit')),
    since BIGINT NOT NULL,
    PRIMARY KEY (company_id, cause)
);

-- Every beginning and end of a cause. Append-only.
CREATE TABLE suspension_event (
    company_id BIGINT NOT NULL REFERENCES company (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('operator', 'reseller', 'cascade', 'credit')),
    begins BOOLEAN NOT NULL,
    -- Nobody where time did it.
    person_id BIGINT,
    side TEXT NOT NULL CHECK (side IN ('company', 'reseller', 'platform')),
    reason TEXT NOT NULL,
    -- Of the entry that did it, if one did.
    entry_number BIGINT,
    balance_before BIGINT NOT NULL,
    balance_after BIGINT NOT NULL,
    effective_limit BIGINT NOT NULL,
    PRIMARY KEY (company_id, number)
);

-- Slot 0 is the dialog's field, whose level is the company's; the others carry their own: a balance in kopecks, or a
-- used share of the effective limit in percent.
CREATE TABLE threshold (
    company_id BIGINT NOT NULL REFERENCES company (id),
    slot BIGINT NOT NULL CHECK (slot BETWEEN 0 AND 4),
    is_share BOOLEAN NOT NULL,
    level BIGINT NOT NULL,
    has_fired BOOLEAN NOT NULL,
    -- Of the last letter while it stays reached; empty where it was so before there were letters.
    noticed_at BIGINT,
    PRIMARY KEY (company_id, slot)
);

-- The table of what was already so when this was made.
INSERT INTO threshold (company_id, slot, is_share, level, has_fired, noticed_at)
SELECT company.id, 0, FALSE, company.notification_threshold,
       COALESCE(last.balance_after, 0) <= company.notification_threshold, NULL
FROM company
LEFT JOIN ledger_entry AS last
  ON last.company_id = company.id
 AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE ledger_entry.company_id = company.id)
WHERE company.notification_threshold IS NOT NULL;

INSERT INTO suspension (company_id, cause, since)
SELECT company.id, 'credit', last.recorded_at
FROM company
JOIN ledger_entry AS last
  ON last.company_id = company.id
 AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE ledger_entry.company_id = company.id)
WHERE last.balance_after < -company.credit_limit;

INSERT INTO suspension_event (company_id, number, at, cause, begins, side, reason, entry_number, balance_before,
                              balance_after, effective_limit)
SELECT company.id, 1, last.recorded_at, 'credit', TRUE, 'platform', '', last.number,
       last.balance_after - last.amount, last.balance_after, company.credit_limit
FROM company
JOIN suspension ON suspension.company_id = company.id
JOIN ledger_entry AS last
  ON last.company_id = company.id
 AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE ledger_entry.company_id = company.id);

CREATE INDEX company_temporary ON company (temporary_until);
CREATE INDEX company_postponed ON company (postponed_until);

-- Letters about money that an administrator of a reseller can do without.
ALTER TABLE person ADD COLUMN notify_threshold BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE person ADD COLUMN notify_suspension BOOLEAN NOT NULL DEFAULT TRUE;
CREATE INDEX ledger_entry_recorded ON ledger_entry (company_id, recorded_at);
