"""Retold reads the news and keeps one record of who retold whom."""

__all__: list[str] = []

__version__ = "0.1.0"
