"""Sheets: what one page of this room says, on paper. Facts are gathered in Python and set in Typst."""
