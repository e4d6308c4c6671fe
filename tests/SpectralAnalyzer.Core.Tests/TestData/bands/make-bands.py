"""Writes bands.json: bands of two made-up spectra, measured with numpy and SciPy alone."""
import json
import os

import numpy as np
import scipy
from scipy.integrate import fixed_quad
from scipy.optimize import brentq
from scipy.signal import peak_widths


def spectrum(x, shift, scale):
    gauss = lambda c, w, h: h * np.exp(-4 * np.log(2) * ((x - c) / w) ** 2)
    return (0.07 + 2e-5 * (x - 600) + scale * gauss(1712.3 + shift, 34, 0.6) + gauss(1602 + shift, 22, 0.25)
            + scale * gauss(1230 + shift, 90, 0.4) + 1e-3 * np.sin(0.37 * np.arange(len(x)) ** 2))


def base(f, points):
    if len(points) == 0:
        return lambda at: 0 * np.asarray(at, float)
    if len(points) == 1:
        return lambda at: f(points[0]) + 0 * np.asarray(at, float)
    slope = (f(points[1]) - f(points[0])) / (points[1] - points[0])
    return lambda at: f(points[0]) + slope * (np.asarray(at, float) - points[0])


def measure(x, y, kind, place, points):
    f = lambda at: np.interp(at, x, y)
    g = lambda at: f(at) - base(f, points)(at)
    if np.ndim(place) == 0:
        return float(g(place)), float(place)
    low, high = sorted(place)
    nodes = np.unique(np.concatenate(([low], x[(x > low) & (x < high)], [high])))
    values = g(nodes)
    top = int(values.argmax())
    if kind == 'height':
        return float(values[top]), float(nodes[top])
    if kind == 'area':
        return float(np.trapz(values, nodes)), None
    if kind == 'centroid':
        pairs = list(zip(nodes[:-1], nodes[1:]))
        moment = sum(fixed_quad(lambda t: t * g(t), a, b, n=3)[0] for a, b in pairs)
        area = sum(fixed_quad(g, a, b, n=3)[0] for a, b in pairs)
        return moment / area, moment / area
    steps = np.diff(nodes)
    if np.ptp(steps) < 1e-9 * steps[0]:
        data = (np.array([values[top]]), np.array([0]), np.array([len(values) - 1]))
        width = peak_widths(values, [top], rel_height=0.5, prominence_data=data)[0][0] * steps[0]
        return float(width), float(nodes[top])
    h = lambda t: float(g(t) - values[top] / 2)
    left = max(i for i in range(top) if h(nodes[i]) <= 0)
    right = min(i for i in range(top + 1, len(nodes)) if h(nodes[i]) <= 0)
    width = (brentq(h, nodes[right - 1], nodes[right], xtol=1e-13, rtol=1e-15)
             - brentq(h, nodes[left], nodes[left + 1], xtol=1e-13, rtol=1e-15))
    return width, float(nodes[top])


wanted = [
    ('height', 1712.3, []), ('height', 1712.3, [1850.7]), ('height', 1712.3, [1900, 1650.5]), ('height', 1600, [2000, 700]),
    ('height', [1800, 1670], []), ('height', [1800, 1670], [1900, 1670]), ('height', [1250.4, 1209.2], [1000]),
    ('area', [1800, 1670], []), ('area', [1800.25, 1670.33], [1900, 1670]), ('area', [1350.5, 1100.5], [1400]),
    ('area', [1712.31, 1712.29], []),
    ('centroid', [1760, 1664], [1900, 1650]), ('centroid', [1400.1, 1080.9], [1000, 1500]),
    ('width', [1760, 1664], []), ('width', [1760, 1664], [1900, 1650]), ('width', [1400, 1080], [1000, 1500]),
]
grids = {
    'even': np.arange(600, 2001, 2.0),
    'uneven': np.sqrt(np.linspace(600.0**2, 2000.0**2, 701)),
}
cases = []
for name, x in grids.items():
    y = spectrum(x, 0, 1)
    other = spectrum(x, 1.3, 0.8)
    bands = []
    for source, values in (('sample', y), ('difference', y - other)):
        for kind, place, points in wanted:
            if source == 'difference' and kind in ('centroid', 'width'):
                continue
            value, position = measure(x, values, kind, place, points)
            bands.append(dict(of=source, measure=kind, place=np.atleast_1d(place).tolist(), base=points, value=value, position=position))
    cases.append(dict(name=name, x=x.tolist(), sample=y.tolist(), baseline=other.tolist(), bands=bands))
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'bands.json'), 'w') as file:
    json.dump(dict(tools=f'numpy {np.__version__}, SciPy {scipy.__version__}', cases=cases), file)
    file.write('\n')
