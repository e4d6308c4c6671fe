#!/usr/bin/env python3
"""Makes vectors.json, which holds what other tools make of spectra that formulas give.

Needs numpy, scipy and pybaselines: PYTHONPATH=<a checkout of github.com/derb12/pybaselines> python3 make-vectors.py
The tests make the spectra from the same formulas; their sums are in the file, so that a difference in the inputs shows.
"""
import fractions
import json
import math
import pathlib
import warnings

import numpy as np
import pybaselines
import scipy
from scipy import ndimage, signal

PYBASELINES = 'pybaselines ' + pybaselines.__version__
SCIPY = 'scipy ' + scipy.__version__
NUMPY = 'numpy ' + np.__version__


def noise(count):
    """Numbers of -0.5 to 0.5 from a linear congruential generator, the same in every language."""
    state, values = 12345, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        values.append(state / 2147483648 - 0.5)
    return np.array(values)


def gauss(x, center, width):
    return np.array([math.exp(-((v - center) / width) ** 2 / 2) for v in x])


def infrared(count=301, first=500.0, step=10.0):
    x = first + step * np.arange(count)
    t = (x - x[0]) / (x[-1] - x[0])
    y = (0.05 + 0.3 * t + 0.2 * t * t + 0.9 * gauss(x, 1000, 25) + 0.5 * gauss(x, 1730, 40) + 0.7 * gauss(x, 2900, 60)
         + 0.01 * noise(count))
    return x, y


def raman(count=400, first=200.0, step=4.0):
    x = first + step * np.arange(count)
    y = (3000 * gauss(x, 900, 700) + 500 + 800 * gauss(x, 520, 6) + 400 * gauss(x, 1350, 15) + 600 * gauss(x, 1580, 10)
         + 40 * noise(count))
    return x, y


def spiked():
    x, y = raman()
    y = y.copy()
    y[100] += 5000
    y[250] += 900
    y[251] += 1500
    y[397] += 2500
    return x, y


SPECTRA = {'infrared': infrared(), 'raman': raman(), 'spiked': spiked()}
VECTORS = []


def add(tool, spectrum, step, parameters, values, tolerance=1e-9, reference=None):
    values = np.asarray(values, dtype=float)
    assert np.all(np.isfinite(values)), (step, parameters)
    VECTORS.append({'tool': tool, 'spectrum': spectrum, 'reference': reference, 'step': step, 'parameters': parameters,
                    'tolerance': tolerance, 'values': [float(f'{v:.13g}') for v in values]})


def exact_filter(y, window, order, derivative):
    """Savitzky-Golay with the polynomials of the first and the last window at the ends; weights from exact fractions."""
    half, powers = window // 2, range(order + 1)
    positions = range(-half, half + 1)
    rows = [[fractions.Fraction(sum(t ** (a + b) for t in positions)) for b in powers]
            + [fractions.Fraction(int(a == b)) for b in powers] for a in powers]
    for a in powers:
        pivot = rows[a][a]
        rows[a] = [v / pivot for v in rows[a]]
        for b in powers:
            if b != a:
                rows[b] = [v - rows[b][a] * w for v, w in zip(rows[b], rows[a])]
    inverse = [row[order + 1:] for row in rows]

    def weights(at):
        basis = [math.perm(k, derivative) * fractions.Fraction(at) ** (k - derivative) if k >= derivative else 0 for k in powers]
        mixed = [sum(basis[a] * inverse[a][b] for a in powers) for b in powers]
        return np.array([float(sum(mixed[b] * t ** b for b in powers)) for t in positions])

    made = np.empty(len(y))
    middle = weights(0)
    for i in range(len(y)):
        start = min(max(i - half, 0), len(y) - window)
        at = i - start - half
        made[i] = np.dot(middle if at == 0 else weights(at), y[start:start + window])
    return made


def smoothing():
    for name in ('infrared', 'raman'):
        x, y = SPECTRA[name]
        step = x[1] - x[0]
        for window, order in ((5, 2), (9, 2), (11, 3), (21, 4), (51, 3)):
            for edge in ('interp', 'mirror', 'nearest'):
                add(f'{SCIPY} signal.savgol_filter', name, 'smooth',
                    {'kind': 'savitzky-golay', 'window': window, 'order': order, 'edge': edge},
                    signal.savgol_filter(y, window, order, mode=edge))
                for derivative in (1, 2):
                    add(f'{SCIPY} signal.savgol_filter', name, 'derivative',
                        {'derivative': derivative, 'window': window, 'order': order, 'edge': edge},
                        signal.savgol_filter(y, window, order, deriv=derivative, delta=step, mode=edge))
        # the least squares of scipy lose digits with a high power of a wide window, so that exact numbers are taken there
        for derivative in (0, 1, 2):
            parameters = {'window': 51, 'order': 6}
            parameters.update({'derivative': derivative} if derivative else {'kind': 'savitzky-golay'})
            add('exact fractions', name, 'derivative' if derivative else 'smooth', parameters,
                exact_filter(y, 51, 6, derivative) / step ** derivative)
        for edge in ('reflect', 'mirror', 'nearest'):
            for window in (3, 7, 25):
                add(f'{SCIPY} ndimage.uniform_filter1d', name, 'smooth',
                    {'kind': 'moving-average', 'window': window, 'edge': edge},
                    ndimage.uniform_filter1d(y, window, mode=edge))
                add(f'{SCIPY} ndimage.median_filter', name, 'smooth',
                    {'kind': 'median', 'window': window, 'edge': edge}, ndimage.median_filter(y, window, mode=edge))
            for sigma in (0.8, 2.0, 7.5):
                add(f'{SCIPY} ndimage.gaussian_filter1d', name, 'smooth',
                    {'kind': 'gaussian', 'sigma': sigma, 'edge': edge}, ndimage.gaussian_filter1d(y, sigma, mode=edge))


def whitaker_hayes(y, threshold, neighbors):
    d = np.diff(y, prepend=np.nan)
    m = np.nanmedian(d)
    z = 0.6745 * (d - m) / np.nanmedian(np.abs(d - m))
    spikes = np.abs(np.nan_to_num(z)) > threshold
    made = y.copy()
    for i in np.flatnonzero(spikes):
        near = np.arange(max(0, i - neighbors), min(len(y), i + neighbors + 1))
        made[i] = y[near[~spikes[near]]].mean()
    return made


def backgrounds():
    for name in ('infrared', 'raman'):
        x, y = SPECTRA[name]
        fitter = pybaselines.Baseline(x)
        for order in (0, 1, 2, 5, 9):
            add(f'{NUMPY} Polynomial.fit', name, 'background', {'kind': 'polynomial', 'order': order},
                y - np.polynomial.Polynomial.fit(x, y, order)(x))
        ends = [float(x[20]), float(x[-30])]
        inside = (x <= ends[0]) | (x >= ends[1])
        ranges = [[float(x[0]) - 1, ends[0]], [ends[1], float(x[-1]) + 1]]
        for order in (1, 2):
            add(f'{NUMPY} Polynomial.fit', name, 'background', {'kind': 'polynomial', 'order': order, 'ranges': ranges},
                y - np.polynomial.Polynomial.fit(x[inside], y[inside], order)(x))
        for order in (1, 3, 6):
            add(f'{PYBASELINES} modpoly', name, 'background', {'kind': 'modpoly', 'order': order},
                y - fitter.modpoly(y, poly_order=order)[0], 1e-6)
            add(f'{PYBASELINES} imodpoly', name, 'background', {'kind': 'imodpoly', 'order': order},
                y - fitter.imodpoly(y, poly_order=order)[0], 1e-6)
        add(f'{PYBASELINES} rubberband', name, 'background', {'kind': 'rubberband'}, y - fitter.rubberband(y)[0])
        for lam in (1e2, 1e4, 1e6):
            for p in (0.001, 0.01, 0.1):
                add(f'{PYBASELINES} asls', name, 'background', {'kind': 'asls', 'lambda': lam, 'p': p},
                    y - fitter.asls(y, lam=lam, p=p)[0], 1e-6)
            for tolerance in (1e-3, 1e-2):
                add(f'{PYBASELINES} airpls', name, 'background', {'kind': 'airpls', 'lambda': lam, 'tolerance': tolerance},
                    y - fitter.airpls(y, lam=lam, tol=tolerance)[0], 1e-6)
            add(f'{PYBASELINES} arpls', name, 'background', {'kind': 'arpls', 'lambda': lam, 'iterations': 200},
                y - fitter.arpls(y, lam=lam, max_iter=200)[0], 1e-6)
        # padded with a huge number, an end is never lower than the spectrum: the published rule without any padding
        for decreasing in (False, True):
            for half in (5, 40):
                add(f'{PYBASELINES} snip', name, 'background',
                    {'kind': 'snip', 'halfWindow': half, 'decreasing': decreasing},
                    y - fitter.snip(y, max_half_window=half, decreasing=decreasing,
                                    pad_kwargs={'mode': 'constant', 'constant_values': 1e300})[0])
        at = float(x[40]) + 0.3
        add(f'{NUMPY} interp', name, 'background', {'kind': 'offset', 'at': at}, y - np.interp(at, x, y))
        points = [float(x[3]), float(x[120]) + 0.7, float(x[-5])]
        z = np.interp(x, points, np.interp(points, x, y))
        knots = np.interp(points, x, y)
        low, high = x < points[0], x > points[-1]
        z[low] = knots[0] + (knots[1] - knots[0]) / (points[1] - points[0]) * (x[low] - points[0])
        z[high] = knots[-1] + (knots[-1] - knots[-2]) / (points[-1] - points[-2]) * (x[high] - points[-1])
        add(f'{NUMPY} interp', name, 'background', {'kind': 'line', 'points': points}, y - z)


def scaling():
    x, y = SPECTRA['infrared']
    reference = SPECTRA['infrared'][1] * 0 + np.interp(x, *infrared(451, 400.0, 8.0))
    add(f'{NUMPY} mean, std(ddof=1)', 'infrared', 'normalize', {'kind': 'snv'}, (y - y.mean()) / y.std(ddof=1))
    slope, offset = np.polyfit(reference, y, 1)
    add(f'{NUMPY} polyfit', 'infrared', 'normalize', {'kind': 'msc'}, (y - offset) / slope, reference='other')
    add(f'{NUMPY} min, max', 'infrared', 'normalize', {'kind': 'min-max'}, (y - y.min()) / (y.max() - y.min()))
    add(f'{NUMPY} trapz', 'infrared', 'normalize', {'kind': 'area'}, y / np.trapz(y, x))
    part = (x >= 1000) & (x <= 2000)
    add(f'{NUMPY} trapz', 'infrared', 'normalize', {'kind': 'area', 'range': [2000, 1000]}, y / np.trapz(y[part], x[part]))
    add(f'{NUMPY} linalg.norm', 'infrared', 'normalize', {'kind': 'vector'}, y / np.linalg.norm(y))
    add(f'{NUMPY} interp', 'infrared', 'normalize', {'kind': 'height', 'at': 1731}, y / np.interp(1731, x, y))
    add(f'{NUMPY} (formula)', 'infrared', 'atr', {'at': 1500}, y * x / 1500)
    for threshold, neighbors in ((7, 3), (5, 6)):
        add(f'{NUMPY} (formula)', 'spiked', 'despike', {'threshold': threshold, 'neighbors': neighbors},
            whitaker_hayes(SPECTRA['spiked'][1], threshold, neighbors))
    add(f'{NUMPY} interp', 'infrared', 'subtract', {'factor': 0.5}, y - 0.5 * reference, reference='other')
    add(f'{NUMPY} interp', 'infrared', 'divide', {}, y / reference, reference='other')


def main():
    warnings.simplefilter('error')
    smoothing()
    backgrounds()
    scaling()
    here = pathlib.Path(__file__).parent
    SPECTRA['other'] = infrared(451, 400.0, 8.0)
    document = {
        'script': pathlib.Path(__file__).name,
        'sums': {name: {'x': float(x.sum()), 'y': float(y.sum())} for name, (x, y) in SPECTRA.items()},
        'vectors': VECTORS,
    }
    text = json.dumps(document, separators=(',', ':')).replace('{"tool"', '\n{"tool"').replace('"vectors"', '\n"vectors"')
    (here / 'vectors.json').write_text(text + '\n', encoding='utf-8')
    print(len(VECTORS), 'vectors')


main()
