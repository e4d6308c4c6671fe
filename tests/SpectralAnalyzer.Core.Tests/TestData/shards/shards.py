"""Computes the shards that ShardTests holds -Shard against, with Python's hashlib and unicodedata."""
import hashlib
import sys
import unicodedata


def shard(path, count):
    name = unicodedata.normalize("NFC", path.replace("\\", "/")).lower().encode("utf-8")
    return int.from_bytes(hashlib.sha256(name).digest()[:8], "big") % count + 1


print("Python", sys.version.split()[0], file=sys.stderr)
for path in ["a.csv", "lot 7/A.CSV", "lot 7\\a.csv", "Größe/µ.spc", "Gro\u0308ße/x.dx", "試料/01.jdx"]:
    print(path, shard(path, 16), shard(path, 1000))
