"""The database's own refusal to change the log, whoever asks: triggers for SQLite and for PostgreSQL.

They stop mistakes and hasty hands. Who owns the database can drop them; that is what the chain and an anchor kept
elsewhere are for.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

SQLITE = (
    """CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_chainhead
    WHEN NEW.id <> OLD.id OR NEW.sequence <> OLD.sequence + 1
    BEGIN SELECT RAISE(ABORT, 'the head of the audit log moves forward, one entry at a time'); END""",
    """CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_chainhead
    BEGIN SELECT RAISE(ABORT, 'the head of the audit log stays'); END""",
)

POSTGRES = (
    """CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'
    USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE FUNCTION audit_forward() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN IF NEW.id <> OLD.id OR NEW.sequence <> OLD.sequence + 1 THEN
    RAISE EXCEPTION 'the head of the audit log moves forward, one entry at a time'
    USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$""",
    """CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_chainhead
    FOR EACH ROW EXECUTE FUNCTION audit_forward()""",
    """CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_chainhead
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_chainhead
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
)

DROP = {
    "sqlite": tuple(
        f"DROP TRIGGER IF EXISTS {name}"
        for name in ("audit_entry_no_update", "audit_entry_no_delete", "audit_head_forward", "audit_head_no_delete")
    ),
    "postgresql": ("DROP FUNCTION IF EXISTS audit_refuse CASCADE", "DROP FUNCTION IF EXISTS audit_forward CASCADE"),
}
CREATE = {"sqlite": SQLITE, "postgresql": POSTGRES}


def create(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers."""
    _run(connection, CREATE)


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take them away: only for undoing the migration, for restoring a backup, and for tests that tamper."""
    _run(connection, DROP)


def _run(connection: BaseDatabaseWrapper, statements: dict[str, tuple[str, ...]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
