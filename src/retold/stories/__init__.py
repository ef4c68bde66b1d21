"""Fingerprints, candidate pairs, their features and scores, and the grouping to reports and stories."""
