"""The second factor: a code by time from a device of the person's own, asked before grave acts."""
