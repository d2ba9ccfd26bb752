-- Looking at the desk through the eyes of another's user, without touching anything.
CREATE TABLE viewing (
    id TEXT NOT NULL PRIMARY KEY,
    viewer_id BIGINT NOT NULL REFERENCES person (id),
    -- Whose eyes, and whose company that is.
    person_id BIGINT NOT NULL REFERENCES person (id),
    company_id BIGINT NOT NULL REFERENCES company (id),
    reason TEXT NOT NULL,
    -- Whether the company had allowed it. Without, only the platform's operators look.
    has_consent BOOLEAN NOT NULL,
    -- The path that leaving leads back to.
    return_to TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX viewing_company ON viewing (company_id, begun_at);
CREATE INDEX viewing_open ON viewing (ends_at) WHERE ended_at IS NULL;

-- What was looked at, each path once.
CREATE TABLE viewing_page (
    viewing_id TEXT NOT NULL REFERENCES viewing (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (viewing_id, path)
);

-- A company's standing permission to look. No row: not allowed.
CREATE TABLE viewing_consent (
    company_id BIGINT NOT NULL PRIMARY KEY REFERENCES company (id) ON DELETE CASCADE,
    given_by BIGINT NOT NULL REFERENCES person (id),
    given_at BIGINT NOT NULL,
    -- Empty: until it is withdrawn.
    until BIGINT
);

-- Through whose eyes a session looks at present.
ALTER TABLE session ADD COLUMN viewing_id TEXT REFERENCES viewing (id);
