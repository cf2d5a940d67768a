package main

import "database/sql"

func (s *server) prepare() error {
	list := []struct {
		to  **sql.Stmt
		on  *sql.DB
		sql string
	}{
		{&s.user, s.reads, `SELECT id, email, name, role, must_change_password, created_at,
			disabled_at FROM users WHERE id = ?`},
		{&s.subscription, s.reads, `SELECT id, customer_id, service, variant, status, created_at,
			ended_at, grace_ends_at FROM subscriptions WHERE id = ?`},
		{&s.instance, s.reads, `SELECT id, customer_id, name, wish, host_port, generation,
			restarts_done, spec FROM instances WHERE subscription_id = ?`},
		{&s.status, s.reads, `SELECT phase, message, since FROM instance_status
			WHERE instance_id = ?`},
		{&s.volumes, s.reads, `SELECT id, name, template, generation, size, claim, state,
			claim_status, created_at, retired_at, destroyed_at FROM volumes
			WHERE instance_id = ? ORDER BY generation, name`},
		{&s.tickets, s.reads, `SELECT volume_id, state, not_before FROM tickets
			WHERE instance_id = ? ORDER BY id`},
		{&s.operation, s.reads, `SELECT id FROM operations
			WHERE instance_id = ? AND ended_at IS NULL`},
		{&s.usage, s.reads, `SELECT volume_id, used, enforced FROM volume_usage
			WHERE instance_id = ? ORDER BY volume_id`},
		{&s.engine, s.reads, `SELECT state, since, detail, abilities FROM engine_health WHERE id = 1`},
		{&s.addToken, s.writes, `INSERT INTO api_tokens (id, user_id, name, scope, token_digest,
			created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)`},
		{&s.addAudit, s.writes, `INSERT INTO audit (at, actor, role, address, request_id, action,
			subject, subject_id, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`},
	}
	for _, item := range list {
		statement, err := item.on.Prepare(item.sql)
		if err != nil {
			return err
		}
		*item.to = statement
	}
	return nil
}
