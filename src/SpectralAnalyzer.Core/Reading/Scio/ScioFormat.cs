using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Scio;

/// <summary>CSV of the SCiO laboratory: a scan a line, and names of columns that hold set, number and wavelength.</summary>
internal sealed partial class ScioFormat() : SpectrumFormat(new("SCiO CSV", ".csv")
{
    Evidence = "The names of the columns are those of a SCiO file and hold the wavelengths.",
    Advice = "Export the collection again in the SCiO laboratory.",
})
{
    private const int Reach = 1 << 14;

    public override bool Recognizes(SpectralSource source) => TextHead.Read(source, Reach).IndexOf("spectrum_0 + "u8) >= 0;

    protected override void ReadSpectra(FormatReading reading)
    {
        var document = TextDocument.Open(reading.Source, reading.Options.Encoding);
        using var rows = QuotedRows.Open(
            new DelimitedText(document, new Dialect(Delimiter.Comma, DecimalMark.Point)), 0, document.LineCount - 1);
        string[] names = [];
        var sets = new List<(string Name, int[] Columns, double[] X)>();
        while (rows.Read())
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            var cells = Cells(rows);
            if (sets.Count > 0)
            {
                if (cells.Any(cell => cell.Length > 0))
                    ReadScan(reading, names, sets, cells, (int)rows.LineNumber);
                continue;
            }

            names = cells;
            sets.AddRange(cells.Select((cell, i) => (Match: Column().Match(cell), i)).Where(column => column.Match.Success)
                .GroupBy(column => column.Match.Groups["set"].Value).Select(set => (set.Key, set.Select(c => c.i).ToArray(),
                    set.Select(c => XmlSource.Number(c.Match.Groups["x"].Value) ?? double.NaN).ToArray())));
        }

        if (reading.Count == 0)
            throw reading.NoData("The SCiO CSV file has no scans below its names.");
        if (document.EndOf(document.LineCount - 1) == document.Bytes.Length)
            reading.Checks.Fail(SpectralIssueIds.CutShort, "The file ends within a line, whose last number may be incomplete.",
                document.LineCount, atMost: 0.89);
        reading.Checks.Assume("The result of a SCiO scan is taken for its reflectance.");
        reading.Encoding = document.EncodingName;
    }

    private static void ReadScan(FormatReading reading, string[] names, List<(string Name, int[] Columns, double[] X)> sets,
        string[] cells, int line)
    {
        if (cells.Length != names.Length)
        {
            throw reading.Damaged(SpectralErrorIds.LayoutMismatch,
                Invariant($"Line {line} of the SCiO CSV file has {cells.Length} cells; its names are {names.Length}."));
        }

        var metadata = new StatedMetadata();
        var columns = sets.SelectMany(set => set.Columns).ToHashSet();
        for (var i = 0; i < names.Length; i++)
        {
            if (!columns.Contains(i))
                metadata.Add(names[i], cells[i]);
        }

        var name = metadata.Entries.GetValueOrDefault("name") ?? metadata.Entries.GetValueOrDefault("id");
        foreach (var set in sets)
        {
            var isResult = set.Name == "spectrum";
            reading.Add(new SpectrumDraft((double[])set.X.Clone(), Array.ConvertAll(set.Columns, Value))
            {
                Series = isResult ? name : string.Join(", ", new[] { name, set.Name }.OfType<string>()),
                Axis = UnitWords.ToAxis("nm", isRaman: false),
                Ordinate = isResult
                    ? UnitWords.WithInferredScale(OrdinateKind.Reflectance, "Reflectance")
                    : new SpectralOrdinate(OrdinateKind.Intensity, set.Name),
                Metadata = metadata.Entries,
            });
        }

        double Value(int column) => cells[column].Length == 0 ? double.NaN : XmlSource.Number(cells[column])
            ?? throw reading.Damaged(SpectralErrorIds.InvalidNumber,
                Invariant($"'{cells[column]}' in line {line} of the SCiO CSV file, column '{names[column]}', is not a number."));
    }

    private static string[] Cells(CsvReader rows)
    {
        var cells = new string[rows.FieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Encoding.UTF8.GetString(rows.GetSpan(i)).Trim();
        return cells;
    }

    [GeneratedRegex(@"^(?<set>\w+?)_\d+ \+ (?<x>[\d.]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}
