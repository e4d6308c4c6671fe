using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>
/// Draws the graphs of a page: as SVG, with the points that the page shows the values of. Text of a file is text in it, and the
/// page shows it as an image, which runs nothing.
/// </summary>
internal sealed class ReportDrawing : IDisposable
{
    // a screen has no room for more
    private const int MostPoints = 600;

    private readonly FigureRenderer _renderer = new(new FigureOptions());

    /// <summary>Draws a comparison; returns it as the page unpacks it: JSON, compressed, in Base64.</summary>
    internal string Draw(SpectralComparison comparison, CancellationToken cancellationToken)
    {
        using var svg = new MemoryStream();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var json = new Utf8JsonWriter(gzip))
        {
            json.WriteStartObject();
            _renderer.Render(
                ComparisonFigure.Create(comparison.Reference!, comparison.Sample!, comparison),
                (page, _, stream, token) =>
                {
                    SvgWriter.Write(page, stream, token);
                    WriteCurves(json, page);
                },
                svg,
                cancellationToken);
            json.WriteString("svg", svg.GetBuffer().AsSpan(0, (int)svg.Length).TrimStart("\uFEFF"u8));
            json.WriteEndObject();
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    public void Dispose() => _renderer.Dispose();

    // of each curve its points, and how they are mapped to places
    private static void WriteCurves(Utf8JsonWriter json, FigurePage page)
    {
        json.WriteNumber("width", page.Options.Width * 72);
        json.WriteNumber("height", page.Options.Height * 72);
        json.WriteString("unit", page.Curves[0].Spectrum?.Axis.Symbol ?? "");
        json.WriteStartArray("curves");
        foreach (var curve in page.Curves.Where(c => c.Spectrum is not null))
        {
            var (place, map) = (curve.Panel.Place, curve.Panel.Map);
            double x0 = map.XMin, x1 = map.XMax, y0 = map.Y(0), scale = (map.X(x1) - map.X(x0)) / (x1 - x0);
            json.WriteStartObject();
            Write(json, "panel", [place.Left, place.Top, place.Right, place.Bottom]);
            Write(json, "map", [scale, map.X(x0) - (x0 * scale), map.Y(1) - y0, y0]);
            var kept = Thin(curve.Spectrum!.Ordinates.Span);
            Write(json, "x", Pick(curve.Spectrum.Abscissae.Span, kept));
            Write(json, "y", Pick(curve.Spectrum.Ordinates.Span, kept));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // of very many points, the least and the greatest of each group: no peak is lost
    private static List<int> Thin(ReadOnlySpan<double> y)
    {
        var kept = new List<int>(Math.Min(y.Length, MostPoints + 2));
        var size = y.Length <= MostPoints ? 1 : (int)Math.Ceiling(2.0 * y.Length / MostPoints);
        for (var start = 0; start < y.Length; start += size)
        {
            int least = start, greatest = start;
            for (var i = start; i < Math.Min(start + size, y.Length); i++)
            {
                least = y[i] < y[least] ? i : least;
                greatest = y[i] > y[greatest] ? i : greatest;
            }

            kept.Add(Math.Min(least, greatest));
            if (least != greatest)
                kept.Add(Math.Max(least, greatest));
        }

        return kept;
    }

    private static double[] Pick(ReadOnlySpan<double> values, List<int> kept)
    {
        var picked = new double[kept.Count];
        for (var i = 0; i < picked.Length; i++)
            picked[i] = values[kept[i]];
        return picked;
    }

    private static void Write(Utf8JsonWriter json, string name, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
                json.WriteRawValue(value.ToString("G8", CultureInfo.InvariantCulture));
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }
}
