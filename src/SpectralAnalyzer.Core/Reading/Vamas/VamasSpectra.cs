using System.Globalization;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Vamas;

/// <summary>Makes the spectra of the blocks: one for each value of a point.</summary>
internal static class VamasSpectra
{
    /// <summary>The spectra, in the file's order.</summary>
    public static List<SpectrumDraft> Create(List<VamasBlock> blocks, bool isIrregular, ReadingChecks checks)
    {
        var tellSample = blocks.Select(block => block.Sample).Distinct(StringComparer.Ordinal).Count() > 1;
        var drafts = new List<SpectrumDraft>();
        var transmissions = 0;
        var extremes = new List<bool>();
        foreach (var block in blocks)
        {
            var x = Abscissae(block, isIrregular);
            var axis = Axis(block);
            var spectra = Enumerable.Range(0, block.Ordinates.Length).Where(i => !(isIrregular && i == 0)).ToArray();
            var curves = spectra.Where(i => !IsTransmission(block.Ordinates[i].Label)).ToArray();
            if (curves.Length == 0)
                curves = spectra;
            transmissions += spectra.Length - curves.Length;
            foreach (var place in curves)
            {
                var y = Column(block, place);
                if (ExtremesHold(block, place, y) is { } hold)
                    extremes.Add(hold);
                drafts.Add(new SpectrumDraft(place == curves[0] ? x : (double[])x.Clone(), y)
                {
                    Series = SeriesName(block, tellSample, curves.Length > 1 ? block.Ordinates[place].Label : null),
                    Axis = axis,
                    Ordinate = Ordinate(block, place, y, checks),
                    Metadata = block.Metadata.Entries,
                });
            }
        }

        TellExtremes(extremes, checks);
        if (blocks.Any(block => block.Abscissa.Label.Contains("kinetic", StringComparison.OrdinalIgnoreCase)))
            checks.Inform(SpectralIssueIds.KineticEnergy,
                "x is the kinetic energy, as the file has it; compare it with spectra on the same scale.");
        if (transmissions > 0)
            checks.Inform(SpectralIssueIds.OtherBlocks,
                string.Create(
                CultureInfo.InvariantCulture,
                $"The file also holds {transmissions} transmission functions of the analyzer, which are "
                + $"no spectra and are not read."));
        return drafts;
    }

    private static double[] Abscissae(VamasBlock block, bool isIrregular)
    {
        if (isIrregular)
            return Column(block, 0);
        return Reading.Abscissae.Stepped(block.Start, block.Step, block.Values.Length / block.Ordinates.Length);
    }

    private static double[] Column(VamasBlock block, int place)
    {
        var width = block.Ordinates.Length;
        var values = new double[block.Values.Length / width];
        for (var i = 0; i < values.Length; i++)
            values[i] = block.Values[i * width + place];
        return values;
    }

    private static bool IsTransmission(string label) => label.StartsWith("transmission", StringComparison.OrdinalIgnoreCase);

    private static string SeriesName(VamasBlock block, bool tellSample, string? ordinate)
    {
        string?[] parts = [block.Name, tellSample ? block.Sample : null, block.Place, ordinate];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static SpectralAxis Axis(VamasBlock block)
    {
        var (label, unit) = block.Abscissa;
        var isNamed = unit.Length > 0 && unit is not ("d" or "n");
        var words = isNamed ? $"{label} ({unit})" : label;
        return UnitWords.ToAxis(isNamed ? unit : label, false) with { Label = words.Length > 0 ? words : null };
    }

    private static SpectralOrdinate Ordinate(VamasBlock block, int place, double[] y, ReadingChecks checks)
    {
        var label = block.Ordinates[place].Label;
        var isCounted = block.Signal.Contains("counting", StringComparison.OrdinalIgnoreCase)
            || label.Contains("count", StringComparison.OrdinalIgnoreCase);
        return isCounted && !IsTransmission(label)
            ? new SpectralOrdinate(OrdinateKind.Intensity, label)
            : UnitWords.ToOrdinate(label);
    }

    // programs that do not know the extremes write 0 and 1, or that they are not known
    private static bool? ExtremesHold(VamasBlock block, int place, double[] y)
    {
        var (least, largest) = block.Extremes[place];
        if (!double.IsFinite(least) || !double.IsFinite(largest) || (least, largest) is (0, 1) or (0, 0))
            return null;
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in y)
        {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }

        var slack = 1e-5 * Math.Max(Math.Abs(low), Math.Abs(high));
        return Math.Abs(low - least) <= slack && Math.Abs(high - largest) <= slack;
    }

    private static void TellExtremes(List<bool> extremes, ReadingChecks checks)
    {
        var differ = extremes.Count(hold => !hold);
        if (differ > 0)
        {
            checks.Fail(SpectralIssueIds.ExtremesMismatch, string.Create(
                CultureInfo.InvariantCulture,
                $"{differ} of {extremes.Count} spectra have another least or largest value than the file states: they were "
                + $"changed after the measurement, or the file is damaged."), atMost: 0.92);
        }
        else if (extremes.Count > 0)
        {
            checks.Pass(Invariant($"Least and largest value of {extremes.Count} spectra are the stated ones."));
        }
    }
}
