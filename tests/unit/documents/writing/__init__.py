"""Documents written: Markdown, pages, JSON, differences."""
