"""Organisations, people and roles: who takes part in the Plan, how they sign in, and what they may do."""
