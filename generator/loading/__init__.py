"""Values become records of the model; what does not fit becomes a finding, at its place, with its cure."""
