namespace SpectralAnalyzer.Core.Runs;

/// <summary>A line of one of the parts of a manifest.</summary>
/// <param name="Part">Full path of the part.</param>
/// <param name="Number">The number of the line in it, from 1.</param>
/// <param name="Line">The line, or null if it is torn.</param>
internal readonly record struct MergedLine(string Part, int Number, ManifestLine? Line);

/// <summary>Reads the parts of a manifest as one: the lines of each in their order, all by the time at which they were
/// written.</summary>
internal static class MergedLines
{
    /// <summary>Reads the lines.</summary>
    /// <param name="manifest">Full path of the manifest.</param>
    /// <param name="kinds">The kinds of lines to read; empty for all.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="IOException">A part cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    internal static IEnumerable<MergedLine> Read(string manifest, string[] kinds, CancellationToken cancellationToken)
    {
        var parts = ManifestParts.Find(manifest);
        var open = new List<IEnumerator<MergedLine>>(parts.Count);
        try
        {
            var next = new PriorityQueue<int, (DateTime Time, int Part)>();
            foreach (var part in parts)
            {
                open.Add(ReadPart(part, kinds, cancellationToken).GetEnumerator());
                Enqueue(open.Count - 1, DateTime.MinValue);
            }

            while (next.TryDequeue(out var part, out var at))
            {
                yield return open[part].Current;
                Enqueue(part, at.Time);
            }

            // a line that is torn has no time, and follows the one before it
            void Enqueue(int part, DateTime last)
            {
                if (open[part].MoveNext())
                    next.Enqueue(part, (open[part].Current.Line?.Time is { } time && time > last ? time : last, part));
            }
        }
        finally
        {
            foreach (var lines in open)
                lines.Dispose();
        }
    }

    private static IEnumerable<MergedLine> ReadPart(string part, string[] kinds, CancellationToken cancellationToken)
    {
        foreach (var raw in ManifestLineReader.Read(part, 0, cancellationToken))
        {
            if (kinds.Length == 0 || Array.Exists(kinds, kind => ManifestJson.IsOfKind(raw.Bytes.Span, kind)))
                yield return new MergedLine(part, raw.Number, ManifestJson.Read(raw.Bytes.Span));
        }
    }
}
