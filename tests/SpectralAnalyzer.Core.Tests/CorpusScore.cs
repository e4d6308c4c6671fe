using System.Globalization;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests;

/// <summary>How one file of the corpus was read, held against the truth as the corpus' README defines it.</summary>
internal sealed record CorpusScore
{
    private const double Silent = 0.9;

    private static readonly Lazy<List<CorpusScore>> s_first = new(() => ScoreAll(Corpus.Rows));

    private static readonly Lazy<List<CorpusScore>> s_second = new(() => ScoreAll(Corpus.Load(Corpus.SecondRoot!)));

    public required CorpusRow Row { get; init; }

    public SpectralFileReport? Report { get; init; }

    public SpectralError? Refusal { get; init; }

    public bool IsRefused => Refusal is not null;

    public bool IsRight { get; init; }

    public bool UnitAsked { get; init; }

    public bool UnitRight { get; init; }

    /// <summary>True where a unit was read from the file, right or wrong, and not supposed.</summary>
    public bool UnitIsStated => Report is { XUnitInferred: false, XUnit: not AxisUnit.Unknown };

    /// <summary>True where the manifest tells what y is, in words that mean one quantity.</summary>
    public bool OrdinateAsked { get; init; }

    public bool OrdinateRight { get; init; }

    public string Reason { get; init; } = "";

    public bool IsSilentlyWrong => !IsRight && Report is { Confidence: >= Silent } && Row.Class != "bad";

    /// <summary>True where the row states the numbers and the file was read.</summary>
    public bool HasConfidence => Row.Class != "bad" && Row.PointCount is not null && Report is not null;

    /// <summary>The scores of the real files; skips the test where they are not there.</summary>
    public static List<CorpusScore> First()
    {
        Corpus.Require();
        return s_first.Value;
    }

    /// <summary>The scores of the files that the reader was not built on; skips the test where they are not there.</summary>
    public static List<CorpusScore> Second()
    {
        Assert.SkipWhen(Corpus.SecondRoot is null, "The second set of real files, ../shared/corpus-2, is not there.");
        return s_second.Value;
    }

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
                UnitRight = UnitIs(row, content.Report.XUnit),
                OrdinateAsked = OrdinatesOf(row).Length > 0,
                OrdinateRight = OrdinatesOf(row)
                    .Contains((content.Spectra.FirstOrDefault(row.Matches) ?? content.Spectra[0]).Ordinate.Kind),
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
                OrdinateAsked = OrdinatesOf(row).Length > 0,
            };
        }
    }

    private static List<CorpusScore> ScoreAll(IEnumerable<CorpusRow> rows) =>
        [.. rows.Select(row => Of(row, SpectrumReader.Default))];

    private static string? WhyWrong(CorpusRow row, SpectralFileContent content)
    {
        if (row.Class == "bad")
            return content.Report.Issues.Any(i => i.Severity != IssueSeverity.Information) ? null : "read without a warning";
        if (row.PointCount is null)
            return null;
        var asked = row.SpectrumCount ?? SpectraAsked(row.YColumn);
        if (content.Spectra.Count < asked || (row.SpectrumCount is { } count && content.Spectra.Count != count))
            return $"{content.Spectra.Count} spectra read, {asked} there";
        if (content.Spectra.Any(row.Matches))
            return null;
        return content.Spectra.Any(s => s.Count == row.PointCount)
            ? "no spectrum has these ends"
            : $"no spectrum of {row.PointCount} points (the first has {content.Spectra[0].Count})";
    }

    // a Raman shift is no wavenumber of light, and the reverse
    private static bool UnitIs(CorpusRow row, AxisUnit unit) => row.XUnitNorm switch
    {
        "nm" => unit == AxisUnit.Nanometer,
        // the second manifest names the technique by the repository, not by the file
        "cm-1" when row.SpectrumCount is not null => unit is AxisUnit.Wavenumber or AxisUnit.RamanShift,
        "cm-1" when row.Technique.StartsWith("Raman", StringComparison.Ordinal) => unit == AxisUnit.RamanShift,
        "cm-1" when row.Technique.StartsWith("FTIR", StringComparison.Ordinal) => unit == AxisUnit.Wavenumber,
        "cm-1" => unit is AxisUnit.Wavenumber or AxisUnit.RamanShift,
        "eV" => unit == AxisUnit.ElectronVolt,
        _ => false,
    };

    /// <summary>What y may be by the manifest's words; none where these leave it open.</summary>
    private static OrdinateKind[] OrdinatesOf(CorpusRow row) => row.YUnit.Trim().ToLowerInvariant() switch
    {
        "a" when row.Class == "jcamp" => [], // amperes as well
        "absorbance" or "abs" or "a" => [OrdinateKind.Absorbance],
        "transmittance" => [OrdinateKind.Transmittance, OrdinateKind.PercentTransmittance],
        "transmission (%)" => [OrdinateKind.PercentTransmittance],
        "reflectance" => [OrdinateKind.Reflectance, OrdinateKind.PercentReflectance],
        "reflectance (percent)" => [OrdinateKind.PercentReflectance],
        "intensity" or "(intensity)" or "intensity (a.u.)" or "counts" or "counts/s" or "cps" or "ccd cts" or "arbitrary units"
            or "arbitrary" or "y(counts)" => [OrdinateKind.Intensity],
        _ => [],
    };

    /// <summary>
    /// How many spectra a row names: <c>many(2-6)</c> five, <c>many(rows 2-3)</c> two, <c>many(pairs: 2,4,..22)</c> eleven,
    /// anything else one.
    /// </summary>
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
