"""The follow-up of the BKPSDM and the appointing official."""
