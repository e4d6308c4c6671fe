#!/usr/bin/env bash
# Measures SpectralAnalyzer.PS against what a laboratory would write with pandas and matplotlib, on this machine, in one run.
#
# usage: bash tests/Benchmarks/compare.sh [COUNT=100] [ROUNDS=3]
# needs: dotnet, python3 with pandas and matplotlib (Debian: python3-pandas python3-matplotlib)
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
count="${1:-100}"
rounds="${2:-3}"

python=python3
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import numpy, pandas, matplotlib' 2>/dev/null; then python="$candidate"; fi
done

dotnet build "$root/src/SpectralAnalyzer.Shell" -c Release -v q --nologo
dotnet build "$here" -c Release -v q --nologo
exec "$python" "$here/compare.py" "$root" "$count" "$rounds"
