"""Reference values of the distribution functions, in 50 digits with mpmath and rounded to doubles.

    python3 test/reference/distributions.py > test/reference/distributions.json

SciPy is the second opinion: the script stops where the two differ.
"""

import json
import sys

import mpmath as mp
import scipy
from scipy import special, stats

mp.mp.dps = 50


def agree(ours, scipys, tolerance, what):
    if abs(float(ours) - scipys) > tolerance * max(abs(float(ours)), 1e-300):
        sys.exit(f"{what}: mpmath {float(ours)!r}, SciPy {scipys!r}")
    return float(ours)


def normal_cdf(x):
    return agree(mp.erfc(-mp.mpf(x) / mp.sqrt(2)) / 2, special.ndtr(x), 1e-13, f"ndtr({x})")


def normal_quantile(p):
    start = mp.mpf(float(special.ndtri(p)))
    root = mp.findroot(lambda x: mp.log(mp.erfc(-x / mp.sqrt(2)) / 2) - mp.log(mp.mpf(p)), start)
    return agree(root, special.ndtri(p), 1e-13, f"ndtri({p})")


def beta_tails(x, a, b):
    """Lower and upper tail, by a series of positive terms that converges like xⁿ."""
    if x > 0.5:
        return beta_tails(1 - x, b, a)[::-1]
    total = term = mp.mpf(1)
    n = 0
    while term > total * mp.eps:
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    logarithm = a * mp.log(x) + b * mp.log1p(-x) + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)
    lower = mp.e**logarithm / a * total
    return lower, 1 - lower


def beta_cdf(x, a, b):
    return agree(beta_tails(mp.mpf(x), mp.mpf(a), mp.mpf(b))[0], special.betainc(a, b, x), 1e-10, f"betainc({a}, {b}, {x})")


def beta_root(p, q, a, b):
    """Quantile and its complement, where q = 1 − p to full precision."""
    if p > q:
        return beta_root(q, p, b, a)[::-1]
    logit = lambda x, y: mp.log(x) - mp.log(y)
    start = logit(mp.mpf(float(special.betaincinv(float(a), float(b), float(p)))), mp.mpf(float(special.betainccinv(float(b), float(a), float(p)))))
    tail = lambda u: mp.log(beta_tails(1 / (1 + mp.e**-u), mp.mpf(a), mp.mpf(b))[0] / p)
    u = mp.findroot(tail, (start, start + mp.mpf(10) ** -9), solver="secant", tol=1e-60)
    return 1 / (1 + mp.e**-u), 1 / (1 + mp.e**u)


def beta_quantile(p, a, b):
    root = beta_root(mp.mpf(p), 1 - mp.mpf(p), a, b)[0]
    return agree(root, special.betaincinv(a, b, p), 1e-8, f"betaincinv({a}, {b}, {p})")


def t_quantile(p, degrees):
    tail = 2 * min(mp.mpf(p), 1 - mp.mpf(p))
    x, y = beta_root(tail, 1 - tail, mp.mpf(degrees) / 2, mp.mpf(1) / 2)
    root = mp.sqrt(degrees * y / x) * (1 if p > 0.5 else -1)
    return agree(root, stats.t.ppf(p, degrees), 1e-9, f"t.ppf({p}, {degrees})")


def clopper_pearson(successes, trials, confidence):
    tail = (1 - mp.mpf(confidence)) / 2
    low = float(beta_root(tail, 1 - tail, successes, trials - successes + 1)[0]) if successes > 0 else 0.0
    high = float(beta_root(1 - tail, tail, successes + 1, trials - successes)[0]) if successes < trials else 1.0
    interval = stats.binomtest(successes, trials).proportion_ci(confidence, method="exact")
    agree(low, interval.low, 1e-6, f"low of {successes} in {trials}")
    agree(high, interval.high, 1e-6, f"high of {successes} in {trials}")
    return [low, high]


def bivariate_normal_cdf(x, y, rho):
    """Integral over u < x of the density at u times Φ((y − ρu)/√(1 − ρ²))."""
    x, y, rho = mp.mpf(x), mp.mpf(y), mp.mpf(rho)
    scale = mp.sqrt(1 - rho * rho)
    step = y / rho if rho else mp.mpf(0)
    points = sorted({-mp.mpf(40), x, *(p for k in (-20, -5, 0, 5, 20) if -40 < (p := step + k * scale / max(abs(rho), mp.mpf("0.1"))) < x)})
    inner = lambda u: mp.npdf(u) * mp.erfc(-(y - rho * u) / scale / mp.sqrt(2)) / 2
    exact = mp.quad(inner, points, maxdegree=9)
    second = stats.multivariate_normal.cdf([float(x), float(y)], [0, 0], [[1, float(rho)], [float(rho), 1]], abseps=1e-10)
    if abs(float(exact) - second) > 1e-8:
        sys.exit(f"bivariate normal at {x}, {y}, {rho}: mpmath {float(exact)!r}, SciPy {second!r}")
    return float(exact)


normal_xs = [-37.5, -30, -20.1, -12, -8.3, -6.5, -5.7, -5.6, -4, -3.0902, -2.3, -1.5, -0.7, -0.67, -0.3, -1e-3, -1e-9, 0.0, 0.1, 0.6, 0.68, 1, 2, 3.7, 5.65, 6, 8]
normal_ps = [1e-300, 1e-100, 1e-30, 1.3e-11, 1.5e-11, 1e-8, 1e-4, 0.001, 0.03, 0.0749, 0.0751, 0.2, 0.4, 0.499999, 0.51, 0.7, 0.92, 0.93, 0.99, 0.999, 0.9999999]
betas = [(0.5, 0.5), (0.5, 9.5), (1, 1), (2, 3), (2.1, 0.7), (5, 96), (0.05, 12), (24, 977), (300, 200), (9976, 25), (49999.5, 50001.5)]
beta_rows = [(mean + k * (mean * (1 - mean) / (a + b + 1)) ** 0.5, a, b) for a, b in betas for mean in [a / (a + b)] for k in (-6, -3, -0.9, 0, 0.4, 2, 5)]
t_rows = [(p, n) for n in (1, 2, 3, 7, 19, 39, 79, 200.5, 10000) for p in (1e-6, 0.005, 0.025, 0.3, 0.499, 0.6, 0.975, 0.995)]
binomials = [(0, 10), (10, 10), (1, 20), (3, 50), (24, 1000), (976, 1000), (0, 10000), (7, 10000), (9990, 10000), (0, 1000000), (13, 1000000)]
rhos = [-0.999, -0.95, -0.5, -0.1, 0.0, 0.02, 0.12, 0.3464, 0.7, 0.93, 0.99, 0.9999]
pairs = [(0.0, 0.0), (-2.3263, -2.3263), (-1.6449, -3.0902), (0.5, -0.4), (1.2, 2.1), (-1.0, 1.0), (2.0, 2.001)]

tables = {
    "note": f"Made by distributions.py: Python {sys.version.split()[0]}, mpmath {mp.__version__}, checked with SciPy {scipy.__version__}.",
    "normalCdf": [[x, normal_cdf(x)] for x in normal_xs],
    "normalQuantile": [[p, normal_quantile(p)] for p in normal_ps],
    "betaCdf": [[x, a, b, beta_cdf(x, a, b)] for x, a, b in beta_rows if 0 < x < 1],
    "betaQuantile": [[p, a, b, beta_quantile(p, a, b)] for a, b in betas for p in (1e-5, 0.025, 0.3, 0.5, 0.9, 0.995)],
    "tQuantile": [[p, n, t_quantile(p, n)] for p, n in t_rows],
    "clopperPearson": [[k, n, c, *clopper_pearson(k, n, c)] for k, n in binomials for c in (0.95, 0.99)],
    "bivariateNormalCdf": [[x, y, rho, bivariate_normal_cdf(x, y, rho)] for x, y in pairs for rho in rhos],
}

# One row a line.
print("{")
print(",\n".join(f" {json.dumps(name)}: " + (json.dumps(rows) if isinstance(rows, str) else "[\n  " + ",\n  ".join(map(json.dumps, rows)) + "\n ]") for name, rows in tables.items()))
print("}")
