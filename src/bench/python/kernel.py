"""What ScoreKernel measures, with numpy and scikit-learn (Debian: python3-numpy, python3-sklearn).

Prints the best of five in milliseconds of processor time, as CpuTime does.
"""
import time

import numpy as np
from sklearn.isotonic import IsotonicRegression

random = np.random.default_rng(1)


def milliseconds(name, work, repeat=5):
    work()
    times = []
    for _ in range(repeat):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    print(f"{name:20} {1000 * min(times):10.3f}")


def table(levels, forecasts):
    p = np.arange(levels) / (levels - 1)
    n = np.full(levels, max(1, forecasts // levels))
    return p, n, random.binomial(n, p)


def recalibrate(p, n, hits):
    return IsotonicRegression(y_min=0, y_max=1).fit(p, hits / n, sample_weight=n).predict(p)


def band(p, n, replicates=1000):
    curves = np.full((replicates, len(p)), np.nan)
    for b in range(replicates):
        drawn = random.multinomial(n.sum(), n / n.sum())
        there = drawn > 0
        hits = random.binomial(drawn[there], p[there])
        fit = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="nan")
        curves[b] = fit.fit(p[there], hits / drawn[there], sample_weight=drawn[there]).predict(p)
    return np.nanquantile(curves, [0.05, 0.95], axis=0)


def rank(means, sds, draws=2000):
    ranks = np.empty((draws, len(means)), dtype=np.int32)
    for d in range(draws):
        order = np.argsort(-(means + sds * random.standard_normal(len(means))))
        ranks[d, order] = np.arange(1, len(means) + 1)
    return ranks.mean(axis=0), np.quantile(ranks, [0.05, 0.95], axis=0)


per_mille, million, hundred = table(1001, 100_000), table(1_000_000, 1_000_000), table(101, 2_000)
milliseconds("recalibrate1001", lambda: recalibrate(*per_mille))
milliseconds("recalibrateMillion", lambda: recalibrate(*million))
milliseconds("band101", lambda: band(hundred[0], hundred[1]))
milliseconds("rank10000", lambda: rank(0.03 * random.standard_normal(10_000), np.full(10_000, 0.01)))
