-- Every reseller whose affiliates are granted more has a row, so that whoever raises a limit and whoever sets the first cap
-- wait for each other. Without a cap where `cap` is empty.
CREATE TABLE credit_pool_row (
    reseller_id BIGINT NOT NULL PRIMARY KEY REFERENCES company (id),
    cap BIGINT CHECK (cap >= 0)
);

INSERT INTO credit_pool_row (reseller_id, cap)
SELECT reseller_id, cap
FROM credit_pool;

DROP TABLE credit_pool;

ALTER TABLE credit_pool_row RENAME TO credit_pool;
