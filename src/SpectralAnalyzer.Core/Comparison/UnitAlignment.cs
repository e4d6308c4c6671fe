using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Brings a sample to the baseline's units. Only what both files state is converted: a unit that is merely supposed from the numbers
/// counts as unknown as soon as it disagrees, and an unknown unit is compared as it stands, with a warning.
/// </summary>
internal sealed class UnitAlignment(Spectrum baseline, double? laser)
{
    private readonly List<AppliedConversion> _conversions = [];
    private readonly List<string> _warnings = [];

    /// <summary>The conversions that were made.</summary>
    public List<AppliedConversion> Conversions => _conversions;

    /// <summary>What has to be told.</summary>
    public List<string> Warnings => _warnings;

    /// <summary>Converts the sample where it has to be.</summary>
    /// <exception cref="SpectralException"><c>AxisMismatch</c>, <c>OrdinateMismatch</c>, and those of the conversions.</exception>
    public Spectrum Align(Spectrum sample) => AlignOrdinate(AlignAxis(sample));

    private Spectrum AlignAxis(Spectrum sample)
    {
        SpectralAxis ours = baseline.Axis, theirs = sample.Axis;
        if (ours.Unit == theirs.Unit)
        {
            if (ours.Unit == AxisUnit.Other && !SameLabel(ours.Label, theirs.Label))
                _warnings.Add($"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: compared as they stand.");
            if (ours.Energy != theirs.Energy)
                AlignEnergy(ours, theirs);
            return sample;
        }

        if (IsOpen(ours.Unit == AxisUnit.Unknown, ours.IsInferred) || IsOpen(theirs.Unit == AxisUnit.Unknown, theirs.IsInferred))
        {
            _warnings.Add($"x is compared as it stands: {Stated("sample", theirs.Unit == AxisUnit.Unknown, theirs.IsInferred, theirs.Title)}, "
                + $"{Stated("baseline", ours.Unit == AxisUnit.Unknown, ours.IsInferred, ours.Title)}.");
            return sample;
        }

        if (IsWavenumberForRamanShift(ours, theirs) && Meet(sample))
        {
            _warnings.Add($"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: compared as they stand, "
                + "since many programs write wavenumber over a Raman shift and the numbers meet.");
            return sample;
        }

        if (AxisConversion.CanConvert(theirs, ours, laser is not null))
            return Keep(AxisConversion.Convert(sample, ours.Unit, laser));

        throw new SpectralException(
            "AxisMismatch", SpectralErrorCategory.InvalidData,
            $"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: they cannot be compared.",
            AxisConversion.CanConvert(theirs, ours, laserIsKnown: true)
                ? "State the laser's wavelength in nm with -LaserWavelength, so that one can be converted into the other."
                : "Use a baseline of the same x quantity, or state the unit with -XUnit where a file states it wrongly.");
    }

    // one is the energy of the source less the other: the bands of one stand where the other has none
    private void AlignEnergy(SpectralAxis ours, SpectralAxis theirs)
    {
        if (ours.Energy != EnergyKind.Photon && theirs.Energy != EnergyKind.Photon)
        {
            throw new SpectralException(
                "AxisMismatch", SpectralErrorCategory.InvalidData,
                $"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: they cannot be compared.",
                "Use a baseline of the same x quantity, or export both as binding energy.");
        }

        _warnings.Add($"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: compared as they stand.");
    }

    private Spectrum AlignOrdinate(Spectrum sample)
    {
        SpectralOrdinate ours = baseline.Ordinate, theirs = sample.Ordinate;
        if (ours.Kind == theirs.Kind)
        {
            if (ours.Kind == OrdinateKind.Other && !SameLabel(ours.Label, theirs.Label))
                _warnings.Add($"The y of the sample is {theirs.Title}, that of the baseline {ours.Title}: compared as they stand.");
            return sample;
        }

        if (IsOpen(ours.Kind == OrdinateKind.Unknown, ours.IsInferred) || IsOpen(theirs.Kind == OrdinateKind.Unknown, theirs.IsInferred))
        {
            _warnings.Add($"y is compared as it stands: {Stated("sample", theirs.Kind == OrdinateKind.Unknown, theirs.IsInferred, theirs.Title)}, "
                + $"{Stated("baseline", ours.Kind == OrdinateKind.Unknown, ours.IsInferred, ours.Title)}.");
            return sample;
        }

        var canConvert = OrdinateConversion.CanConvert(theirs.Kind, ours.Kind);
        if (canConvert && (ours.IsScaleInferred || theirs.IsScaleInferred))
        {
            _warnings.Add($"The {(theirs.IsScaleInferred ? "sample" : "baseline")} does not say whether its y is a fraction or in percent: "
                + $"it is taken as {(theirs.IsScaleInferred ? theirs : ours).Title} by its numbers. State -Ordinate where that is wrong.");
        }

        if (canConvert)
            return Keep(OrdinateConversion.Convert(sample, ours.Kind));

        throw new SpectralException(
            "OrdinateMismatch", SpectralErrorCategory.InvalidData,
            $"The y of the sample is {theirs.Title}, that of the baseline {ours.Title}: they cannot be compared.",
            "Use a baseline of the same quantity, or state it with -Ordinate where a file states it wrongly.");
    }

    private static bool IsOpen(bool unknown, bool inferred) => unknown || inferred;

    private static string Stated(string whose, bool unknown, bool inferred, string title) =>
        unknown ? $"the {whose} does not say what it is"
        : inferred ? $"the {whose} does not say what it is and looks like {title}"
        : $"the {whose} has {title}";

    private static bool SameLabel(string? a, string? b) => string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsWavenumberForRamanShift(SpectralAxis a, SpectralAxis b) =>
        (a.Unit, b.Unit) is (AxisUnit.Wavenumber, AxisUnit.RamanShift) or (AxisUnit.RamanShift, AxisUnit.Wavenumber);

    private bool Meet(Spectrum sample) => sample.XMin < baseline.XMax && baseline.XMin < sample.XMax;

    private Spectrum Keep(ConvertedSpectrum converted)
    {
        if (converted.Applied is not null)
            _conversions.Add(converted.Applied);
        _warnings.AddRange(converted.Warnings);
        return converted.Spectrum;
    }
}
