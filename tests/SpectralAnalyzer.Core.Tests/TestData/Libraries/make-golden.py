"""Writes golden.json: spectra of formulas, their scores by numpy, and non-negative least squares by scipy.

usage: python3 make-golden.py > golden.json (numpy 1.24.2, scipy 1.10.1 of Debian 12)
"""
import json
import numpy
import numpy as np
import scipy
from scipy.optimize import nnls

POINTS = 160
random = np.random.default_rng(19)
x = 400 + 10.0 * np.arange(POINTS)


def made():
    y = np.full(POINTS, random.uniform(0, 0.2))
    for _ in range(6):
        y += random.uniform(0.1, 1) * np.exp(-((x - random.uniform(400, 2000)) / random.uniform(15, 60)) ** 2)
    return y


def correlation(q, y):
    q, y = q - q.mean(), y - y.mean()
    return max(0, q @ y) ** 2 / ((q @ q) * (y @ y))


def cosine(q, y):
    return q @ y / np.sqrt((q @ q) * (y @ y))


def derivative(q, y, keep):
    pairs = keep[1:] & keep[:-1]
    q, y = np.diff(q)[pairs], np.diff(y)[pairs]
    return max(0, q @ y) ** 2 / ((q @ q) * (y @ y))


def euclidean(q, y):
    q, y = q - q.min(), y - y.min()
    return np.sqrt(2 * max(0, 1 - cosine(q, y)))


library = [made() for _ in range(14)]
queries = [
    ("noisy", library[3] * 2 + random.normal(0, 0.02, POINTS), [], (0, POINTS)),
    ("ranges", library[5] + random.normal(0, 0.01, POINTS), [(600, 900), (1200, 1700)], (0, POINTS)),
    ("partial", library[7] + random.normal(0, 0.01, POINTS), [], (30, 140)),
    ("mixture", 0.7 * library[1] + 0.3 * library[9] + 0.05, [], (0, POINTS)),
]


def scores(rows, query, ranges, covered):
    keep = np.zeros(POINTS, bool)
    keep[covered[0]:covered[1]] = True
    if ranges:
        keep &= np.any([(x >= low) & (x <= high) for low, high in ranges], axis=0)
    return {
        "Correlation": [correlation(query[keep], y[keep]) for y in rows],
        "Cosine": [cosine(query[keep], y[keep]) for y in rows],
        "DerivativeCorrelation": [derivative(query, y, keep) for y in rows],
        "Euclidean": [euclidean(query[keep], y[keep]) for y in rows],
    }


def stored(y):
    norm = np.linalg.norm(y - y.mean())
    return y.mean() + norm * ((y - y.mean()) / norm).astype(np.float32).astype(np.float64)


rounded = [stored(y) for y in library]
least = []
for rows, columns in ((30, 4), (50, 12), (12, 12), (200, 20)):
    a = random.normal(0, 1, (rows, columns)) + 0.5
    b = a @ np.maximum(random.normal(0, 1, columns), 0) + random.normal(0, 0.3, rows)
    solution, residual = nnls(a, b)
    least.append({"columns": a.T.tolist(), "b": b.tolist(), "x": solution.tolist(), "residual": residual})

print(json.dumps({
    "tool": f"numpy {numpy.__version__}, scipy {scipy.__version__}",
    "x": x.tolist(),
    "library": [y.tolist() for y in library],
    "queries": [{
        "name": name, "y": y[c[0]:c[1]].tolist(), "first": c[0], "ranges": ranges,
        "scores": scores(rounded, y, ranges, c), "scores64": scores(library, y, ranges, c),
    } for name, y, ranges, c in queries],
    "nnls": least,
}))
