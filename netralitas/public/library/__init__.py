"""The public library: materials of activities that somebody ticked as shared, for everybody."""
