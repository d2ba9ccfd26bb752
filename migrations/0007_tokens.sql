-- Tokens of the platform's other systems for /api/v1. The token itself is shown once; its hash stays.
CREATE TABLE api_token (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    -- Its first characters, by which people tell tokens apart.
    prefix TEXT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES company (id),
    -- While this person is blocked, or administers nothing any more, the token stands still.
    created_by BIGINT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    permission TEXT NOT NULL CHECK (permission IN ('read', 'money', 'calls')),
    -- Networks in CIDR form, separated by spaces, that it is accepted from. Empty: from anywhere.
    networks TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    last_used_at BIGINT,
    last_address TEXT,
    -- When the letter about the coming end was written.
    reminded_at BIGINT
);
CREATE INDEX api_token_company ON api_token (company_id, created_at);
CREATE INDEX api_token_expires ON api_token (expires_at);
