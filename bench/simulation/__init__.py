"""Genealogies of news copies with known truth: who was made from whom, how, and what was changed."""
