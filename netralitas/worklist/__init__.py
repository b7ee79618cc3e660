"""The lists that people work from: home, worklist, deadlines, search."""
