"""Reference values of the sum of a scaled Student t and a normal variable, in 30 digits with mpmath and rounded to doubles.

    python3 test/reference/studentMixture.py > test/reference/studentMixture.json

The sum is integrated as a convolution, over the t variable; SciPy's t distribution is the second opinion where the normal part is nil.
"""

import json
import sys

import mpmath as mp
import scipy
from scipy import stats

mp.mp.dps = 30


def t_density(x, n):
    """Density of the t variable scaled to variance 1."""
    scale = mp.sqrt((n - 2) / n)
    logarithm = mp.loggamma((n + 1) / 2) - mp.loggamma(n / 2) - mp.log(n * mp.pi) / 2
    return mp.e ** (logarithm - (n + 1) / 2 * mp.log1p((x / scale) ** 2 / n)) / scale


def tail(y, v, w, n):
    """P(Y ≤ y) for y ≤ 0."""
    v, w, n, y = mp.mpf(v), mp.mpf(w), mp.mpf(n), mp.mpf(y)
    if v == 0:
        return mp.ncdf(y / mp.sqrt(w))
    a, b = mp.sqrt(v), mp.sqrt(w)
    if w == 0:
        return mp.quad(lambda x: t_density(x, n), [-mp.inf, y / a - 5, y / a])
    # N is within 14 of 0, but for 1e-44.
    step, width = y / a, b / a
    points = sorted({*(step + k * width for k in (-14, -7, -3, -1, 0, 1, 3, 7, 14)), *(mp.mpf(k) for k in (-3, 0, 3) if abs(k - step) < 14 * width)})
    inner = mp.quad(lambda x: t_density(x, n) * mp.ncdf((y - a * x) / b), points, maxdegree=8)
    return mp.quad(lambda x: t_density(x, n), [-mp.inf, points[0] - 5, points[0]]) + inner


def cdf(y, v, w, n):
    p = tail(y, v, w, n) if y <= 0 else 1 - tail(-y, v, w, n)
    if w == 0:
        second = stats.t.cdf(y / (v * (n - 2) / n) ** 0.5, n)
        if abs(float(p) - second) > 1e-9 * second:
            sys.exit(f"t.cdf({y}, {n}): mpmath {float(p)!r}, SciPy {second!r}")
    return float(p)


def score(z, n):
    return float(((n - 2) / n) ** 0.5 * (stats.t.ppf(stats.norm.cdf(z), n) if z <= 0 else stats.t.isf(stats.norm.sf(z), n)))


mixtures = [(0.08, 0.92, 4), (0.12, 0.88, 2.5), (0.3, 0.7, 2.01), (0.5, 0.75, 5), (1, 0, 3), (0.2, 0.8, 60), (0.12, 0.88, 5000), (4, 0.25, 3), (0, 1, 4)]

tables = {
    "note": f"Made by studentMixture.py: Python {sys.version.split()[0]}, mpmath {mp.__version__}, SciPy {scipy.__version__}.",
    "studentMixtureCdf": [[y, *m, cdf(y, *m)] for m in mixtures for y in (-9, -4.5, -2.3, -1, -0.05, 0.7, 3)],
    "studentScore": [[z, n, score(z, n)] for n in (2.01, 2.5, 3, 4, 10, 1000) for z in (-6, -3.7, -1.5, -0.2, 0, 0.9, 2.33, 5)],
}

# One row a line.
print("{")
print(",\n".join(f" {json.dumps(name)}: " + (json.dumps(rows) if isinstance(rows, str) else "[\n  " + ",\n  ".join(map(json.dumps, rows)) + "\n ]") for name, rows in tables.items()))
print("}")
