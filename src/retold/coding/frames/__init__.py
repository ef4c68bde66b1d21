"""Who does what in a construction: the places around a predicate that patterns speak of."""
