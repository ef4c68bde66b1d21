"""The record on disk: tables in versions, one writer and many readers."""
