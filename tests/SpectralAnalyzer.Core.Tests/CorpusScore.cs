using System.Globalization;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests;

/// <summary>How one file of the corpus was read, held against the truth as the corpus' README defines it.</summary>
internal sealed record CorpusScore
{
    private const double Silent = 0.9;

    public required CorpusRow Row { get; init; }

    public SpectralFileReport? Report { get; init; }

    public SpectralError? Refusal { get; init; }

    public bool IsRefused => Refusal is not null;

    public bool IsRight { get; init; }

    public bool UnitAsked { get; init; }

    public bool UnitRight { get; init; }

    public string Reason { get; init; } = "";

    public bool IsSilentlyWrong => !IsRight && Report is { Confidence: >= Silent } && Row.Class != "bad";

    public static CorpusScore Of(CorpusRow row, SpectrumReader reader)
    {
        var asked = row.XUnitNorm is "nm" or "cm-1" or "eV";
        try
        {
            var content = reader.Read(row.FullPath, ReadOptions.Default, CancellationToken.None);
            var reason = WhyWrong(row, content);
            return new CorpusScore
            {
                Row = row,
                Report = content.Report,
                IsRight = reason is null,
                Reason = reason ?? "",
                UnitAsked = asked,
                UnitRight = UnitIs(row.XUnitNorm, content.Report.XUnit),
            };
        }
        catch (SpectralException e)
        {
            return new CorpusScore
            {
                Row = row,
                Refusal = e.Error,
                IsRight = row.Class == "bad",
                Reason = "refused: " + e.Error.Id,
                UnitAsked = asked,
            };
        }
    }

    private static string? WhyWrong(CorpusRow row, SpectralFileContent content)
    {
        if (row.Class == "bad")
            return content.Report.Issues.Any(i => i.Severity != IssueSeverity.Information) ? null : "read without a warning";
        if (row.PointCount is null)
            return null;
        var asked = SpectraAsked(row.YColumn);
        if (content.Spectra.Count < asked)
            return $"{content.Spectra.Count} spectra read, {asked} there";
        if (content.Spectra.Any(row.Matches))
            return null;
        return content.Spectra.Any(s => s.Count == row.PointCount)
            ? "no spectrum has these ends"
            : $"no spectrum of {row.PointCount} points (the first has {content.Spectra[0].Count})";
    }

    private static bool UnitIs(string norm, AxisUnit unit) => norm switch
    {
        "nm" => unit == AxisUnit.Nanometre,
        "cm-1" => unit is AxisUnit.Wavenumber or AxisUnit.RamanShift,
        "eV" => unit == AxisUnit.ElectronVolt,
        _ => false,
    };

    /// <summary>How many spectra a row names: <c>many(2-6)</c> five, <c>many(rows 2-3)</c> two, <c>many(pairs: 2,4,..22)</c> eleven, anything else one.</summary>
    internal static int SpectraAsked(string column)
    {
        if (!column.StartsWith("many(", StringComparison.Ordinal))
            return 1;
        var inner = column[5..].TrimEnd(')');
        if (inner.StartsWith("pairs:", StringComparison.Ordinal))
            return int.Parse(inner[(inner.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture) / 2;
        inner = inner.Replace("rows", "", StringComparison.Ordinal).Trim();
        if (inner.Contains(',', StringComparison.Ordinal))
            return inner.Split(',').Length;
        var ends = inner.Split('-');
        return ends.Length == 2
            ? int.Parse(ends[1], CultureInfo.InvariantCulture) - int.Parse(ends[0], CultureInfo.InvariantCulture) + 1
            : 1;
    }
}
