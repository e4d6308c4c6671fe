"""Computes the metrics of comparisons with numpy and SciPy alone, and prints where they differ.

A line of JSON each: x and y of the baseline, u and v of the sample (rising), down, absorbance, and the metrics to check.
"""
import json
import sys

import numpy as np
import scipy
from scipy.signal import correlate, correlation_lags, find_peaks

print(f'numpy {np.__version__}, SciPy {scipy.__version__}', file=sys.stderr)


def residuals(x, y):
    e = y - np.polyval(np.polyfit(x - x.mean(), y, 1), x - x.mean())
    return np.sqrt((e**2).sum() / (len(x) - 2)), np.ptp(e)


def shift(x, b, s):
    n = min(len(x), 2048)
    most = max(5, int(0.02 * n))
    if n < 4 * most or np.ptp(b) == 0 or np.ptp(s) == 0:
        return np.nan
    grid = np.linspace(x[0], x[-1], n)
    b, s = np.interp(grid, x, b), np.interp(grid, x, s)
    product = correlate(s - s.mean(), b - b.mean(), 'full', method='direct')
    lags = correlation_lags(n, n)
    near = abs(lags) <= most
    product, lags = product[near], lags[near]
    k = product.argmax()
    if k in (0, len(lags) - 1) or product[k] <= 0:
        return np.nan
    left, right = product[k - 1], product[k + 1]
    return (lags[k] + (left - right) / (2 * (left - 2 * product[k] + right))) * (x[-1] - x[0]) / (n - 1)


def vertex(x, y, top, first, last, prominence, noise):
    level = y[top] - min(20 * noise, prominence / 2)
    a = b = top
    while a > first and y[a - 1] > level:
        a -= 1
    while b < last and y[b + 1] > level:
        b += 1
    count = b - a + 1
    if count > 3:
        width = x[b] - x[a]
        u, values = (x[a:b + 1] - x[top]) / width, y[a:b + 1]
        found = None
        cubic = np.linalg.qr(np.vander(u, min(4, count), increasing=True))[0][:, -1]
        if count >= 6 and abs(cubic @ values) > 2 * noise:
            slopes = np.polyder(np.poly1d(np.polyfit(u, values, 3)))
            center = u.mean()
            p, q, r = slopes.c[0], slopes.c[1] + 2 * slopes.c[0] * center, slopes(center)
            if q < 0 and q * q >= 4 * p * r:
                found = x[top] + width * (center - 2 * r / (q - np.sqrt(q * q - 4 * p * r)))
        if found is None:
            c = np.polyfit(u, values, 2)
            found = x[top] - width * c[1] / (2 * c[0]) if c[0] < 0 else None
        if found is not None and x[a] < found < x[b]:
            return found
    before, after = x[top] - x[top - 1], x[top + 1] - x[top]
    rise, fall = (y[top] - y[top - 1]) / before, (y[top + 1] - y[top]) / after
    return x[top] + (rise * after + fall * before) / (2 * (rise - fall))


def peaks(x, y):
    n = len(y)
    noise = np.median(np.abs(np.diff(y, 2))) / (0.674489750196082 * np.sqrt(6)) if n >= 5 else 0
    least = max(0.02 * np.ptp(y), 2 * noise * np.sqrt(2 * np.log(n)))
    _, found = find_peaks(y, prominence=(1e-300, None), plateau_size=1)
    keep = found['prominences'] >= least
    lefts, rights, prominences = found['left_edges'][keep], found['right_edges'][keep], found['prominences'][keep]
    listed, first = [], 0
    for i, (left, right, prominence) in enumerate(zip(lefts, rights, prominences)):
        last = n - 1 if i == len(lefts) - 1 else right + int(np.argmin(y[right:lefts[i + 1] + 1]))
        position = vertex(x, y, left, first, last, prominence, noise) if left == right else (x[left] + x[right]) / 2
        level, a, b = y[left] - prominence / 2, left, right
        while a > 0 and y[a] > level:
            a -= 1
        while b < n - 1 and y[b] > level:
            b += 1

        def crossing(i, j):
            part = 0.5 if y[i] == y[j] else min(1, max(0, (level - y[i]) / (y[j] - y[i])))
            return x[i] + part * (x[j] - x[i])

        listed.append((position, crossing(b - 1, b) - crossing(a, a + 1)))
        first = last
    return listed


def match(ours, theirs, width):
    near = sorted(
        (abs(q[0] - p[0]), i, j) for i, p in enumerate(ours) for j, q in enumerate(theirs)
        if abs(q[0] - p[0]) <= max(0.005 * width, p[1] / 2))
    taken, partner = set(), {}
    for _, i, j in near:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return [theirs[j][0] - ours[i][0] for i, j in sorted(partner.items())], len(ours) - len(partner), len(theirs) - len(taken)


def metrics(pair):
    x, y, u, v = (np.array(pair[name]) for name in 'xyuv')
    low, high = max(x[0], u[0]), min(x[-1], u[-1])
    inside, among = (x >= low) & (x <= high), (u >= low) & (u <= high)
    x, b = x[inside], y[inside]
    s = np.interp(x, u, v)
    u, v = u[among], v[among]
    wide_b, wide_s = b.astype(np.longdouble), s.astype(np.longdouble)
    d, cb, cs = wide_s - wide_b, wide_b - wide_b.mean(), wide_s - wide_s.mean()
    sign = -1 if pair['down'] else 1
    shifts, lost, new = match(peaks(x, sign * b), peaks(u, sign * v), high - low)
    values = {
        'Correlation': (cb @ cs) / np.sqrt((cb @ cb) * (cs @ cs)) if np.ptp(b) and np.ptp(s) else np.nan,
        'CosineSimilarity': (wide_b @ wide_s) / np.sqrt((wide_b @ wide_b) * (wide_s @ wide_s)),
        'Rmse': np.sqrt((d @ d) / len(d)),
        'MeanAbsoluteDifference': abs(d).mean(),
        'MaxAbsoluteDifference': abs(d).max(),
        'AreaDifference': ((x[1:] - x[:-1]) * (d[1:] + d[:-1]) / 2).sum(),
        'GlobalShift': shift(x, b, s),
        'Peaks': len(shifts), 'LostPeakCount': lost, 'NewPeakCount': new,
        'MeanPeakShift': np.mean(shifts) if shifts else np.nan,
    }
    start, end = pair['metrics']['NoiseRegionMin'], pair['metrics']['NoiseRegionMax']
    if start is not None:
        inside, among = (x >= start) & (x <= end), (u >= start) & (u <= end)
        values['BaselineNoise'], values['BaselineNoisePeakToPeak'] = residuals(x[inside], b[inside])
        values['SampleNoise'], values['SampleNoisePeakToPeak'] = residuals(u[among], v[among])
        if pair['absorbance'] or (b[inside] > 0).all():
            ratio = 10 ** (b[inside] - s[inside]) if pair['absorbance'] else s[inside] / b[inside]
            values['RatioMean'] = ratio.mean()
            values['RatioNoise'] = residuals(x[inside], ratio)[0]
    return values, float(np.ptp(x)), float(np.diff(x).min()), float(max(abs(b).max(), abs(s).max()))


for line in sys.stdin:
    pair = json.loads(line)
    computed, width, step, height = metrics(pair)
    absolute = {
        'AreaDifference': 1e-13 * height * width, 'GlobalShift': 1e-6 * step, 'MeanPeakShift': 1e-6 * step,
        'RatioNoise': 1e-12 + 1e-9 * abs(computed.get('RatioNoise', 0))}
    for name, value in computed.items():
        given = pair['metrics'][name]
        given = np.nan if given is None else given
        tolerance = absolute.get(name, 1e-9 * abs(value) + 1e-13 * height)
        if not (np.isnan(value) and np.isnan(given)) and not abs(value - given) <= tolerance:
            print(f"{pair['name']}: {name} is {given!r}, and {value!r} by numpy")
