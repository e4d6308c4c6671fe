namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>The form of a table of points, as <c>(X++(Y..Y))</c> or <c>(XY..XY)</c> states it.</summary>
/// <param name="IsStepped">True where x follows from its first value and a step.</param>
/// <param name="Group">The symbols of one group, in order; of a stepped table, that of x and that of y.</param>
/// <param name="IsPerLine">True for one parenthesised group a peak, as in peak assignments.</param>
internal sealed record JcampTable(bool IsStepped, IReadOnlyList<string> Group, bool IsPerLine = false)
{
    /// <summary>
    /// True where the record holds points and not a remark. The name is in the form of <see cref="JcampRecord.Key"/>.
    /// </summary>
    public static bool IsTable(string name) =>
        name is "XYDATA" or "XYPOINTS" or "RADATA" or "PEAKTABLE" or "PEAKASSIGNMENTS" or "DATATABLE";

    /// <summary>Reads the form.</summary>
    /// <param name="record">The table's record.</param>
    /// <param name="symbols">The symbols that may occur.</param>
    /// <param name="checks">Told where the form is not stated.</param>
    /// <exception cref="SpectralException">The form is not known.</exception>
    public static JcampTable Read(JcampRecord record, IReadOnlyList<string> symbols, ReadingChecks checks)
    {
        var form = new string([.. record.Value.Where(c => !char.IsWhiteSpace(c))]);
        if (!form.StartsWith('('))
        {
            checks.Assume($"##{record.Label} does not state its form; the usual one is assumed.", 0.1);
            return record.Name is "XYDATA" or "RADATA" ? new JcampTable(true, symbols) : new JcampTable(false, symbols);
        }

        var step = form.IndexOf("++(", StringComparison.Ordinal);
        var dots = form.IndexOf("..", StringComparison.Ordinal);
        var close = form.IndexOf(')', StringComparison.Ordinal);
        if (step > 1 && dots > step + 3)
            return new JcampTable(true, [form[1..step].ToUpperInvariant(), form[(step + 3)..dots].ToUpperInvariant()]);
        var end = dots > 1 ? dots : close;
        if (end > 1 && Split(form[1..end].ToUpperInvariant(), symbols) is { Count: > 1 } group)
            return new JcampTable(false, group, dots < 0);
        throw new SpectralException(
            SpectralErrorIds.UnsupportedContent,
            SpectralErrorCategory.Unsupported,
            $"The table form '{record.Value}' of ##{record.Label} is not read.",
            "Export the spectrum as XYDATA or XYPOINTS.",
            record.Line + 1);
    }

    private static List<string>? Split(string group, IReadOnlyList<string> symbols)
    {
        var parts = new List<string>();
        for (var at = 0; at < group.Length;)
        {
            if (group[at] is ',' or ';')
            {
                at++;
                continue;
            }

            var rest = group[at..];
            var symbol = symbols.Where(s => s.Length > 0 && rest.StartsWith(s, StringComparison.OrdinalIgnoreCase))
                .MaxBy(s => s.Length);
            var part = symbol?.ToUpperInvariant() ?? rest[..1];
            parts.Add(part);
            at += part.Length;
        }

        return parts;
    }
}
