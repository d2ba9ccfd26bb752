-- Letters about money leave in the order of what they tell: which earlier ones to the same address have not left yet.
CREATE INDEX letter_waiting ON letter (recipient, created_at) WHERE state IN ('queued', 'sending');
