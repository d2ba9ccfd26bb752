-- What a company's services cost on each day of its calendar: charges less the reversals of charges. Told from the ledger
-- and written with it, so that a list of many companies need not add up their entries.
CREATE TABLE spending (
    company_id BIGINT NOT NULL REFERENCES company (id),
    -- `2026-11-23`, in the zone that the company had then.
    day TEXT NOT NULL,
    -- Kopecks.
    amount BIGINT NOT NULL,
    PRIMARY KEY (company_id, day)
);
CREATE INDEX spending_day ON spending (day);
