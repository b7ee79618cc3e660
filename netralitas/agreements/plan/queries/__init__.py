"""What the pages of a work plan ask, on the caller's transaction."""

from netralitas.agreements.plan.queries.counting import counted
from netralitas.agreements.plan.queries.indicator import indicator_page
from netralitas.agreements.plan.queries.kept import Plan, file_of, plan_of
from netralitas.agreements.plan.queries.overview import plan_page

__all__ = ["Plan", "counted", "file_of", "indicator_page", "plan_of", "plan_page"]
