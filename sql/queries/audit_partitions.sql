SELECT ensure_audit_partitions($1)
