"""Requests of people about their own data, and the data."""

from netralitas.privacy.requests.queries.data import data_of_officer
from netralitas.privacy.requests.queries.register import Request, request_in, requests

__all__ = ["Request", "data_of_officer", "request_in", "requests"]
