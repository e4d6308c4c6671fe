"""Searches a library of spectra with the module and with numpy, on this machine, in one run.

usage: compare_library.py PROJECT_FOLDER COUNT [POINTS=3600] [ROUNDS=5]
numpy takes the rows out of the same file: float32, COUNT x POINTS, from byte 4096 on.
"""
import os
import subprocess
import sys
import tempfile
import time

PROGRAM = """
import sys, time
import numpy as np
path, count, points, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
stride = (points + 15) // 16 * 16
rows = np.asarray(np.memmap(path, np.float32, 'r', 4096, (count, stride)))
queries = np.ascontiguousarray(rows[:: count // 64][:64])
def best(work):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)
def top(scores):
    return np.argpartition(scores, -5, axis=-1)[..., -5:]
best(lambda: rows @ queries[1])
print(best(lambda: top(rows @ queries[1])), best(lambda: top(queries @ rows.T)))
"""


def main(root, count, points=3600, rounds=5):
    tool = ["dotnet", os.path.join(root, "tests/Benchmarks/bin/Release/net10.0/SpectralAnalyzer.Benchmarks.dll")]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "made-up.speclib")
        start = time.perf_counter()
        subprocess.run([*tool, "library", path, str(count), str(points)], check=True)
        made = time.perf_counter() - start
        # what is set for other machines would make OpenBLAS choose slower code than it does by itself
        plain = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
        ours = subprocess.run([*tool, "search", path, str(rounds)], check=True, capture_output=True, text=True).stdout.split()
        theirs = subprocess.run(
            [sys.executable, "-c", PROGRAM, path, str(count), str(points), str(rounds)],
            check=True, capture_output=True, text=True, env=plain).stdout.split()
        one, many, right, private, managed = (float(v) for v in ours)
        numpy_one, numpy_many = (float(v) for v in theirs)
        print(f"\nLibrary of {count:,} spectra of {points:,} points ({os.path.getsize(path) / 1e9:.2f} GB, made in {made:.0f} s)")
        print(f"{'':24}{'SpectralAnalyzer.PS':>22}{'numpy, OpenBLAS':>18}{'ratio':>8}")
        print(f"{'one query':24}{one:>19.1f} ms{numpy_one:>15.1f} ms{one / numpy_one:>8.2f}")
        print(f"{'64 queries':24}{many:>19.1f} ms{numpy_many:>15.1f} ms{many / numpy_many:>8.2f}")
        print(f"best hit right: {right:.0f} of 64; private memory {private:.0f} MB, of which objects {managed:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1], *(int(value) for value in sys.argv[2:]))
