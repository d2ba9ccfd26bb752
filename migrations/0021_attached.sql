-- Since when a company that was attached belongs to its reseller, Unix milliseconds: the reseller sees its ledger, history,
-- invoices and reports from then on. Empty where it has always been the reseller's.
ALTER TABLE company ADD COLUMN attached_at BIGINT;

-- By the audit log; where that has forgotten, by the request, the first that was completed.
UPDATE company
SET attached_at = COALESCE(
        (SELECT MAX(event.at)
         FROM audit_event AS event
         WHERE event.company_id = company.id
           AND event.kind = 'company_attached'),
        (SELECT MIN(request.settled_at)
         FROM support_request AS request
         WHERE request.company_id = company.id
           AND request.reseller_id = company.reseller_id
           AND request.state = 'completed'))
WHERE kind = 'affiliate';
