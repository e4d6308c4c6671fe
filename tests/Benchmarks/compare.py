#!/usr/bin/env python3
"""Runs the product and its peer in turn and prints what compare.sh promises. Standard library, but for the peer and its data."""
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

ROOT, COUNT, ROUNDS, LONG = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
MODULE = os.path.join(ROOT, "out/SpectralAnalyzer.PS/SpectralAnalyzer.PS.psd1")
SHELL = os.path.join(ROOT, "src/SpectralAnalyzer.Shell/bin/Release/net10.0/SpectralAnalyzer.Shell.dll")
PARTS = os.path.join(ROOT, "tests/Benchmarks/bin/Release/net10.0/SpectralAnalyzer.Benchmarks.dll")
PEER_FOLDER = os.path.join(ROOT, "../shared/bench")
PEER = os.path.join(PEER_FOLDER, "peer_matplotlib.py")
PWSH = shutil.which("pwsh")
# batches of each kind before any is measured as warm: the compiler is at work for the first ten seconds
WARM_UP = 4

# Batch runs one batch and prints its seconds, those to its first result, spectra, failures, KB allocated a spectrum, peak MB of the process
SESSION = """
$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'
function Batch([string] $folder, [hashtable] $more, [string] $pattern = 'sample_*.csv') {
    $out = [IO.Path]::Combine('WORK', [guid]::NewGuid().ToString('n'))
    $script:n = 0; $script:bad = 0; $script:first = 0.0
    $allocated = [GC]::GetTotalAllocatedBytes()
    $script:watch = [Diagnostics.Stopwatch]::StartNew()
    if (-not $more.NoGraph) { $more.OutputDirectory = $out }
    Invoke-SpectralBatch -Path "$folder/$pattern" -Baseline "$folder/baseline.csv" -Confirm:$false @more | ForEach-Object {
        if ($script:n -eq 0) { $script:first = $script:watch.Elapsed.TotalSeconds }
        $script:n++
        if ($_.Status -ne 'Succeeded') { $script:bad++ }
    }
    $seconds = $script:watch.Elapsed.TotalSeconds
    $allocated = ([GC]::GetTotalAllocatedBytes() - $allocated) / 1024 / $script:n
    $size = 0
    if ([IO.Directory]::Exists($out)) {
        $graphs = [IO.Directory]::GetFiles($out, 'sample_000000*')
        if ($graphs.Length -gt 0) { $size = [IO.FileInfo]::new($graphs[0]).Length }
        [IO.Directory]::Delete($out, $true)
    }
    $peak = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB
    [string]::Format([cultureinfo]::InvariantCulture, '= {0} {1} {2} {3} {4} {5} {6}', $seconds, $script:first, $script:n, $script:bad, $allocated, $peak, $size)
}
"""


class Run:
    """What a batch printed."""

    def __init__(self, line):
        numbers = [float(n) for n in line.split()[1:]]
        self.seconds, self.first, self.count, self.bad, self.allocated, self.peak, self.size = numbers
        self.rate = self.count / self.seconds
        if self.count == 0 or self.bad:
            sys.exit(f"{int(self.bad)} of {int(self.count)} spectra failed")


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


def run(command):
    """Seconds, peak bytes and output of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    peak = [0]

    def watch():
        while process.poll() is None:
            peak[0] = max(peak[0], tree_bytes(process.pid))
            # asking is not free: it stops the process while its pages are counted
            time.sleep(0.5)

    watcher = threading.Thread(target=watch)
    watcher.start()
    output = process.communicate()[0]
    seconds = time.perf_counter() - start
    watcher.join()
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{output[-4000:]}")
    return seconds, peak[0], output


def session(work, script):
    """The batches of one new process of the host, its seconds, and its peak bytes."""
    script = SESSION.replace("WORK", work) + script
    if PWSH:
        command = [PWSH, "-NoProfile", "-NonInteractive", "-Command", f"Import-Module '{MODULE}'; {script}"]
    else:
        command = ["dotnet", SHELL, "-Command", script]
    seconds, peak, output = run(command)
    runs = [Run(line) for line in output.splitlines() if line.startswith("= ")]
    if not runs:
        sys.exit(f"the session printed no figures:\n{output[-4000:]}")
    return runs, seconds, peak


def make(folder, count, points):
    """The peer's own data where it is at hand, else the same kind of data, made here."""
    maker = os.path.join(PEER_FOLDER, "make_spectra.py")
    if os.path.exists(maker):
        subprocess.run([sys.executable, maker, folder, str(count), str(points)], check=True, stdout=subprocess.DEVNULL)
        return
    print("(../shared/bench is missing: like data of our own)")
    subprocess.run(["dotnet", PARTS, "make", folder, str(count), str(points)], check=True)


def multiply(folder, target, count):
    """A folder of that many samples: the files of another, under more names."""
    os.mkdir(target)
    shutil.copy(os.path.join(folder, "baseline.csv"), target)
    samples = sorted(glob.glob(os.path.join(folder, "sample_*.csv")))
    for i in range(count):
        os.link(samples[i % len(samples)], os.path.join(target, f"sample_{i:06}.csv"))
    return target


def say(what, value, unit=""):
    print(f"{what + ':':44}{value:>10}   {unit}".rstrip(), flush=True)


def median(values):
    return statistics.median(values)


def compare_with_peer(work, folder):
    two = "@{ ThrottleLimit = 2 }"
    ours, walls, rates, ratios, wall_ratios = [], [], [], [], []
    peer_peak = our_peak = size = 0
    for _ in range(ROUNDS):
        if os.path.exists(PEER):
            out = tempfile.mkdtemp(dir=work)
            peer_wall, peak, output = run([sys.executable, PEER, folder, out, "2"])
            rates.append(float(output.split()[-2]))
            size = statistics.mean(os.path.getsize(f) for f in glob.glob(out + "/*.png"))
            shutil.rmtree(out)
            peer_peak = max(peer_peak, peak)
        (result,), wall, peak = session(work, f"Batch '{folder}' {two}")
        ours.append(result)
        walls.append(wall)
        our_peak = max(our_peak, peak)
        if rates:
            ratios.append(result.rate / rates[-1])
            wall_ratios.append(peer_wall / wall)
    if rates:
        say("ratio to the peer, graphs a second", f"{median(ratios):.1f}", f"median; least {min(ratios):.1f}, most {max(ratios):.1f}")
        say("ratio to the peer, whole processes", f"{median(wall_ratios):.1f}", f"median; least {min(wall_ratios):.1f}, most {max(wall_ratios):.1f}")
        say("peer, graphs a second", f"{median(rates):.1f}", f"peak {peer_peak >> 20} MB, {size / 1024:.0f} KB a file")
    else:
        print("(../shared/bench is missing: no peer to compare with)")
    say("ours, graphs a second, cold", f"{median(r.rate for r in ours):.1f}", f"peak {our_peak >> 20} MB, {ours[0].size / 1024:.0f} KB a file")


def measure_sessions(work, folder):
    # one process, warmed up until the just-in-time compiler has done its work; then each in turn
    formats = ["Png", "Jpg", "Pdf", "Svg"]
    warm = "".join(f"Batch '{folder}' @{{ Format = '{f}'; ThrottleLimit = 2 }}; " for f in formats)
    script = WARM_UP * warm + ROUNDS * (warm + f"Batch '{folder}' @{{ ThrottleLimit = 1 }}; ")
    runs = session(work, script)[0][WARM_UP * len(formats):]
    for i, name in enumerate(formats):
        own = runs[i::5]
        say(f"{name}, a second, warm", f"{median(r.rate for r in own):.1f}",
            f"{own[0].size / 1024:.0f} KB a file, {median(r.allocated for r in own):.0f} KB allocated a spectrum")
    two, one = runs[0::5], runs[4::5]
    say("1 to 2 workers, times as fast", f"{median(b.rate / a.rate for a, b in zip(one, two)):.2f}", f"1 worker: {median(r.rate for r in one):.1f} a second")

    many = multiply(folder, os.path.join(work, "many"), 3000)
    bare = f"Batch '{many}' @{{ NoGraph = $true; ThrottleLimit = 2 }}; "
    say("-NoGraph, spectra a second, warm", f"{median(r.rate for r in session(work, (WARM_UP + ROUNDS) * bare)[0][WARM_UP:]):.0f}")


def measure_length(work, folder):
    if LONG == 0:
        return
    lengths = sorted({100, 1000, LONG})
    folders = [multiply(folder, os.path.join(work, f"length-{n}"), n) for n in lengths]
    warm = f"Batch '{folder}' @{{ ThrottleLimit = 2 }}; "
    rates, peaks = {n: [] for n in lengths}, {n: 0 for n in lengths}
    script = 6 * WARM_UP * warm
    plan = [100] * 5 + [1000] * 3 + [n for n in lengths if n > 1000] + [100] * 5 + [1000] * 2
    plan = [n for n in plan if n in lengths]
    script += "".join(f"Batch '{folders[lengths.index(n)]}' @{{ ThrottleLimit = 2 }}; " for n in plan)
    for n, result in zip(plan, session(work, script)[0][6 * WARM_UP:]):
        rates[n].append(result.rate)
        peaks[n] = peaks[n] or result.peak
    for n in lengths:
        say(f"{n} graphs, a second, warm", f"{median(rates[n]):.1f}", f"peak of the process so far {peaks[n]:.0f} MB")


def measure_start(work, folder, big):
    first = median(session(work, f"Batch '{folder}' @{{}} 'sample_000000.csv'")[0][0].first for _ in range(max(5, ROUNDS)))
    say("first result of one file, cold", f"{first:.2f}", "s")
    large = [session(work, f"Batch '{big}' @{{}}")[0][0].seconds for _ in range(ROUNDS)]
    say("1,000,000 points, cold", f"{median(large):.2f}", "s: baseline and sample read, compared, drawn, saved, checked")
    if not PWSH:
        print("(pwsh is not here: Import-Module is not timed)")
        return
    empty, full = [], []
    for _ in range(max(7, ROUNDS)):
        empty.append(run([PWSH, "-NoProfile", "-Command", "exit"])[0])
        full.append(run([PWSH, "-NoProfile", "-Command", f"Import-Module '{MODULE}'"])[0])
    say("Import-Module over an empty start", f"{1000 * median(b - a for a, b in zip(empty, full)):.0f}", f"ms; an empty start takes {1000 * median(empty):.0f}")


def measure_reading(big):
    sample = os.path.join(big, "sample_000000.csv")
    size = os.path.getsize(sample) / 1e6
    try:
        import pandas
        times = []
        for _ in range(7):
            start = time.perf_counter()
            pandas.read_csv(sample, engine="c")
            times.append(time.perf_counter() - start)
        say("pandas' C parser", f"{size / min(times):.1f}", "MB/s, best of 7, 1,000,000 rows")
    except ImportError:
        print("(pandas is not here: its parser is not timed)")
    print(run(["dotnet", PARTS, "read", sample])[2].rstrip())


def measure_processing(folder):
    """Crop, airPLS, Savitzky-Golay and SNV of 3601 points on one core, ours and the peers' in turn."""
    sample, rounds = os.path.join(folder, "sample_000000.csv"), 100
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peer_processing.py")
    ours, peers, tool = [], [], ""
    for _ in range(ROUNDS):
        peer = subprocess.run([sys.executable, script, sample, str(rounds)], capture_output=True, text=True)
        if peer.returncode != 0:
            print("(scipy is not here: preparing has no peer)")
            return
        tool, took = peer.stdout.strip().rsplit(" ", 1)
        peers.append(float(took))
        ours.append(float(run(["dotnet", PARTS, "prepare", sample, str(rounds)])[2].split()[0]))
    say("crop, airPLS, Savitzky-Golay, SNV", f"{median(ours):.2f}", f"ms a spectrum of 3601 points, one core; {tool}: "
        f"{median(peers):.2f} ms, {median(b / a for a, b in zip(ours, peers)):.1f} times as long")


def main():
    work = tempfile.mkdtemp(prefix="spectral-compare-")
    try:
        folder, big = os.path.join(work, "spectra"), os.path.join(work, "big")
        make(folder, COUNT, 3601)
        make(big, 1, 1_000_000)
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
        cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.processor())
        print(f"machine: {cpu}, {os.cpu_count()} processors, {platform.platform()}; load before: {load:.1f}; host: {'pwsh' if PWSH else 'Shell'}")
        print(f"{COUNT} spectra of 3601 points, PNG of 3000 x 1800 pixels, {ROUNDS} rounds in turn, 2 workers each", flush=True)
        compare_with_peer(work, folder)
        measure_sessions(work, folder)
        measure_start(work, folder, big)
        measure_reading(big)
        measure_processing(folder)
        measure_length(work, folder)
        if hasattr(os, "getloadavg"):
            print(f"load after: {os.getloadavg()[0]:.1f}")
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
