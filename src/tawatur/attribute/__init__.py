"""Posts -> statements: who said what."""
