"""The public site: pages prepared by the worker, and the status behind the code of a receipt."""
