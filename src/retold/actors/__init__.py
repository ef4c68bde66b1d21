"""Who is named: the dictionary of actors, what a phrase names, and names put right."""
