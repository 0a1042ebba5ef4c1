"""Backup and restore: one archive for both databases, written in one look and read back whole or not at all."""
