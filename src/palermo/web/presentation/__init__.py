"""How things are shown: days, tables, downloads and curves. The lowest floor of the web: it knows no other room."""
