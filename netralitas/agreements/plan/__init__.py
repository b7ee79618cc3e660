"""What became of the work plan of an agreement: counted from the record, or entered by hand."""
