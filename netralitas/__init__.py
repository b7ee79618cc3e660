"""Netralitas: the case tracker for violations of ASN neutrality in Indonesian elections."""
