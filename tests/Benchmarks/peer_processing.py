#!/usr/bin/env python3
"""Crop, airPLS, Savitzky-Golay and SNV of a file: prints the tools and the median of the milliseconds of one spectrum.

Takes airPLS from pybaselines where that can be imported, else from scipy's banded solver in the same few lines, and says so.
"""
import statistics
import sys
import time

import numpy as np
import scipy
from scipy.linalg import solveh_banded
from scipy.signal import savgol_filter

try:
    import pybaselines
except ImportError:
    pybaselines = None


def airpls(y, lam=1e6, tolerance=1e-3, iterations=50):
    """The algorithm of Zhang, Chen and Liang (2010), as pybaselines has it."""
    count = len(y)
    bands = np.zeros((3, count))
    bands[0] = 6
    bands[0, [0, -1]], bands[0, [1, -2]] = 1, 5
    bands[1] = -4
    bands[1, [0, -2]] = -2
    bands[2] = 1
    bands *= lam
    diagonal, weights, total = bands[0].copy(), np.ones(count), np.abs(y).sum()
    for i in range(1, iterations + 2):
        bands[0] = diagonal + weights
        z = solveh_banded(bands, weights * y, overwrite_b=True, lower=True, check_finite=False)
        below = y - z
        is_below = below < 0
        norm = below[is_below].sum()
        if abs(norm) / total < tolerance:
            break
        weights = np.zeros(count)
        weights[is_below] = np.exp(min(i, 50) / norm * below[is_below])
    return z


def prepare(x, y):
    kept = (x >= 410) & (x <= 3990)
    x, y = x[kept], y[kept]
    y = y - (pybaselines.Baseline(x).airpls(y, lam=1e6)[0] if pybaselines else airpls(y))
    y = savgol_filter(y, 9, 2)
    return (y - y.mean()) / y.std(ddof=1)


def main():
    x, y = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, unpack=True)
    order = np.argsort(x)
    x, y = x[order], y[order]
    for _ in range(10):
        prepare(x, y)
    times = []
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        prepare(x, y)
        times.append(1000 * (time.perf_counter() - start))
    tool = f"pybaselines {pybaselines.__version__} + scipy" if pybaselines else "scipy alone, without pybaselines,"
    print(tool, scipy.__version__, statistics.median(times))


main()
