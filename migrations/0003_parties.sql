-- The platform's own directory of organizations and sole proprietors, by INN. Facts of the public register only:
-- never a company's accounts, phones or e-mail addresses.

CREATE TABLE party (
    inn TEXT NOT NULL,
    -- From 0, the head office first: branches share the INN, and many have no KPP.
    place BIGINT NOT NULL,
    kpp TEXT NOT NULL,
    ogrn TEXT NOT NULL,
    name TEXT NOT NULL,
    legal_address TEXT NOT NULL,
    status TEXT NOT NULL,
    is_branch BOOLEAN NOT NULL,
    -- The day the register's facts are of, YYYY-MM-DD; empty where not told.
    actual_on TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('look_up', 'upload', 'demo')),
    -- When they came here, Unix milliseconds.
    fetched_at BIGINT NOT NULL,
    PRIMARY KEY (inn, place)
);
