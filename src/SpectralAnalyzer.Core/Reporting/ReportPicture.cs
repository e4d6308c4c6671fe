using System.Globalization;
using System.Text;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Creates the pictures of a report: thumbnails of graphs, or the difference as a line.</summary>
internal static class ReportPicture
{
    private const int Width = 264;
    private const int LineWidth = 132;
    private const int LineHeight = 40;

    /// <summary>Returns a thumbnail of a graph as a data URI, or null if it cannot be decoded.</summary>
    internal static string? Small(string path)
    {
        using var whole = SKBitmap.Decode(path);
        if (whole is null || whole.Width == 0)
            return null;
        var height = Math.Max(1, (int)Math.Round(whole.Height * (double)Width / whole.Width));
        using var small = whole.Resize(
            new SKImageInfo(Width, height, SKColorType.Rgb888x, SKAlphaType.Opaque),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        if (small is null)
            return null;
        Darken(small);
        using var encoded = small.Encode(SKEncodedImageFormat.Webp, 62);
        return "data:image/webp;base64," + Convert.ToBase64String(encoded.Span);
    }

    // scaling down makes thin lines pale
    private static void Darken(SKBitmap bitmap)
    {
        foreach (ref var value in bitmap.GetPixelSpan())
            value = (byte)Math.Max(0, 255 - ((255 - value) * 9 / 4));
    }

    /// <summary>Returns a difference spectrum as a line in SVG, or null if there is none.</summary>
    internal static HtmlMarkup? Line(Spectrum? difference, string label)
    {
        if (difference is null)
            return null;
        var y = difference.Ordinates.Span;
        var largest = 0.0;
        foreach (var value in y)
            largest = double.IsFinite(value) ? Math.Max(largest, Math.Abs(value)) : largest;
        var path = new StringBuilder();
        var falls = difference.Axis.Unit == AxisUnit.Wavenumber;
        for (var column = 0; column < LineWidth; column++)
        {
            int from = (int)((long)y.Length * column / LineWidth), to = (int)((long)y.Length * (column + 1) / LineWidth);
            double low = double.PositiveInfinity, high = double.NegativeInfinity;
            for (var i = from; i < Math.Max(to, from + 1) && i < y.Length; i++)
            {
                var value = y[falls ? y.Length - 1 - i : i];
                if (!double.IsFinite(value))
                    continue;
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }

            if (low > high)
                continue;
            path.Append(path.Length == 0 ? 'M' : 'L').Append(column).Append(' ').Append(At(high));
            if (low < high)
                path.Append('L').Append(column).Append(' ').Append(At(low));
        }

        return new HtmlMarkup(
            $"<svg class=\"line\" viewBox=\"0 0 {LineWidth} {LineHeight}\" role=\"img\" "
            + $"aria-label=\"{HtmlText.Escape(label)}\">"
            + $"<path class=\"zero\" d=\"M0 {LineHeight / 2}H{LineWidth}\"/><path d=\"{path}\"/></svg>");

        string At(double value)
        {
            var height = largest == 0 ? 0 : value / largest * (LineHeight - 4) / 2;
            return ((LineHeight / 2) - height).ToString("0.#", CultureInfo.InvariantCulture);
        }
    }
}
