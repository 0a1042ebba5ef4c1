"""What the house promises about itself: floors, locks, measures, documents."""
