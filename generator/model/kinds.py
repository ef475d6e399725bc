"""The closed lists of the field: kinds of disclosure, levels of government, directions of change."""

from __future__ import annotations

from enum import Enum
from typing import NewType

Year = NewType("Year", int)
"""A fiscal year, which in China is the calendar year."""


class Kind(Enum):
    """The three kinds of disclosure; the value is the reader's name, the slug stands in addresses and file names."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    BUDGET = "部门预算"
    ACCOUNTS = "部门决算"
    PERFORMANCE = "绩效文本"

    @property
    def slug(self) -> str:
        """Return the ASCII name: ``budget``, ``accounts`` or ``performance``."""
        return self.name.lower()

    @property
    def phase(self) -> str:
        """Return 决算 for accounts and 预算 for everything that is written before the year begins."""
        return "决算" if self is Kind.ACCOUNTS else "预算"


class Level(Enum):
    """Levels of government."""

    NATIONAL = "中央"
    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县级"
    TOWNSHIP = "乡级"
    ZONE = "开发区"


class Direction(Enum):
    """Which way a figure went against the year before."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    UP = "增加"
    DOWN = "减少"
    SAME = "持平"


class Status(Enum):
    """Whether a text is the approved disclosure or still a draft."""

    __hash__ = object.__hash__  # An enumeration hashes its members' names anew each time, and slowly.

    PUBLISHED = "正式公开"
    DRAFT = "草案"


class ProjectClass(Enum):
    """The two classes of project that Hebei's performance texts kept apart until 2020."""

    SPECIAL_FUND = "专项资金"
    BUDGET_PROJECT = "预算项目"
