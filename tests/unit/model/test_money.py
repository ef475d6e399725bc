"""Amounts are exact, keep the unit and the decimals that were printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.money import Money, MoneyUnit, NoMoney


@pytest.mark.parametrize(
    ("amount", "unit", "yuan"),
    [
        ("2220.42", MoneyUnit.WAN, "22204200.00"),
        ("0.1", MoneyUnit.YI, "10000000.0"),
        ("30.10", MoneyUnit.YUAN, "30.10"),
        ("-1.5", MoneyUnit.WAN, "-15000.0"),
        ("12345678901234567890", MoneyUnit.YI, "1234567890123456789000000000"),
    ],
)
def test_any_unit_is_exactly_so_many_yuan(amount: str, unit: MoneyUnit, yuan: str) -> None:
    assert Money(Decimal(amount), unit).yuan == Decimal(yuan)


@pytest.mark.parametrize(("amount", "decimals"), [("5", 0), ("30.10", 2), ("0.000", 3), ("-1.5", 1), ("5E+2", 0)])
def test_printed_decimals_are_kept(amount: str, decimals: int) -> None:
    assert Money(Decimal(amount), MoneyUnit.WAN).decimals == decimals


def test_blank_withheld_and_zero_are_three_things() -> None:
    zero = Money(Decimal(0), MoneyUnit.WAN)
    assert len({NoMoney.BLANK, NoMoney.WITHHELD, zero}) == 3


@pytest.mark.parametrize(
    ("amount", "unit", "fen"),
    [
        ("12.34", MoneyUnit.WAN, 12_340_000),
        ("0.01", MoneyUnit.YUAN, 1),
        ("-1.5", MoneyUnit.YI, -15_000_000_000),
        ("12345678901234567891", MoneyUnit.YI, 123456789012345678910000000000),
    ],
)
def test_an_amount_of_two_decimals_is_counted_in_fen_exactly(amount: str, unit: MoneyUnit, fen: int) -> None:
    counted = Money.counted(Decimal(amount), unit)
    assert counted.fen == fen
    assert counted == Money(Decimal(amount), unit)


def test_an_amount_that_is_not_counted_is_part_of_no_sum_that_comes_out() -> None:
    for fen in (Money.counted(Decimal("0.005"), MoneyUnit.YUAN).fen, Money(Decimal(1), MoneyUnit.YUAN).fen, NoMoney.BLANK.fen):
        assert fen - fen != 0
