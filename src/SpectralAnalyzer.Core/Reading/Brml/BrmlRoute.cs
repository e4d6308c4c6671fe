using System.Globalization;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.Brml;

/// <summary>A scan of a BRML file: rows of numbers, and views that say which of them are what.</summary>
internal static class BrmlRoute
{
    /// <summary>The spectra of a scan, one for each detector; none where it has no rows.</summary>
    /// <exception cref="SpectralException">The rows are not as the views say.</exception>
    public static IEnumerable<SpectrumDraft> Read(XElement route, string name, ReadingChecks checks)
    {
        var rows = route.Children("Datum").Select(datum => NumberList.Read(datum.Value, $"rows of {name}")).ToArray();
        if (rows.Length == 0)
            return [];
        var width = rows[0].Length;
        if (rows.Any(row => row.Length != width))
            throw Refused(SpectralErrorIds.LayoutMismatch, $"the rows of {name} do not have the same number of values");
        var scan = route.Child("ScanInformation");
        var axes = scan?.Below("ScanAxisInfo").ToArray() ?? [];
        var views = route.Below("RawDataView").ToArray();
        var x = Place(views, "VaryingRawDataView", out _)
            ?? throw Refused(SpectralErrorIds.MissingX, $"it is not stated which value of {name} is the position");
        var y = Place(views, "RecordedRawDataView", out var counters)
            ?? throw Refused(SpectralErrorIds.MissingParameters, $"it is not stated which value of {name} is the count");
        if (x >= width || y + counters > width)
            throw Refused(SpectralErrorIds.LayoutMismatch,
                Invariant($"the rows of {name} have {width} values, and the views name more"));
        var positions = Array.ConvertAll(rows, row => row[x]);
        Check(name, positions, scan, axes.FirstOrDefault(), checks);
        Attenuation(name, rows, views, checks);
        var axis = Axis(axes.FirstOrDefault());
        return Enumerable.Range(0, counters)
            .Select(i => new SpectrumDraft([.. positions], Array.ConvertAll(rows, row => row[y + i]))
            {
                Series = counters == 1 ? name : Invariant($"{name}, detector {i + 1}"),
                Axis = axis,
                Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
            });
    }

    private static int? Place(XElement[] views, string kind, out int length)
    {
        length = 0;
        return views.FirstOrDefault(view => view.AttributeOf("type") == kind) is { } found
            && int.TryParse(found.AttributeOf("Start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(found.AttributeOf("Length"), NumberStyles.None, CultureInfo.InvariantCulture, out length)
                && length is > 0 and < 1000 && start < 100_000
            ? start
            : null;
    }

    private static void Check(string name, double[] x, XElement? scan, XElement? axis, ReadingChecks checks)
    {
        if (scan?.Child("MeasurementPoints").Number() is { } stated)
        {
            if (stated == x.Length)
                checks.Pass($"{name} has as many rows as stated.");
            else
                checks.Fail(SpectralIssueIds.PointCountMismatch,
                    Invariant($"{name} has {x.Length} points, and {stated} are stated: it may not have been finished."),
                    atMost: 0.85);
        }

        if (axis?.Child("Increment").Number() is not { } step || axis?.Child("Start").Number() is not { } first)
            return;
        var worst = 0.0;
        for (var i = 0; i < x.Length; i++)
            worst = Math.Max(worst, Math.Abs(x[i] - first - i * step));
        if (worst <= Math.Abs(step))
            checks.Pass($"The positions of {name} are those of the stated start and step.");
        else
            checks.Fail(SpectralIssueIds.StepMismatch,
                Invariant(
                $"The positions of {name} differ by up to {worst:G4} from the stated start and step; the positions are used."),
                atMost: 0.92);
    }

    private static void Attenuation(string name, double[][] rows, XElement[] views, ReadingChecks checks)
    {
        var view = views.FirstOrDefault(v => v.AttributeOf("LogicName") == "AbsorptionFactor");
        if (XmlSource.Number(view?.AttributeOf("Start")) is >= 0 and var place && place < rows[0].Length
            && rows.Any(row => row[(int)place] != 1))
        {
            checks.Warn(SpectralIssueIds.Attenuation,
                $"In {name} an absorber was in the beam; the values are read as the file has them, "
                + $"not multiplied by its factor.");
        }
    }

    private static SpectralAxis Axis(XElement? axis)
    {
        if (axis?.AttributeOf("VisibleName") is not { Length: > 0 } name)
            return SpectralAxis.Unknown;
        var unit = axis.AttributeOf("Unit");
        var isTwoTheta = axis.AttributeOf("AxisId") == "TwoTheta" && unit is "°" or "deg";
        return new SpectralAxis(isTwoTheta ? AxisUnit.DegreeTwoTheta : AxisUnit.Other, string.IsNullOrEmpty(unit)
            ? name
            : $"{name} ({unit})");
    }

    private static SpectralException Refused(string id, string why) => new(
        id, SpectralErrorCategory.InvalidData, $"The BRML file cannot be read: {why}.",
            "Export it as XY or text in DIFFRAC.EVA.");
}
