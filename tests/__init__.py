"""Tests of Palermo, by kind; CONTRIBUTING.md says which kind a thing deserves."""
