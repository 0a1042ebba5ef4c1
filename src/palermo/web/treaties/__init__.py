"""Who is bound by what: the tables, pages, downloads and API of the method with the same name."""
