"""What machines share in a PostgreSQL database: a connection that comes back, tables, claims, turns and a ledger."""
