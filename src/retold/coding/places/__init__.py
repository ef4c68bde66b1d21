"""Where an event took place: places as named, to states."""
