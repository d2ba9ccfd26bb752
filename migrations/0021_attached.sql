-- Since when a company that was attached belongs to its reseller, Unix milliseconds: the reseller sees its ledger, history,
-- invoices and reports from then on. Empty where it has always been the reseller's.
ALTER TABLE company ADD COLUMN attached_at BIGINT;

UPDATE company
SET attached_at = (SELECT MAX(event.at)
                   FROM audit_event AS event
                   WHERE event.company_id = company.id
                     AND event.kind = 'company_attached')
WHERE kind = 'affiliate';
