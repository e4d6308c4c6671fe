#!/usr/bin/env bash
# Measures SpectralAnalyzer.PS against what a laboratory would write with pandas and matplotlib, on this machine, in one run.
#
# usage: bash tests/Benchmarks/compare.sh [COUNT=300] [ROUNDS=3] [LONG=20000] [LIBRARY=0]
#   COUNT   spectra of the comparison with the peer
#   ROUNDS  how often each is run, in turn; medians are printed
#   LONG    spectra of the longest batch, whose graphs take 140 KB each on the disk while it runs; 0 leaves it out
#   LIBRARY spectra of the library that is searched beside numpy, 100000 for one of 1.4 GB on the disk; 0 leaves it out
# needs: dotnet, python3 with pandas and matplotlib (Debian: python3-pandas python3-matplotlib); runs in pwsh 7.6 where there is one,
# else in the Shell.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"

python=python3
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import numpy, pandas, matplotlib' 2>/dev/null; then python="$candidate"; fi
done

dotnet build "$root/src/SpectralAnalyzer.Shell" -c Release -v q --nologo
dotnet build "$here" -c Release -v q --nologo
"$python" "$here/compare.py" "$root" "${1:-300}" "${2:-3}" "${3:-20000}"
if [ "${4:-0}" -gt 0 ]; then "$python" "$here/compare_library.py" "$root" "$4"; fi
