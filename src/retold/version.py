"""The version of the code, recorded in every run."""

__version__ = "0.1.0"
