"""One-year loss of the benchmark portfolio of 10,000 loans (sim/validate/w1-portfolio.csv, LGD .45), by a third method.

    python3 test/reference/oneYearLoss.py > test/reference/oneYearLoss.json

Given the factor the loss is nearly normal: Edgeworth's expansion with skewness and kurtosis, integrated over the factor. Checked on
two grids.
"""

import csv
import json
import sys

import numpy as np
import scipy
from numpy.polynomial import hermite_e
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import norm, t as student

LGD = 0.45
CORRELATION = 0.12

with open("sim/validate/w1-portfolio.csv") as file:
    rows = [(float(row["exposureE9"]), int(row["grade"]) - 1) for row in csv.DictReader(file)]
total = sum(exposure for exposure, _ in rows)
pds = 0.003 * 50 ** (np.arange(10) / 9)
powers = [np.array([sum((LGD * e / total) ** n for e, grade in rows if grade == k) for k in range(10)]) for n in range(1, 5)]
hermite = lambda n, u: hermite_e.hermeval(u, [0] * n + [1])


def threshold(pd, degrees):
    """What √ρ·T + √(1−ρ)·N falls below with probability pd."""
    if degrees is None:
        return norm.ppf(pd)
    density = student(degrees, scale=((degrees - 2) / degrees) ** 0.5).pdf
    below = lambda y: quad(lambda n: norm.cdf((y - CORRELATION**0.5 * n) / (1 - CORRELATION) ** 0.5) * density(n), -60, 60, points=[-5, 0, 5], epsabs=1e-14, epsrel=1e-12, limit=500)[0] + student.cdf(-60 / ((degrees - 2) / degrees) ** 0.5, degrees)
    return brentq(lambda y: below(y) / pd - 1, -10, 0, xtol=1e-13)


def loss(degrees, step):
    z = np.arange(-9, 9 + step / 2, step)
    weights = norm.pdf(z) * step
    factor = z if degrees is None else np.sign(z) * ((degrees - 2) / degrees) ** 0.5 * student.isf(norm.sf(np.abs(z)), degrees)
    thresholds = np.array([threshold(pd, degrees) for pd in pds])
    p = norm.cdf((thresholds - CORRELATION**0.5 * factor[:, None]) / (1 - CORRELATION) ** 0.5)
    q = 1 - p
    mean, variance, third, fourth = (p * powers[0]).sum(1), (p * q * powers[1]).sum(1), (p * q * (q - p) * powers[2]).sum(1), (p * q * (1 - 6 * p * q) * powers[3]).sum(1)
    # Where all loans default, or none, nothing is left to expand.
    keep = (variance > 1e-30) & (np.abs(third) < variance**1.5) & (np.abs(fourth) < variance**2)
    flat_mean, flat_weights = mean[~keep], weights[~keep]
    m, s = mean[keep], np.sqrt(variance[keep])
    a, b = third[keep] / s**3, fourth[keep] / s**4

    def beyond(x):
        """P(L > x) and E(L − x)⁺."""
        u = (x - m) / s
        density = norm.pdf(u)
        tail = norm.sf(u) + density * (a / 6 * hermite(2, u) + b / 24 * hermite(3, u) + a**2 / 72 * hermite(5, u))
        excess = s * (density - u * norm.sf(u) + density * (a / 6 * hermite(1, u) + b / 24 * hermite(2, u) + a**2 / 72 * hermite(4, u)))
        return (weights[keep] * tail).sum() + flat_weights[flat_mean > x].sum(), (weights[keep] * excess).sum() + (flat_weights * np.maximum(flat_mean - x, 0)).sum()

    quantile = lambda level: brentq(lambda x: beyond(x)[0] - (1 - level), 1e-3, 0.4499, xtol=1e-14)
    overall = (weights * mean).sum()
    q999 = quantile(0.999)
    return {"mean": overall, "standardDeviation": ((weights * (variance + (mean - overall) ** 2)).sum()) ** 0.5, "q99": quantile(0.99), "q999": q999, "es999": q999 + beyond(q999)[1] / 0.001}


def checked(degrees):
    fine, finer = loss(degrees, 0.004), loss(degrees, 0.002)
    for name, value in fine.items():
        if abs(finer[name] / value - 1) > 1e-8:
            sys.exit(f"{name} at {degrees}: {value} and {finer[name]}")
    return finer


print(json.dumps({
    "note": f"Made by oneYearLoss.py: Python {sys.version.split()[0]}, SciPy {scipy.__version__}. Losses as shares of total exposure; asset correlation {CORRELATION}.",
    "normal": checked(None),
    "student4": checked(4),
    "student10": checked(10),
}, indent=1))
