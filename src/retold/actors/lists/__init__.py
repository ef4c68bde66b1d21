"""A user's own list of actors: CSV, JSON, FollowTheMoney and Phoenix files to entries of the dictionary."""
