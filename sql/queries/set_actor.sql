-- Tells triggers that keep a trail who acts in this transaction: $1 is a kind of actor of the trail, $2 the account or ''.
SELECT set_config('predicthealth.actor_type', $1, true), set_config('predicthealth.actor_id', $2, true)
