"""Quantity phrases: from a figure to its value in a locale's words: 18,353 млрд долларов США, 22 million tonnes, ×5."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from babel.numbers import format_compact_decimal, format_decimal, get_currency_name
from babel.units import UnknownUnitError, format_unit

from edition.extraction.amounts import levelled
from edition.extraction.units import MEASURES as CHINESE_MEASURES
from edition.model import Quantity, QuantityKind
from edition.writing.strings import Strings

MEASURES = {
    "km": "length-kilometer",
    "m": "length-meter",
    "cm": "length-centimeter",
    "mm": "length-millimeter",
    "mi": "length-mile",
    "nmi": "length-nautical-mile",
    "ft": "length-foot",
    "ha": "area-hectare",
    "km²": "area-square-kilometer",
    "m²": "area-square-meter",
    "acre": "area-acre",
    "mi²": "area-square-mile",
    "t": "mass-tonne",
    "kg": "mass-kilogram",
    "g": "mass-gram",
    "mg": "mass-milligram",
    "lb": "mass-pound",
    "oz": "mass-ounce",
    "m³": "volume-cubic-meter",
    "km³": "volume-cubic-kilometer",
    "L": "volume-liter",
    "bbl": "volume-barrel",
    "gal": "volume-gallon",
    "kWh": "energy-kilowatt-hour",
    "J": "energy-joule",
    "W": "power-watt",
    "kW": "power-kilowatt",
    "MW": "power-megawatt",
    "GW": "power-gigawatt",
    "°C": "temperature-celsius",
    "°F": "temperature-fahrenheit",
    "km/h": "speed-kilometer-per-hour",
}
"""What CLDR calls them; it has names for them in every locale."""

CHINESE = {code: forms.split()[0] for measures in CHINESE_MEASURES.values() for code, forms in measures.items()}
"""In Chinese they are named as the texts name them."""

NAMED = ("percentage points", "basis points", "persons", "permille")
LONG_NUMBER = 1_000_000
LONG_NUMBER_IN_CHINESE = 10_000
RATIO = re.compile("(?P<first>[0-9.]+)[^0-9.]+(?P<second>[0-9.]+)")  # 9.2:1, 3比1
DASH = "–"
MINUS = "−"


def as_decimal(value: Decimal | Fraction) -> Decimal:
    """A fraction to six places."""
    return value if isinstance(value, Decimal) else round(Decimal(value.numerator) / Decimal(value.denominator), 6)


def value_phrase(quantity: Quantity, strings: Strings) -> str:
    """The value with its unit; a dash where only a magnitude is printed. A measure word stays as it is printed."""
    if quantity.low is None or quantity.high is None:
        return "—"
    if quantity.kind is QuantityKind.RATIO and (ratio := RATIO.search(levelled(quantity.text))):
        return f"{ratio['first']} : {ratio['second']}"
    bounds = (quantity.low,) if quantity.low == quantity.high else (quantity.low, quantity.high)
    numbers = DASH.join(_number(bound, strings) for bound in bounds)
    return _with_unit(quantity, abs(as_decimal(quantity.high)), numbers, strings)


def _number(value: Decimal | Fraction, strings: Strings) -> str:
    """Millions and more in words, 4 billion, all others in digits; a fraction as one."""
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}".removesuffix("/1").replace("-", MINUS)
    if abs(value) < (LONG_NUMBER_IN_CHINESE if strings.cldr.language == "zh" else LONG_NUMBER):
        return format_decimal(value, locale=strings.cldr, decimal_quantization=False).replace("-", MINUS)
    long = strings.cldr.language == "en"
    said = format_compact_decimal(
        value, format_type="long" if long else "short", locale=strings.cldr, fraction_digits=6
    )
    return said.replace("-", MINUS)


def _with_unit(quantity: Quantity, count: Decimal, numbers: str, strings: Strings) -> str:
    """`count` is what the form of the unit's name goes with."""
    unit = quantity.unit
    if quantity.kind is QuantityKind.MONEY and unit:
        currency = get_currency_name(unit, count=count, locale=strings.cldr)
        return strings("figures.named", n=numbers, name=currency)
    match unit:
        case None | "share":
            return numbers
        case "percent":
            return strings("figures.percent", n=numbers)
        case "times":
            return strings("figures.times", n=numbers)
        case "番":
            return strings.count("figures.doubled", int(count))
        case str() if unit in NAMED:
            return strings(f"figures.unit.{unit.replace(' ', '-')}", n=numbers)
        case _:
            return _measure(unit, count, numbers, strings)


def _measure(unit: str, count: Decimal, numbers: str, strings: Strings) -> str:
    """The name of the unit as CLDR has it, in the form that goes with the number."""
    if strings.cldr.language == "zh" and unit in CHINESE:
        return strings("figures.named", n=numbers, name=CHINESE[unit])
    length: Literal["long", "short"] = "long" if strings.cldr.language == "en" else "short"
    try:
        said = format_unit(count, MEASURES.get(unit, unit), length, locale=strings.cldr)
    except UnknownUnitError:
        return strings("figures.counted", n=numbers, unit=unit)
    digits = format_decimal(count, locale=strings.cldr)
    return said.replace(digits, numbers)
