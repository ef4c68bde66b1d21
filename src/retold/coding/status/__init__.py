"""Whether what a predicate says was done, is planned, possible, demanded or denied, or long past."""
