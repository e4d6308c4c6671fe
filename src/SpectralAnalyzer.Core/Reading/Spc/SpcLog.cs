using System.Text;

namespace SpectralAnalyzer.Core.Reading.Spc;

/// <summary>The remarks of the header and the log block of an SPC file.</summary>
internal static class SpcLog
{
    private const int LongestLog = 1 << 20;

    /// <summary>Header remarks and the lines of the log: <c>name = value</c> as such, others as <c>Log</c>.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(ByteReader file, SpcHeader header)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var distinct = new DistinctNames(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in header.Remarks)
            metadata[distinct.Take(name)] = value;
        var remarks = new List<string>();
        foreach (var line in Text(file, header).Split('\n'))
        {
            var text = line.Trim();
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals <= 60)
                metadata[distinct.Take(text[..equals].Trim())] = text[(equals + 1)..].Trim();
            else if (text.Length > 0)
                remarks.Add(text);
        }

        if (remarks.Count > 0)
            metadata[distinct.Take("Log")] = string.Join("; ", remarks);
        return metadata;
    }

    private static string Text(ByteReader file, SpcHeader header)
    {
        // a log outside of the file does not affect the points
        if (header.LogAt <= 0 || header.LogAt + 64 > file.Length)
            return "";
        var size = file.I32(header.LogAt);
        var textAt = header.LogAt + Math.Max(0, file.I32(header.LogAt + 8));
        var end = Math.Min(file.Length, Math.Min(header.LogAt + Math.Max(0, size), textAt + LongestLog));
        if (textAt >= end)
            return "";
        var bytes = file.Span(textAt, end - textAt);
        var nul = bytes.IndexOf((byte)0);
        return Encoding.Latin1.GetString(nul < 0 ? bytes : bytes[..nul]).ReplaceLineEndings("\n");
    }
}
