"""Whether what happens is a public matter."""
