using System.Text;
using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Agilent;

/// <summary>Agilent (Varian) Cary WinUV DSW, BSW, BSK and CSW: a chain of stores, of which some hold a spectrum each.</summary>
/// <remarks>After the description of OpenReadout and the public reader of Igor Pro for Cary files.</remarks>
internal sealed partial class CaryFormat() : SpectrumFormat(new("Agilent Cary", ".dsw", ".bsw", ".bsk", ".csw")
{
    Signature = [0x11, .. "Varian UV-VIS-NIR"u8],
    Evidence = "The file names itself one of Varian UV-VIS-NIR instruments and states its own layout.",
    Advice = "Save it as CSV in Cary WinUV.",
})
{
    private const int FirstStore = 0x3E;
    private const int SpectrumHeader = 1028;
    private const int Version = 149;
    private const int LongestText = 4096;
    private const int Tail = 4;

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        for (long at = FirstStore; at + Tail < file.Length;)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            long length = file.U32(at);
            if (length is < 1 or > 64)
                throw Damaged(reading, at);
            var name = file.Text(at + 4, (int)length);
            long size = file.U32(at + 4 + length), header = at + 4 + length + 4;
            if (size <= header - at)
                throw Damaged(reading, at);
            _ = file.Span(at, size);
            if (name is "TContinuumStore" or "TBaselineStore")
                ReadStore(reading, file, header, at + size);
            at += size;
        }

        if (reading.Count == 0)
            throw reading.NoData("The Agilent Cary file has no spectrum with points.");
    }

    private static SpectralException Damaged(FormatReading reading, long at) => reading.Damaged(
        SpectralErrorIds.InvalidHeader, Invariant($"The Agilent Cary file is damaged at byte {at}, where a store should begin."));

    private static void ReadStore(FormatReading reading, ByteReader file, long header, long end)
    {
        if (file.U32(header + 4) != Version)
            throw reading.NotSupported(Invariant(
                $"Spectra of version {file.U32(header + 4)} of Agilent Cary are not known here."));
        long count = file.U32(header + 24), pairs = header + SpectrumHeader;
        if (count == 0)
            return;
        if (pairs + 8 * count > end)
        {
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch,
                Invariant($"The Agilent Cary file states {count} points of a spectrum, and has no room for them."));
        }

        var both = file.F32s(pairs, (int)(2 * count));
        var x = Enumerable.Range(0, (int)count).Select(i => both[2 * i]).ToArray();
        var y = Enumerable.Range(0, (int)count).Select(i => both[2 * i + 1]).ToArray();
        if (x.Min() == file.F32(header + 8) && x.Max() == file.F32(header + 12)
            && y.Min() == file.F32(header + 16) && y.Max() == file.F32(header + 20))
            reading.Checks.Pass("The extremes of x and y are the stated ones.");
        else
            reading.Checks.Fail(SpectralIssueIds.ExtremesMismatch,
                "The extremes of x or y of a spectrum are not the stated ones.");
        var texts = Texts(file, pairs + 8 * count, end);
        var metadata = Metadata(texts);
        var xMode = metadata.GetValueOrDefault("X Mode");
        if (xMode is null)
            reading.Checks.Assume("The file does not name the mode of x; it is taken for wavelengths in nm.", 0.05);
        var yMode = metadata.GetValueOrDefault("Y Mode") ?? metadata.GetValueOrDefault("Ordinate mode");
        reading.RequireCount(reading.Count + 1);
        reading.Add(new SpectrumDraft(x, y)
        {
            Series = texts.FirstOrDefault() is { Length: > 0 } name ? name : null,
            Axis = UnitWords.ToAxis(xMode ?? "nm", isRaman: false),
            Ordinate = UnitWords.ToOrdinate(yMode),
            Metadata = metadata,
        });
    }

    // the name, then notes and parameters, each with its length before it, up to what is no text
    private static List<string> Texts(ByteReader file, long at, long end)
    {
        var texts = new List<string>();
        while (at + 4 <= end && file.U32(at) is var length and <= LongestText && at + 4 + length <= end)
        {
            var text = Encoding.Latin1.GetString(file.Span(at + 4, length));
            if (text.TrimEnd('\0').Any(c => c < ' ' && c is not ('\t' or '\r' or '\n')))
                break;
            texts.Add(text.TrimEnd('\0', ' '));
            at += 4 + length;
        }

        return texts;
    }

    private static IReadOnlyDictionary<string, string> Metadata(List<string> texts)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Name", texts.FirstOrDefault());
        foreach (var text in texts.Skip(1))
        {
            var parts = Gap().Split(text.Trim());
            if (parts.Length >= 2)
                metadata.Add(parts[0], string.Join(' ', parts.Skip(1)));
            else if (text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                metadata.Add(text[..colon], text[(colon + 1)..]);
        }

        return metadata.Entries;
    }

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
