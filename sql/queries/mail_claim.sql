-- Claims mails that are due, for this instance alone. Mails that it doesn't report on in time become due again. Each attempt
-- waits twice as long as the one before.
--   $1 how many, $2 the first pause in seconds, $3 the longest pause in seconds
UPDATE mail_queue
SET attempts = attempts + 1,
    next_attempt_at = now() + least($2::float8 * 2 ^ least(attempts, 20), $3::float8) * interval '1 second'
WHERE id IN (
  SELECT id
  FROM mail_queue
  WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at <= now()
  ORDER BY next_attempt_at
  LIMIT $1
  FOR UPDATE SKIP LOCKED
)
RETURNING id, recipient, template, language, parameters, attempts, created_at
