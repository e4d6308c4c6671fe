# Writes models.json: made-up spectra, and what scikit-learn, NumPy and SciPy compute of them.
#   /usr/bin/python3 make-models.py        (Debian 12: python3-sklearn 1.2.1, python3-numpy 1.24.2, python3-scipy 1.10.1)
import json
import os

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.cross_decomposition import PLSRegression
from sklearn.decomposition import PCA

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(19)


def spectra(count, points):
    x = np.linspace(900, 1900, points)
    bands = [np.exp(-((x - c) / w) ** 2) for c, w in ((1100, 40), (1250, 25), (1450, 60), (1700, 30))]
    amount = np.column_stack([rng.normal(m, s, count) for m, s in ((1.0, .1), (.6, .08), (.4, .05), (.2, .03))])
    noise = rng.normal(0, .004, (count, points))
    return x, np.round(amount @ np.array(bands) + .05 + noise, 6), np.round(10 * amount[:, 3] + rng.normal(0, .02, count), 4)


def scaled(rows, kind, by=None):
    by = rows if by is None else by
    sd = by.std(axis=0, ddof=1)
    scale = {"None": np.ones_like(sd), "AutoScale": sd, "Pareto": np.sqrt(sd)}[kind]
    return (rows - by.mean(axis=0)) / scale


def q_limit(theta, confidence):
    t1, t2, t3 = (np.sum(theta ** i) for i in (1, 2, 3))
    h = 1 - 2 * t1 * t3 / (3 * t2 ** 2)
    # the deviate has the sign of h
    z = np.sign(h) * stats.norm.ppf(confidence)
    return t1 * (z * np.sqrt(2 * t2 * h ** 2) / t1 + 1 + t2 * h * (h - 1) / t1 ** 2) ** (1 / h)


def box(theta, confidence):
    t1, t2 = sum(theta), sum(t ** 2 for t in theta)
    return [theta, t2 / t1 * stats.chi2.ppf(confidence, t1 ** 2 / t2)]


def principal(rows, new, kind, k, confidence, folds):
    n = len(rows)
    z = scaled(rows, kind)
    pca = PCA(svd_solver="full").fit(z)
    p = pca.components_[:k]
    variances = pca.explained_variance_
    at = scaled(new, kind, rows)
    scores = at @ p.T
    residual = at - scores @ p
    # each value of what is left out is predicted from the others of its row, by least squares on the components
    press = []
    for a in range(1, 7):
        total = 0
        for fold in range(folds):
            left = np.arange(n) % folds == fold
            train = scaled(rows[~left], kind)
            axes = PCA(n_components=a, svd_solver="full").fit(train).components_
            for row in scaled(rows[left], kind, rows[~left]):
                for j in range(len(row)):
                    others = np.arange(len(row)) != j
                    t = np.linalg.lstsq(axes[:, others].T, row[others], rcond=None)[0]
                    total += (row[j] - t @ axes[:, j]) ** 2
        press.append(np.sqrt(total / rows.size))
    return {
        "scaling": kind, "components": k, "confidence": confidence, "folds": folds,
        "explained": pca.explained_variance_ratio_[:k].tolist(),
        "variances": variances[:k].tolist(),
        "loadings": p.tolist(),
        "scores": scores.tolist(),
        "t2": (scores ** 2 / variances[:k]).sum(axis=1).tolist(),
        "q": (residual ** 2).sum(axis=1).tolist(),
        "t2Limit": k * (n ** 2 - 1) / (n * (n - k)) * stats.f.ppf(confidence, k, n - k),
        "calibrationT2Limit": (n - 1) ** 2 / n * stats.beta.ppf(confidence, k / 2, (n - k - 1) / 2),
        "qLimit": q_limit(variances[k:][variances[k:] > 1e-12 * variances[0]], confidence),
        "validation": press,
    }


def regression(rows, y, new, kind, k, confidence, folds):
    n = len(rows)
    z, at = scaled(rows, kind), scaled(new, kind, rows)
    pls = PLSRegression(n_components=k, scale=False, max_iter=5000, tol=1e-14).fit(z, y)
    predicted = pls.predict(z).ravel()
    t = pls.transform(at)
    variances = pls.x_scores_.var(axis=0, ddof=1)
    rest = z - pls.x_scores_ @ pls.x_loadings_.T
    theta = np.linalg.svd(rest, compute_uv=False) ** 2 / (n - 1)
    error = np.sqrt(((predicted - y) ** 2).sum() / (n - k - 1))
    t2 = (t ** 2 / variances).sum(axis=1)
    found = []
    for a in range(1, 7):
        left_out = np.empty(n)
        for fold in range(folds):
            left = np.arange(n) % folds == fold
            model = PLSRegression(n_components=a, scale=False, max_iter=5000, tol=1e-14).fit(
                scaled(rows[~left], kind), y[~left])
            left_out[left] = model.predict(scaled(rows[left], kind, rows[~left])).ravel()
        e = left_out - y
        found.append([np.sqrt((e ** 2).mean()), e.mean(), 1 - (e ** 2).sum() / ((y - y.mean()) ** 2).sum()])
    return {
        "scaling": kind, "components": k, "confidence": confidence, "folds": folds,
        "predicted": pls.predict(at).ravel().tolist(),
        "standardError": error,
        "rSquared": float(1 - ((predicted - y) ** 2).sum() / ((y - y.mean()) ** 2).sum()),
        "predictionError": (error * np.sqrt(1 + 1 / n + t2 / (n - 1))).tolist(),
        "halfWidth": (stats.t.ppf(.5 + confidence / 2, n - k - 1) * error * np.sqrt(1 + 1 / n + t2 / (n - 1))).tolist(),
        "t2": t2.tolist(),
        "q": ((at - t @ pls.x_loadings_.T) ** 2).sum(axis=1).tolist(),
        "qLimit": q_limit(theta[theta > 1e-12 * theta[0]], confidence),
        "validation": found,
    }


x, y, property_ = spectra(34, 60)
rows, new = y[:30], y[30:].copy()
new[1] += .05 * np.exp(-((x - 1600) / 15) ** 2)
# fewer points than spectra: the other matrix of products
short = rows[:, ::4]
np.savetxt(os.path.join(here, "regression.csv"), np.column_stack([property_[:30], rows]), delimiter=",", fmt="%.17g")
content = {
    "made": f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}",
    "x": x.tolist(), "rows": rows.tolist(), "new": new.tolist(), "property": property_[:30].tolist(),
    "principal": [
        principal(rows, new, "None", 4, .95, 10),
        principal(rows, new, "AutoScale", 3, .99, 7),
        principal(rows, new, "Pareto", 4, .95, 10),
    ],
    "fewPoints": principal(short, new[:, ::4], "None", 4, .95, 10),
    "regression": [
        regression(rows, property_[:30], new, "None", 4, .95, 10),
        regression(rows, property_[:30], new, "AutoScale", 3, .9, 10),
    ],
    "limits": [
        [k, n, c, k * (n ** 2 - 1) / (n * (n - k)) * stats.f.ppf(c, k, n - k),
         (n - 1) ** 2 / n * stats.beta.ppf(c, k / 2, (n - k - 1) / 2)]
        for k, n, c in ((1, 4, .95), (1, 10, .99), (2, 20, .95), (3, 60, .95), (5, 100, .999), (20, 60, .95), (10, 3000, .99))
    ],
    # a residual of one large variance and many small ones, for which Jackson and Mudholkar are not defined: Box
    "box": box([1.] + [.001] * 7000, .99),
}
with open(os.path.join(here, "models.json"), "w", encoding="utf-8") as file:
    json.dump(content, file)
    file.write("\n")
