"""How the tellings of one report relate: passages, wording, kinds and descent."""
