"""Editions of the law: rules, calendar and catalogues as versions that an administrator adds to."""
