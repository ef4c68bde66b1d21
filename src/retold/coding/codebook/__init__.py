"""PLOVER as data: types, modes, contexts, examples, and the codes of CAMEO they answer to."""
