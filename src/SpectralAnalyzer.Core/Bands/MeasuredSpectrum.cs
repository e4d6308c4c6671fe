using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Bands;

/// <summary>A spectrum that bands are measured in.</summary>
internal sealed class MeasuredSpectrum
{
    private const int FewPoints = 3;

    private readonly BandCurve _curve;
    private readonly bool _pointsDown;
    private readonly string _quantity;
    private readonly string _yUnit;
    private readonly string _xUnit;

    private MeasuredSpectrum(Curve curve, Spectrum described, bool pointsDown)
    {
        _xUnit = described.Axis.Symbol;
        _curve = new BandCurve(curve, _xUnit);
        _pointsDown = pointsDown;
        _quantity = described.Ordinate.Title;
        _yUnit = described.Ordinate.Kind == OrdinateKind.Unknown ? "" : _quantity;
    }

    internal static MeasuredSpectrum From(Spectrum spectrum)
    {
        var curve = Curve.From(spectrum);
        return new(curve, spectrum, PointsDown(curve, spectrum));
    }

    internal static MeasuredSpectrum? FromDifference(Spectrum sample, Spectrum baseline, ResamplingMethod resampling)
    {
        var curve = Curve.From(baseline);
        return DifferenceSpectrum.Create(sample, curve, resampling) is { } difference
            ? new(Curve.From(difference), baseline, PointsDown(curve, baseline))
            : null;
    }

    /// <summary>Measures a band that is no ratio.</summary>
    internal BandValue Measure(SpectralBand band)
    {
        if (band.Position is { } position)
            return MeasureAt(band, position);
        var part = _curve.Part(band.Range!.Value, band.Base, out var missing);
        if (part is null)
            return NotDefined(band, missing!);
        if (_pointsDown && band.Measure != BandMeasure.Area)
            return NotDefined(band, $"Bands point down in {_quantity}: measure the spectrum as absorbance.");
        var few = part.PointCount < FewPoints
            ? FormattableString.Invariant($"Only {part.PointCount} points are in the range.")
            : null;
        return band.Measure switch
        {
            BandMeasure.Height => FromShape(band, part.Height(), few),
            BandMeasure.Area => FromShape(band, part.Area(), JoinNotes(few, DownNote())),
            BandMeasure.Centroid => FromShape(band, part.Centroid(), few),
            BandMeasure.Width => FromShape(band, part.Width(_xUnit), few),
            _ => throw new ArgumentOutOfRangeException(nameof(band), band.Measure, "It is measured of two bands."),
        };
    }

    private BandValue MeasureAt(SpectralBand band, double position)
    {
        var value = _curve.ValueAt(position, out var missing);
        if (missing is not null)
            return NotDefined(band, missing);
        var baseValue = _curve.BaseAt(band.Base, position, out missing);
        return missing is not null
            ? NotDefined(band, missing)
            : new BandValue(band.Name, band.Measure, value - baseValue, position, UnitOf(band.Measure), DownNote());
    }

    private BandValue FromShape(SpectralBand band, BandShape shape, string? note) => new(
        band.Name, band.Measure, shape.Value, shape.Position, UnitOf(band.Measure), JoinNotes(shape.Note, note));

    private BandValue NotDefined(SpectralBand band, string note) =>
        new(band.Name, band.Measure, double.NaN, double.NaN, UnitOf(band.Measure), note);

    private string UnitOf(BandMeasure measure) => measure switch
    {
        BandMeasure.Height => _yUnit,
        BandMeasure.Area => $"{(_yUnit.Length == 0 ? "y" : _yUnit)} · {(_xUnit.Length == 0 ? "x" : _xUnit)}",
        _ => _xUnit,
    };

    private string? DownNote() => _pointsDown ? $"Bands point down in {_quantity}." : null;

    private static string? JoinNotes(string? first, string? second) =>
        first is null ? second : second is null ? first : $"{first} {second}";

    private static bool PointsDown(Curve curve, Spectrum spectrum) =>
        CurvePeaks.PointDown(BandDirection.Shape(curve.Y, spectrum.Ordinate.Kind));
}
