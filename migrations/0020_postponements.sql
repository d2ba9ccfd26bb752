-- When somebody put off what the credit rule would do to a company, or ended that. Append-only.
CREATE TABLE postponement (
    company_id BIGINT NOT NULL REFERENCES company (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    -- Empty where it was ended.
    postponed_until BIGINT,
    person_id BIGINT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('company', 'reseller', 'platform')),
    reason TEXT NOT NULL,
    PRIMARY KEY (company_id, number)
);
