-- What, beside an entry, a suspension began or ended with: of one that began, what had ended or been lessened; of one that
-- ended, what was granted.
ALTER TABLE suspension_event ADD COLUMN grant_kind TEXT CHECK (grant_kind IN ('limit', 'temporary_limit', 'postponement'));
-- The name of the token by which somebody did it, if by one.
ALTER TABLE suspension_event ADD COLUMN token TEXT NOT NULL DEFAULT '';
