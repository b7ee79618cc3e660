"""The reading pages of the law: rules, calendar, catalogues, register, citations."""
