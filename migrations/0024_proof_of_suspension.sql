-- What, beside an entry, a suspension began or ended with: a limit, a temporary limit or a postponement, which began with
-- its end and ended with its grant. And the name of the token by which somebody did it, if by one.
ALTER TABLE suspension_event ADD COLUMN granted TEXT CHECK (granted IN ('limit', 'temporary_limit', 'postponement'));
ALTER TABLE suspension_event ADD COLUMN token TEXT NOT NULL DEFAULT '';
