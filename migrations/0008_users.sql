-- The parts of a name, where somebody has given them. The full name is what is shown; neither is made of the other.
ALTER TABLE person ADD COLUMN last_name TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN first_name TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN middle_name TEXT NOT NULL DEFAULT '';

-- The user whom it happened to, whose address may change; empty in rows that are older than this or about something else.
ALTER TABLE audit_event ADD COLUMN user_id BIGINT;
CREATE INDEX audit_event_user ON audit_event (user_id, at);
