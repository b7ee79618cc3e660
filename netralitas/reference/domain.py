"""Regions and elections as forms show them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netralitas.law.domain import Regime


class RegionLevel(StrEnum):
    """How far down a region lies; its code has one more part at each level."""

    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region by its code of the Ministry of Home Affairs: "19", "19.06", "19.06.01"."""

    code: str
    name: str
    level: RegionLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """An election; `region` None: held in the whole country."""

    id: int
    code: str
    name: str
    regime: Regime
    region: str | None
    voting_on: date | None
