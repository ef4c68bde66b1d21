"""Sentences to parses, mentions and statements."""
