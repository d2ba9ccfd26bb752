-- From where and from which side a field was changed; empty in rows that are older than this.
ALTER TABLE company_edit ADD COLUMN address TEXT;
-- Of the request that made the save.
ALTER TABLE company_edit ADD COLUMN request_id TEXT;
-- Somebody of the company itself, of its reseller, or of the platform.
ALTER TABLE company_edit ADD COLUMN side TEXT CHECK (side IN ('company', 'reseller', 'platform'));
-- The version whose save this one took back.
ALTER TABLE company_edit ADD COLUMN undoes BIGINT;

-- Append-only. Names are copied and IDs refer to nothing, so that an entry outlives what it is about.
CREATE TABLE audit_event (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    actor_company_id BIGINT NOT NULL,
    company_id BIGINT NOT NULL,
    object TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    reason TEXT NOT NULL,
    address TEXT NOT NULL,
    request_id TEXT NOT NULL
);
CREATE INDEX audit_event_at ON audit_event (at, id);
CREATE INDEX audit_event_company ON audit_event (company_id, at);
