"""What one stretch of text did to another, when the two are given."""
