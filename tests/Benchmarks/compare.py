#!/usr/bin/env python3
"""Runs the product and its peer in turn and prints what compare.sh promises. Standard library, but for making the data."""
import glob
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROOT, COUNT, ROUNDS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
SHELL = os.path.join(ROOT, "src/SpectralAnalyzer.Shell/bin/Release/net10.0/SpectralAnalyzer.Shell.dll")
PARTS = os.path.join(ROOT, "tests/Benchmarks/bin/Release/net10.0/SpectralAnalyzer.Benchmarks.dll")
PEER_FOLDER = os.path.join(ROOT, "../shared/bench")


def tree_bytes(pid):
    """Resident memory of a process and its children, shared pages counted once."""
    total, todo = 0, [pid]
    while todo:
        one = todo.pop()
        try:
            with open(f"/proc/{one}/smaps_rollup") as f:
                total += sum(int(line.split()[1]) * 1024 for line in f if line.startswith("Pss:"))
            for task in glob.glob(f"/proc/{one}/task/*/children"):
                with open(task) as f:
                    todo += [int(child) for child in f.read().split()]
        except OSError:
            pass
    return total


def run(command, **options):
    """Seconds, peak bytes and output of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    peak = [0]

    def watch():
        while process.poll() is None:
            peak[0] = max(peak[0], tree_bytes(process.pid))
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    output = process.communicate()[0]
    seconds = time.perf_counter() - start
    watcher.join()
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{output}")
    return seconds, peak[0], output


def batch(folder, pattern, extra="", threads=2):
    """Seconds of the cmdlet, seconds to its first result, peak bytes, bytes a file, of one run of the product."""
    out = tempfile.mkdtemp(prefix="spectral-ours-")
    try:
        script = (
            "$watch = [Diagnostics.Stopwatch]::StartNew(); $script:first = $null; $script:bad = 0; $script:n = 0; "
            f"Invoke-SpectralBatch -Path '{folder}/{pattern}' -Baseline '{folder}/baseline.csv' -OutputDirectory '{out}' "
            f"-ThrottleLimit {threads} -Confirm:$false {extra} | "
            "ForEach-Object { if ($null -eq $script:first) { $script:first = $watch.Elapsed.TotalSeconds }; $script:n++; "
            "if ($_.Status -ne 'Succeeded') { $script:bad++ } }; "
            "'{0:R};{1:R};{2};{3}' -f $watch.Elapsed.TotalSeconds, $script:first, $script:n, $script:bad")
        _, peak, output = run(["dotnet", SHELL, "-Command", script])
        numbers = output.strip().splitlines()[-1].split(";")
        seconds, first, done, bad = (float(n.replace(",", ".")) for n in numbers)
        if done == 0 or bad:
            sys.exit(f"{int(bad)} of {int(done)} spectra failed:\n{output[-2000:]}")
        sizes = [os.path.getsize(f) for f in glob.glob(out + "/*.*")]
        return seconds, first, peak, statistics.mean(sizes) if sizes else 0
    finally:
        shutil.rmtree(out, ignore_errors=True)


def make(folder, count, points):
    """The peer's own data where it is at hand, else the same kind of data, made here."""
    maker = os.path.join(PEER_FOLDER, "make_spectra.py")
    if os.path.exists(maker):
        subprocess.run([sys.executable, maker, folder, str(count), str(points)], check=True)
        return
    print("(../shared/bench is missing: like data of our own)")
    subprocess.run(["dotnet", PARTS, "make", folder, str(count), str(points)], check=True)


def main():
    work = tempfile.mkdtemp(prefix="spectral-compare-")
    try:
        folder, big = os.path.join(work, "spectra"), os.path.join(work, "big")
        make(folder, COUNT, 3601)
        make(big, 1, 1_000_000)
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
        cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.processor())
        print(f"machine: {cpu}, {os.cpu_count()} processors, {platform.platform()}; load before: {load:.1f}")
        print(f"{COUNT} spectra of 3601 points, PNG of 3000 x 1800 pixels, {ROUNDS} rounds in turn, 2 workers each")

        peer_script = os.path.join(PEER_FOLDER, "peer_matplotlib.py")
        ours, peers, ratios = [], [], []
        peer_peak = our_peak = peer_size = our_size = 0
        for _ in range(ROUNDS):
            peer_rate = None
            if os.path.exists(peer_script):
                out = tempfile.mkdtemp(prefix="spectral-peer-")
                _, peak, output = run([sys.executable, peer_script, folder, out, "2"])
                peer_rate = float(output.split()[-2])
                peer_size = statistics.mean(os.path.getsize(f) for f in glob.glob(out + "/*.png"))
                shutil.rmtree(out)
                peers.append(peer_rate)
                peer_peak = max(peer_peak, peak)
            seconds, _, peak, our_size = batch(folder, "sample_*.csv")
            ours.append(COUNT / seconds)
            our_peak = max(our_peak, peak)
            if peer_rate:
                ratios.append(ours[-1] / peer_rate)
        if ratios:
            print(f"ratio to the peer (median):      {statistics.median(ratios):8.1f}   (least {min(ratios):.1f}, most {max(ratios):.1f})")
            print(f"peer, graphs a second:           {statistics.median(peers):8.1f}   peak {peer_peak >> 20} MB, {peer_size / 1024:.0f} KB a file")
        else:
            print("(../shared/bench is missing: no peer to compare with)")
        print(f"ours, graphs a second:           {statistics.median(ours):8.1f}   peak {our_peak >> 20} MB, {our_size / 1024:.0f} KB a file")

        for name in ("Jpg", "Pdf", "Svg"):
            runs = [batch(folder, "sample_*.csv", f"-Format {name}") for _ in range(ROUNDS)]
            print(f"ours, {name} a second:              {COUNT / statistics.median(r[0] for r in runs):8.1f}   {runs[0][3] / 1024:.0f} KB a file")
        one = statistics.median(batch(folder, "sample_*.csv", threads=1)[0] for _ in range(ROUNDS))
        two = statistics.median(batch(folder, "sample_*.csv")[0] for _ in range(ROUNDS))
        print(f"1 to 2 workers:                  {one / two:8.2f}   times as fast")
        bare = statistics.median(batch(folder, "sample_*.csv", "-NoGraph")[0] for _ in range(ROUNDS))
        print(f"-NoGraph, spectra a second:      {COUNT / bare:8.1f}")
        first = statistics.median(batch(folder, "sample_000000.csv")[1] for _ in range(ROUNDS))
        print(f"first result, cold:              {first:8.2f}   s")
        large = min(batch(big, "sample_*.csv")[0] for _ in range(ROUNDS))
        print(f"1,000,000 points, cold process:  {large:8.2f}   s (reading the baseline and the sample, comparing, drawing, saving)")
        empty = "$w = [Diagnostics.Stopwatch]::StartNew(); {0}; $w.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"
        module = os.path.join(ROOT, "out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1")
        pwsh = shutil.which("pwsh")
        if pwsh:
            imports = [float(run([pwsh, "-NoProfile", "-Command", empty.format(f"Import-Module '{module}'")])[2].split()[-1]) for _ in range(ROUNDS)]
            print(f"Import-Module in pwsh:           {statistics.median(imports):8.0f}   ms")
        else:
            print("(pwsh is not here: Import-Module is not timed)")

        sample = os.path.join(big, "sample_000000.csv")
        size = os.path.getsize(sample) / 1e6
        import pandas
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            pandas.read_csv(sample, engine="c")
            times.append(time.perf_counter() - start)
        print(f"pandas' C parser:                {size / min(times):8.1f}   MB/s (best of {ROUNDS}, 1,000,000 rows)")
        print(run(["dotnet", PARTS, "read", sample])[2].rstrip())
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
