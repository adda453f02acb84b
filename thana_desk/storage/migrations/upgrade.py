"""Bring an older store up to date, after a verified copy, in one transaction."""

import logging
from pathlib import Path

import sqlcipher3.dbapi2
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from thana_desk.storage.connection import open_keyed
from thana_desk.storage.copies import copy_store
from thana_desk.storage.errors import StoreNotUpgraded, WorkMisuse, named
from thana_desk.storage.schema import HEAD_REVISION, SCHEMA_VERSION

logger = logging.getLogger(__name__)


def upgrade(path: Path, dek: bytes) -> Path:
    """Migrate the store at `path`; returns the verified copy that was taken before.

    Raises:
        StoreNotUpgraded, StoreDamaged, DiskFull, DiskFailed: the store is as it was.
    """
    kept = path.with_name(f"{path.name}.before-{HEAD_REVISION}")
    copy_store(path, kept, dek)
    try:
        run_revisions(path, dek)
    except DBAPIError as error:
        what = named(error.orig or error)
        if isinstance(what, WorkMisuse):
            raise StoreNotUpgraded("a revision failed") from error
        raise what from error
    logger.info("store migrated", extra={"seq": SCHEMA_VERSION})
    return kept


def run_revisions(path: Path, dek: bytes, *, create: bool = False) -> None:
    """Run all outstanding revisions on the file in one transaction: all of them, or none."""
    raw = open_keyed(path, dek, create=create, schema=True)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: raw,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.exec_driver_sql("COMMIT")
    finally:
        engine.dispose()
        raw.close()
