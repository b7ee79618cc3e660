"""Pages of the web as evidence: the register of addresses, and what was captured of them."""
