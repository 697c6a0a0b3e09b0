"""A reliability plot: what was stated against what was right, as SVG."""

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

_SIZE: Final = 440
_MARGIN: Final = 60
_LEAST: Final = 0.05
_MOST: Final = 0.9995
_TICKS: Final = (0.05, 0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999)
_Z: Final = 1.96
"""Standard deviations of an interval that holds the true share in 95 of 100 cases."""


class Bin(NamedTuple):
    """Values of like confidence: the mean of what was stated, how many were right, how many there are."""

    stated: float
    right: int
    of: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """The bounds between which the true share lies, after Wilson."""
        spread = _Z * math.sqrt(self.share * (1 - self.share) / self.of + _Z**2 / (4 * self.of**2))
        middle, whole = self.share + _Z**2 / (2 * self.of), 1 + _Z**2 / self.of
        return (middle - spread) / whole, (middle + spread) / whole


def picture(bins: Sequence[Bin]) -> str:
    """Draw the bins, an interval around each; both axes are in log odds, since most values lie near 1.

    What lies beyond an axis stands at its end.
    """
    box = f'viewBox="0 0 {_SIZE} {_SIZE}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="sans-serif" font-size="12">',
        f'<rect width="{_SIZE}" height="{_SIZE}" fill="#ffffff"/>',
    ]
    for tick in _TICKS:
        x, y = _x(tick), _y(tick)
        parts += [
            f'<path d="M{x} {_y(_LEAST)}V{_y(_MOST)}M{_x(_LEAST)} {y}H{_x(_MOST)}" stroke="#e0e0e0"/>',
            f'<text x="{x}" y="{_y(_LEAST) + 18}" text-anchor="middle">{tick:g}</text>',
            f'<text x="{_x(_LEAST) - 8}" y="{y + 4}" text-anchor="end">{tick:g}</text>',
        ]
    parts.append(
        f'<path d="M{_x(_LEAST)} {_y(_LEAST)}L{_x(_MOST)} {_y(_MOST)}" stroke="#888888" stroke-dasharray="4 4"/>'
    )
    for each in bins:
        x, (low, high) = _x(each.stated), each.interval
        parts += [
            f'<path d="M{x} {_y(low)}V{_y(high)}" stroke="#1f5fa8" stroke-width="2"/>',
            f'<circle cx="{x}" cy="{_y(each.share)}" r="5" fill="#1f5fa8"/>',
        ]
    middle = _SIZE / 2
    parts += [
        f'<text x="{middle}" y="{_SIZE - 12}" text-anchor="middle">stated confidence</text>',
        f'<text x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})">right share</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(share: float) -> float:
    return round(_MARGIN + _along(share) * (_SIZE - 1.4 * _MARGIN), 1)


def _y(share: float) -> float:
    return round(_SIZE - _MARGIN - _along(share) * (_SIZE - 1.4 * _MARGIN), 1)


def _along(share: float) -> float:
    """Tell how far along an axis a share lies, 0 to 1."""
    bounded = min(_MOST, max(_LEAST, share))
    return (_odds(bounded) - _odds(_LEAST)) / (_odds(_MOST) - _odds(_LEAST))


def _odds(share: float) -> float:
    return math.log(share / (1 - share))
