"""Lay the triggers that refuse changes. The head's row is made after every migration (see apps.found_head)."""

from django.db import migrations

from palermo.web.audit import triggers


def lay(apps, schema_editor):
    triggers.create(schema_editor.connection)


def take_away(apps, schema_editor):
    triggers.drop(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(lay, take_away)]
