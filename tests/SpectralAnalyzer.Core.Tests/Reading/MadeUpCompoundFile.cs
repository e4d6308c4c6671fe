using System.Text;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>Packs small made-up streams into a Microsoft compound file; their storages stand before a slash.</summary>
internal static class MadeUpCompoundFile
{
    private const int Sector = 512;
    private const int EndOfChain = -2;

    // sector 0 is the table, then the directory, then the streams, each in sectors of its own
    public static byte[] Of(params ReadOnlySpan<(string Path, byte[] Bytes)> streams)
    {
        var entries = new List<(string Path, int Kind, byte[] Bytes)> { ("", 5, []) };
        foreach (var (path, bytes) in streams)
        {
            for (var at = path.IndexOf('/', StringComparison.Ordinal); at >= 0; at = path.IndexOf('/', at + 1))
            {
                if (entries.TrueForAll(entry => entry.Path != path[..at]))
                    entries.Add((path[..at], 1, []));
            }

            entries.Add((path, 2, bytes));
        }

        var directories = (entries.Count + 3) / 4;
        var file = new BinaryBuilder().Put(0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).I16(28, -2).I16(30, 9).I16(32, 6)
            .I32(44, 1).I32(48, 1).I32(56, 0).I32(60, EndOfChain).I32(68, EndOfChain).I32(76, 0).I32(Sector, -3);
        Chain(1, directories);
        var next = 1 + directories;
        for (var i = 0; i < entries.Count; i++)
        {
            var (path, kind, bytes) = entries[i];
            var at = 2 * Sector + 128 * i;
            var name = path[(path.LastIndexOf('/') + 1)..];
            file.Put(at, Encoding.Unicode.GetBytes(i == 0 ? "Root Entry" : name)).I16(at + 64, 2 * (i == 0 ? 10 : name.Length)
                + 2)
                .U8(at + 66, kind).I32(at + 68, -1).I32(at + 72, Sibling(i)).I32(at + 76, Child(path)).I32(at + 116, EndOfChain);
            var sectors = (bytes.Length + Sector - 1) / Sector;
            if (kind != 2 || sectors == 0)
                continue;
            file.I32(at + 116, next).I32(at + 120, bytes.Length).Put((next + 1) * Sector, bytes);
            Chain(next, sectors);
            next += sectors;
        }

        return file.Pad((next + 1) * Sector).Bytes;

        string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

        int Sibling(int i) => entries.FindIndex(i + 1, entry => i > 0 && Folder(entry.Path) == Folder(entries[i].Path));

        int Child(string folder) => entries.FindIndex(1, entry => Folder(entry.Path) == folder && entry.Path != folder);

        void Chain(int first, int count)
        {
            for (var i = first; i < first + count; i++)
                file.I32(Sector + 4 * i, i + 1 < first + count ? i + 1 : EndOfChain);
        }
    }
}
