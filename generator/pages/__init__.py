"""Which pages exist, at which permanent address, from which view and which inputs."""
