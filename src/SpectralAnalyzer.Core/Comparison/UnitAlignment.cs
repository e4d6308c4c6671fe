using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Brings a sample to the baseline's units. Only what both files state is converted: a unit that is merely supposed from the
/// numbers counts as unknown as soon as it disagrees, and an unknown unit is compared as it stands, with a warning.
/// </summary>
/// <param name="baseline">The baseline.</param>
/// <param name="laser">The laser's wavelength in nm, or null.</param>
/// <param name="isPerUnit">Whether intensities are per unit of x and are converted with it.</param>
internal sealed class UnitAlignment(Spectrum baseline, double? laser, bool isPerUnit = false)
{
    private readonly List<AppliedConversion> _conversions = [];
    private readonly List<string> _warnings = [];

    /// <summary>The conversions that were made.</summary>
    public List<AppliedConversion> Conversions => _conversions;

    /// <summary>What has to be told.</summary>
    public List<string> Warnings => _warnings;

    /// <summary>Converts the sample where it has to be.</summary>
    /// <exception cref="SpectralException"><c>AxisMismatch</c>, <c>OrdinateMismatch</c>, and those of the
    /// conversions.</exception>
    public Spectrum Align(Spectrum sample) => AlignOrdinate(AlignAxis(sample));

    private Spectrum AlignAxis(Spectrum sample)
    {
        SpectralAxis ours = baseline.Axis, theirs = sample.Axis;
        if (ours.Unit == theirs.Unit && ours.Unit == AxisUnit.Other && ours.Symbol != theirs.Symbol
            && LabeledUnits.Find(ours) is not null && LabeledUnits.Find(theirs) is not null
            && AxisConversion.CanConvert(theirs, ours, laser is not null))
            return Keep(AxisConversion.Convert(sample, ours, laser));
        if (ours.Unit == theirs.Unit)
        {
            if (ours.Unit == AxisUnit.Other && StatedQuantity.AreDifferent(ours.Label, theirs.Label))
                throw Mismatch(ours, theirs, "Use a baseline of the same x quantity.");
            if (ours.Unit == AxisUnit.Other && ours.Title != theirs.Title && !SameLabel(ours.Label, theirs.Label))
                _warnings.Add(
                    $"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: compared as they stand.");
            if (ours.Energy != theirs.Energy)
                AlignEnergy(ours, theirs);
            return sample;
        }

        if (IsOpen(ours.Unit == AxisUnit.Unknown, ours.IsInferred) || IsOpen(theirs.Unit == AxisUnit.Unknown, theirs.IsInferred))
        {
            RefuseSupposed(ours, theirs);
            _warnings.Add(
                $"x is compared as it stands: "
                + $"{Stated("sample", theirs.Unit == AxisUnit.Unknown, theirs.IsInferred, theirs.Title)}, "
                + $"{Stated("baseline", ours.Unit == AxisUnit.Unknown, ours.IsInferred, ours.Title)}.");
            return sample;
        }

        if (laser is null && IsWavenumberForRamanShift(ours, theirs) && Meet(sample))
        {
            _warnings.Add($"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: compared as they stand, "
                + "since many programs write wavenumber over a Raman shift and the numbers meet. "
                + "State -LaserWavelength where the wavenumbers are absolute.");
            return sample;
        }

        if (AxisConversion.CanConvert(theirs, ours, laser is not null))
        {
            if (isPerUnit && !IsRatio(sample.Ordinate.Kind))
            {
                sample = Keep(AxisConversion.ConvertPerUnit(sample, ours.Unit, laser));
            }
            else if (sample.Ordinate.Kind == OrdinateKind.Intensity && IsWavelength(ours.Unit) != IsWavelength(theirs.Unit))
            {
                _warnings.Add(
                    $"The intensities are compared as they stand. An intensity per unit of {theirs.Title} becomes one per unit "
                    + $"of {ours.Title} only with the factor dx/dx' (Jacobian), which changes along the axis: "
                    + "-ApplyJacobian applies it.");
            }

            return Keep(AxisConversion.Convert(sample, ours, laser));
        }

        throw Mismatch(
            ours, theirs,
            AxisConversion.CanConvert(theirs, ours, laserIsKnown: true)
                ? "State the laser's wavelength in nm with -LaserWavelength, so that one can be converted into the other."
                : "Use a baseline of the same x quantity, or state the unit where a file states it wrongly: "
                    + "-XUnit for the samples, -BaselineXUnit for it.");
    }

    // a unit that is supposed from the numbers is more than nothing where the other file states another quantity
    private static void RefuseSupposed(SpectralAxis ours, SpectralAxis theirs)
    {
        var isStated = ours.IsInferred ? !theirs.IsInferred : theirs.IsInferred;
        if (!isStated || ours.Unit == AxisUnit.Unknown || theirs.Unit == AxisUnit.Unknown
            || IsWavenumberForRamanShift(ours, theirs)
            || (ours.Unit == AxisUnit.DegreeTwoTheta && StatedQuantity.IsAngle(theirs.Label))
            || (theirs.Unit == AxisUnit.DegreeTwoTheta && StatedQuantity.IsAngle(ours.Label)))
            return;
        var (whose, supposed, parameter, other, stated) = theirs.IsInferred
            ? ("sample", theirs, "-XUnit", "baseline", ours)
            : ("baseline", ours, "-BaselineXUnit", "sample", theirs);
        throw new SpectralException(
            SpectralErrorIds.AxisMismatch, SpectralErrorCategory.InvalidData,
            $"The {whose} does not state its x unit, which looks like {supposed.Title}; that of the {other} is {stated.Title}.",
            $"State the unit of the {whose} with {parameter}.");
    }

    private static SpectralException Mismatch(SpectralAxis ours, SpectralAxis theirs, string advice) => new(
        SpectralErrorIds.AxisMismatch, SpectralErrorCategory.InvalidData,
        $"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: they cannot be compared.", advice);

    // one is the energy of the source less the other: the bands of one stand where the other has none
    private void AlignEnergy(SpectralAxis ours, SpectralAxis theirs)
    {
        if (ours.Energy != EnergyKind.Photon && theirs.Energy != EnergyKind.Photon)
        {
            throw Mismatch(ours, theirs, "Use a baseline of the same x quantity, or export both as binding energy.");
        }

        _warnings.Add($"The x of the sample is {theirs.Title}, that of the baseline {ours.Title}: compared as they stand.");
    }

    private Spectrum AlignOrdinate(Spectrum sample)
    {
        OrdinateLabel ourScale = OrdinateLabel.Parse(baseline.Ordinate), theirScale = OrdinateLabel.Parse(sample.Ordinate);
        if (ourScale.Quantity != theirScale.Quantity && IsStated(baseline.Ordinate) && IsStated(sample.Ordinate))
            throw OrdinateMismatch(baseline.Ordinate, sample.Ordinate);
        if (ourScale.Quantity != theirScale.Quantity && ourScale.Kind == theirScale.Kind)
        {
            _warnings.Add($"The y of the sample is {Named(sample.Ordinate)}, "
                + $"that of the baseline {Named(baseline.Ordinate)}: compared as they stand.");
        }

        if (ourScale.Factor == theirScale.Factor)
            return AlignKind(sample, baseline.Ordinate);
        if (theirScale.Factor != 1)
            sample = Rescale(sample, theirScale.Factor, new SpectralOrdinate(OrdinateKind.Absorbance));
        if (ourScale.Factor == 1)
            return AlignKind(sample, baseline.Ordinate);
        sample = AlignKind(sample, new SpectralOrdinate(OrdinateKind.Absorbance));
        return sample.Ordinate.Kind == OrdinateKind.Absorbance ? Rescale(sample, 1 / ourScale.Factor, baseline.Ordinate) : sample;
    }

    private Spectrum Rescale(Spectrum sample, double factor, SpectralOrdinate to)
    {
        var from = sample.Ordinate.Label is { Length: > 0 } label ? label : sample.Ordinate.Title;
        var target = to.Label is { Length: > 0 } name ? name : to.Title;
        _conversions.Add(new AppliedConversion("y", from, target, FormattableString.Invariant($"y = {factor:G6} × y")));
        return sample.WithOrdinates(Array.ConvertAll(sample.Ordinates.ToArray(), y => factor * y), to);
    }

    private Spectrum AlignKind(Spectrum sample, SpectralOrdinate ours)
    {
        var theirs = sample.Ordinate;
        ours = WithStatedUnit(ours);
        theirs = WithStatedUnit(theirs);
        if (LabeledUnits.IsLogReflectance(ours) != LabeledUnits.IsLogReflectance(theirs)
            && OrdinateConversion.CanConvert(theirs, ours))
            return Keep(OrdinateConversion.Convert(sample, ours));
        if (ours.Kind == theirs.Kind)
        {
            if (ours.Kind == OrdinateKind.Other && StatedQuantity.HaveOtherUnits(ours.Label, theirs.Label))
                throw OrdinateMismatch(ours, theirs);
            if (ours.Kind == OrdinateKind.Other && ours.Title != theirs.Title && !SameLabel(ours.Label, theirs.Label))
                _warnings.Add(
                    $"The y of the sample is {theirs.Title}, that of the baseline {ours.Title}: compared as they stand.");
            return sample;
        }

        if (IsOpen(ours.Kind == OrdinateKind.Unknown, ours.IsInferred)
            || IsOpen(theirs.Kind == OrdinateKind.Unknown, theirs.IsInferred))
        {
            _warnings.Add(
                $"y is compared as it stands: "
                + $"{Stated("sample", theirs.Kind == OrdinateKind.Unknown, theirs.IsInferred, theirs.Title)}, "
                + $"{Stated("baseline", ours.Kind == OrdinateKind.Unknown, ours.IsInferred, ours.Title)}.");
            return sample;
        }

        var canConvert = OrdinateConversion.CanConvert(theirs.Kind, ours.Kind);
        if (canConvert && (ours.IsScaleInferred || theirs.IsScaleInferred))
        {
            _warnings.Add(
                $"The {(theirs.IsScaleInferred ? "sample" : "baseline")} does not say whether its y is a fraction or in percent: "
                + $"it is taken as {(theirs.IsScaleInferred ? theirs : ours).Title} by its numbers. State "
                + $"-Ordinate, or -BaselineOrdinate, where that is wrong.");
        }

        if (canConvert)
            return Keep(OrdinateConversion.Convert(sample, ours.Kind));

        throw OrdinateMismatch(ours, theirs);
    }

    // HT [V] states a quantity, though none that is known here
    private static SpectralOrdinate WithStatedUnit(SpectralOrdinate ordinate) =>
        ordinate.Kind == OrdinateKind.Unknown && StatedQuantity.UnitOf(ordinate.Label) is not null
            ? ordinate with { Kind = OrdinateKind.Other }
            : ordinate;

    private static SpectralException OrdinateMismatch(SpectralOrdinate ours, SpectralOrdinate theirs) => new(
        SpectralErrorIds.OrdinateMismatch, SpectralErrorCategory.InvalidData,
        $"The y of the sample is {Named(theirs)}, that of the baseline {Named(ours)}: they cannot be compared.",
        "Use a baseline of the same quantity, or state it where a file states it wrongly: "
            + "-Ordinate for the samples, -BaselineOrdinate for it.");

    private static string Named(SpectralOrdinate ordinate) =>
        ordinate.Label is { Length: > 0 } label && !label.Equals(ordinate.Title, StringComparison.OrdinalIgnoreCase)
            ? $"{ordinate.Title} ('{label}')"
            : ordinate.Title;

    // an intensity without a label may be any
    private static bool IsStated(SpectralOrdinate ordinate) => ordinate.Kind != OrdinateKind.Unknown && !ordinate.IsInferred
        && (ordinate.Kind != OrdinateKind.Intensity || !string.IsNullOrWhiteSpace(ordinate.Label));

    private static bool IsRatio(OrdinateKind kind) =>
        kind is OrdinateKind.Absorbance or OrdinateKind.KubelkaMunk || CurvePeaks.PointDown(kind);

    private static bool IsOpen(bool unknown, bool inferred) => unknown || inferred;

    private static string Stated(string whose, bool unknown, bool inferred, string title) =>
        unknown ? $"the {whose} does not say what it is"
        : inferred ? $"the {whose} does not say what it is and looks like {title}"
        : $"the {whose} has {title}";

    private static bool IsWavelength(AxisUnit unit) => unit is AxisUnit.Nanometer or AxisUnit.Micrometer;

    private static bool SameLabel(string? a, string? b) =>
        string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);

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
