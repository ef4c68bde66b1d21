"""Numbers that belong to an event: value, unit and hedges."""
