-- A request can be withdrawn by its company, and commented on while it is open.

-- A new condition on `state` takes a new table: SQLite changes no constraints in place.
CREATE TABLE request_with_withdrawal (
    id BIGINT NOT NULL PRIMARY KEY,
    reseller_id BIGINT NOT NULL,
    company_id BIGINT NOT NULL,
    comment TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'completed', 'declined', 'withdrawn')),
    reason TEXT NOT NULL,
    requested_by BIGINT NOT NULL REFERENCES person (id),
    requester_company_id BIGINT NOT NULL REFERENCES company (id),
    created_at BIGINT NOT NULL,
    settled_by BIGINT REFERENCES person (id),
    settled_at BIGINT
);
INSERT INTO request_with_withdrawal (id, reseller_id, company_id, comment, state, reason, requested_by,
                                     requester_company_id, created_at, settled_by, settled_at)
SELECT id, reseller_id, company_id, comment, state, reason, requested_by,
       requester_company_id, created_at, settled_by, settled_at
FROM support_request;
DROP TABLE support_request;
ALTER TABLE request_with_withdrawal RENAME TO support_request;
CREATE INDEX support_request_company ON support_request (requester_company_id, id);
CREATE INDEX support_request_pair ON support_request (reseller_id, company_id, state);

CREATE TABLE request_comment (
    request_id BIGINT NOT NULL REFERENCES support_request (id),
    number BIGINT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (request_id, number)
);
