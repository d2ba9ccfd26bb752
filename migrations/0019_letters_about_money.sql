-- Whether a letter about a company's money goes to the company itself: what could not be delivered to it is shown on its
-- page.
ALTER TABLE letter ADD COLUMN is_to_company BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE letter
SET is_to_company = TRUE
WHERE EXISTS (SELECT 1 FROM company WHERE company.id = letter.company_id AND company.email = letter.recipient);

-- Whether it leaves only after every earlier one of these, about the same company to the same address. Those that were
-- written before the company was noted wait for all of them to the address.
ALTER TABLE letter ADD COLUMN is_in_order BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE letter
SET is_in_order = TRUE
WHERE kind IN ('threshold_reached', 'suspended', 'resumed', 'temporary_limit_ends', 'credit_limit_changed');
DROP INDEX letter_waiting;
CREATE INDEX letter_waiting ON letter (recipient, created_at) WHERE state IN ('queued', 'sending');

-- Whether a month is billed again is told by who asks for the report, not kept.
ALTER TABLE report DROP COLUMN bills_again;
