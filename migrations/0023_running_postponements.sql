-- What runs now is told with who did it and why, as the audit log knows.
INSERT INTO postponement (company_id, number, at, postponed_until, person_id, side, reason)
SELECT company.id, 1, event.at, company.postponed_until, event.actor_id,
       CASE office.kind WHEN 'platform' THEN 'platform' ELSE 'reseller' END, event.reason
FROM company
JOIN audit_event AS event
  ON event.id = (SELECT last.id
                 FROM audit_event AS last
                 WHERE last.company_id = company.id
                   AND last.kind = 'suspension_postponed'
                 ORDER BY last.at DESC, last.id
                 LIMIT 1)
JOIN company AS office ON office.id = event.actor_company_id
WHERE company.postponed_until IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM postponement WHERE postponement.company_id = company.id);
