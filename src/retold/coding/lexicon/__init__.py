"""The patterns of the coder: words and frames to event types, in CSV and TOML files."""
