"""One page a file: what it asks of the ledger, the tables it shows, and how it answers."""
