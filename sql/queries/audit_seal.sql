SELECT seal_audit_inbox($1)
