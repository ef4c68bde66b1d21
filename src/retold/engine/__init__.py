"""How functions over tables are run: on this machine, or on a cluster."""
