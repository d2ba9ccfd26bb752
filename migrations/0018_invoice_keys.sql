-- An invoice is issued once for each press, and a month's again once its supplier has cancelled it and asks for another;
-- a letter about a company's money knows the company.

-- The company, where the letter tells of its money: such letters leave in the order of what they tell, and what could not
-- be delivered is shown on the company's page.
ALTER TABLE letter ADD COLUMN company_id BIGINT;
DROP INDEX letter_waiting;
CREATE INDEX letter_waiting ON letter (company_id, recipient, created_at) WHERE state IN ('queued', 'sending');
CREATE INDEX letter_undelivered ON letter (company_id, created_at) WHERE state = 'dead';

-- Set where the supplier has the report of a month made again after it cancelled the invoice.
ALTER TABLE report ADD COLUMN bills_again BOOLEAN NOT NULL DEFAULT FALSE;

-- Whose affiliate the company was when the report was begun: who bills the month.
ALTER TABLE report ADD COLUMN reseller_id BIGINT REFERENCES company (id);
UPDATE report SET reseller_id = (SELECT company.reseller_id FROM company WHERE company.id = report.company_id);

-- Made anew, since SQLite drops no constraint of a table.
CREATE TABLE invoice_remade (
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
    -- By which a repetition of the request that issued it is known; empty for a month's.
    idempotency_key TEXT
);
INSERT INTO invoice_remade (number, supplier_id, company_id, month, issued_at, total, document, cancelled_at)
SELECT number, supplier_id, company_id, month, issued_at, total, document, cancelled_at FROM invoice;
DROP TABLE invoice;
ALTER TABLE invoice_remade RENAME TO invoice;
CREATE INDEX invoice_company ON invoice (company_id, issued_at);
-- A cancelled one makes room for another.
CREATE UNIQUE INDEX invoice_month ON invoice (company_id, month) WHERE cancelled_at IS NULL;
CREATE UNIQUE INDEX invoice_key ON invoice (company_id, idempotency_key);
