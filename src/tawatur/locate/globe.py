"""Distances on the globe."""

from __future__ import annotations

import math

EARTH_KM = 6371.0


def km_between(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Great-circle distance in km between two points in degrees."""
    a, b = math.radians(a_lat), math.radians(b_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(b_lon - a_lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
