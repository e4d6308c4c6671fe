using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.AndorSif;

/// <summary>Andor SIF of Solis: a header of lines, then 32-bit numbers, frame after frame.</summary>
/// <remarks>
/// After the public reader sif_parser. The lines before the data differ from version to version; the line that names the axes
/// states the layout of the data in all of them.
/// </remarks>
internal sealed partial class SifFormat() : SpectrumFormat(new("Andor SIF", ".sif")
{
    Signature = "Andor Technology Multi-Channel File\n"u8.ToArray(),
    Evidence = "The file names itself a multi-channel file of Andor and states its own layout.",
    Advice = "Export it as text (ASCII) in Solis.",
})
{
    private const int FirstVersionWithFlag = 65560;
    private const int Reach = 1 << 20;

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var header = Encoding.Latin1.GetString(file.Span(0, Math.Min(file.Length, Reach)));
        var axes = Axes().Match(header);
        if (!axes.Success)
        {
            throw reading.NotSupported(
                "The Andor SIF file does not name its axes in a known way: it may be a time series or "
                + "a spooled file without data.");
        }

        // left, top, right and bottom of the detector, then frames, areas a frame, values, values a frame
        var stated = axes.Groups["n"].Captures.Select(capture => SifTrack.Whole(reading, capture.Value)).ToArray();
        long frames = stated[4], areas = stated[5], total = stated[6], each = stated[7];
        if (frames < 1 || areas < 1 || each < 1 || frames * each != total || total > file.Length / 4)
        {
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch, Invariant(
                $"The Andor SIF file states {frames} frames of {each} values and {total} in all, in {file.Length} bytes."));
        }

        var at = axes.Index + axes.Length;
        var tracks = Enumerable.Range(0, (int)Math.Min(areas, total))
            .Select(_ => SifTrack.Parse(reading, NextLine(header, ref at), each)).ToList();
        if (tracks.Sum(track => track.Width * track.Height) != each)
        {
            throw reading.Damaged(SpectralErrorIds.LayoutMismatch,
                Invariant($"The areas of the Andor SIF file do not have the stated {each} values a frame."));
        }

        reading.RequireCount(frames * tracks.Sum(track => track.Height));
        for (var i = 0; i < frames; i++)
            _ = SifTrack.Whole(reading, NextLine(header, ref at));
        SkipFlag(reading, header, ref at, frames);
        _ = file.Span(at, 4 * total);
        reading.Checks.Pass("Frames, areas and number of values agree.");
        var scale = SifScale.Read(header[..axes.Groups["length"].Index], axes.Groups["axis"].Value, reading.Checks);
        var ordinate = Ordinate(axes.Groups["data"].Value);
        var metadata = Metadata(header);
        long place = at;
        for (var frame = 1; frame <= frames; frame++)
        {
            foreach (var (track, number) in tracks.Select((track, i) => (track, i + 1)))
            {
                var x = scale.X(track, frame, reading);
                for (var row = 1; row <= track.Height; row++, place += 4 * track.Width)
                {
                    string?[] parts = [frames > 1 ? $"Frame {frame}" : null, areas > 1 ? $"Track {number}" : null,
                        track.Height > 1 ? $"Row {row}" : null];
                    reading.Add(new SpectrumDraft((double[])x.Clone(), file.F32s(place, (int)track.Width))
                    {
                        Series = string.Join(", ", parts.OfType<string>()) is { Length: > 0 } name ? name : null,
                        Axis = scale.Axis,
                        Ordinate = ordinate,
                        Metadata = metadata,
                    });
                }
            }
        }
    }

    // newer versions have a line with 0, or with 1 and then a number for each frame
    private static void SkipFlag(FormatReading reading, string header, ref int at, long frames)
    {
        var version = SifTrack.Words(header.Split('\n', 4).ElementAtOrDefault(2)).FirstOrDefault();
        if (SifTrack.Whole(reading, version) < FirstVersionWithFlag || at + 1 >= header.Length || header[at + 1] != '\n')
            return;
        var flag = header[at];
        if (flag is '0' or '1')
            at += 2;
        for (var i = 0; flag == '1' && i < frames; i++)
            _ = SifTrack.Whole(reading, NextLine(header, ref at));
    }

    private static string NextLine(string header, ref int at)
    {
        var end = header.IndexOf('\n', Math.Min(at, header.Length));
        var line = end < 0 ? "" : header[at..end];
        at = end < 0 ? header.Length : end + 1;
        return line;
    }

    // Solis shows counts, with what was done to them in words
    private static SpectralOrdinate Ordinate(string name) =>
        name.StartsWith("Counts", StringComparison.Ordinal) ? new SpectralOrdinate(OrdinateKind.Intensity, name)
        : UnitWords.ToOrdinate(name);

    private static IReadOnlyDictionary<string, string> Metadata(string header)
    {
        var metadata = new StatedMetadata();
        var lines = header.Split('\n', 7);
        var words = lines.ElementAtOrDefault(2)?.Split(' ') ?? [];
        if (long.TryParse(words.ElementAtOrDefault(4), CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and < uint.MaxValue)
        {
            metadata.Add("Date",
                DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        metadata.Add("Detector temperature (°C)", XmlSource.Number(words.ElementAtOrDefault(5)) ?? double.NaN);
        metadata.Add("Exposure (s)", XmlSource.Number(words.ElementAtOrDefault(12)) ?? double.NaN);
        metadata.Add("Accumulations", XmlSource.Number(words.ElementAtOrDefault(15)) ?? double.NaN);
        metadata.Add("Detector", lines.ElementAtOrDefault(3));
        return metadata.Entries;
    }

    // three texts with their lengths before them, then numbers without a blank
    [GeneratedRegex(@"\n(?<length>\d+)\n(?<axis>[^\n]+?)\d+\n(?<data>[^\n]+?)12\nPixel number655\d\d(?: (?<n>-?\d+)){8}\n",
        RegexOptions.CultureInvariant)]
    private static partial Regex Axes();
}
