"""Who did what to whom, in PLOVER's terms: the codebook, the coder, whether it happened, when and where."""
