-- The name of the token that something was done with; empty where a person did it themselves. Copied, because a token
-- may go before what is told of it.
ALTER TABLE company_edit ADD COLUMN token TEXT;
ALTER TABLE audit_event ADD COLUMN token TEXT;

-- By which a session is known as long as it lives. Its token changes whenever the person proves themselves again, and
-- what hangs on the session (passkey_challenge.holder, too) does not.
ALTER TABLE session ADD COLUMN id TEXT;
UPDATE session SET id = token_hash;
CREATE UNIQUE INDEX session_id ON session (id);
