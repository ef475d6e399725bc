"""Characters by their other form and by their sound, for readers who type traditional characters or a homophone."""

from __future__ import annotations

from functools import cache

# The characters of everyday print, those of GB 2312, in the order of their codes.
_ROWS = range(0xB0, 0xF8)
_CELLS = range(0xA1, 0xFF)
_TRADITIONAL = range(0x4E00, 0x9FA6)


@cache
def letters() -> dict[str, object]:
    """Return ``{"simple": traditional and simplified characters in turn, "sounds": {"gong": characters}}``."""
    common = [character for row in _ROWS for cell in _CELLS if (character := bytes((row, cell)).decode("gb2312", "ignore"))]
    return {"simple": _simple(set(common)), "sounds": _sounds(common)}


def _simple(common: set[str]) -> str:
    # Both libraries take a tenth of a second to start: nobody who only checks texts should wait for them.
    from opencc import OpenCC  # noqa: PLC0415

    converter = OpenCC("t2s")
    pairs = ((character, converter.convert(character)) for character in map(chr, _TRADITIONAL))
    return "".join(old + new for old, new in pairs if old != new and new in common and old not in common)


def _sounds(common: list[str]) -> dict[str, str]:
    from pypinyin import Style, pinyin  # noqa: PLC0415 - see above

    sounds: dict[str, list[str]] = {}
    for character in common:
        for sound in dict.fromkeys(pinyin(character, style=Style.NORMAL, heteronym=True)[0][:2]):
            sounds.setdefault(sound.replace("ü", "v"), []).append(character)
    return {sound: "".join(characters) for sound, characters in sorted(sounds.items())}
