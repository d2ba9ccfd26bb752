-- Invoices for payment: issued once with everything they print, numbered without gaps for each supplier and year.

-- What a supplier prints of value added tax: nothing, `without`, or a rate in percent.
ALTER TABLE company ADD COLUMN vat TEXT NOT NULL DEFAULT '';
-- The day on which a supplier was last told that its requisites keep invoices from being issued: `2026-11-23`.
ALTER TABLE company ADD COLUMN gaps_told_on TEXT NOT NULL DEFAULT '';

CREATE TABLE invoice_serial (
    supplier_id BIGINT NOT NULL REFERENCES company (id),
    -- By the supplier's calendar.
    year BIGINT NOT NULL,
    last_serial BIGINT NOT NULL,
    PRIMARY KEY (supplier_id, year)
);

CREATE TABLE invoice (
    -- `2-2026-000017`, by which payments name it.
    number TEXT NOT NULL PRIMARY KEY,
    supplier_id BIGINT NOT NULL REFERENCES company (id),
    -- The buyer.
    company_id BIGINT NOT NULL REFERENCES company (id),
    -- `2026-10`; empty for a top-up.
    month TEXT,
    issued_at BIGINT NOT NULL,
    total BIGINT NOT NULL CHECK (total > 0),
    -- JSON, never written again.
    document TEXT NOT NULL,
    -- By its supplier. Whether it is paid is told from the ledger.
    cancelled_at BIGINT,
    UNIQUE (company_id, month)
);
CREATE INDEX invoice_company ON invoice (company_id, issued_at);
CREATE INDEX ledger_reference ON ledger_entry (company_id, reference) WHERE reference <> '';
