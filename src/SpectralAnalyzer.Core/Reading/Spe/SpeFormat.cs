using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Spe;

/// <summary>
/// Princeton Instruments SPE of WinSpec (2.x) and LightField (3.0): a spectrum a row and frame of the detector.
/// </summary>
/// <remarks>x is taken from the calibration that the file states; a file without one has pixel numbers.</remarks>
internal sealed class SpeFormat() : SpectrumFormat(new("Princeton SPE", ".spe")
{
    Evidence = "The header is that of an SPE file and states its own layout.",
    Advice = "Export the spectra as text (CSV) in LightField or WinSpec.",
})
{
    private const int HeaderSize = 4100;

    public override bool Recognizes(SpectralSource source)
    {
        var bytes = source.Bytes.Span;
        return bytes.Length >= HeaderSize && bytes.Slice(2996, 4).SequenceEqual((ReadOnlySpan<byte>)[0x67, 0x45, 0x23, 0x01])
            && bytes.Slice(4098, 2).SequenceEqual((ReadOnlySpan<byte>)[0x55, 0x55]);
    }

    protected override void ReadSpectra(FormatReading reading)
    {
        var file = reading.OpenBytes();
        var checks = reading.Checks;
        int width = file.U16(42), rows = Math.Max((ushort)1, file.U16(656)), frames = Math.Max(1, file.I32(1446)),
            kind = file.I16(108);
        var type = kind switch
        {
            0 => NumberType.Float32,
            1 => NumberType.Int32,
            2 => NumberType.Int16,
            3 => NumberType.UInt16,
            5 => NumberType.Float64,
            6 => NumberType.UInt8,
            8 => NumberType.UInt32,
            _ => throw Refused(SpectralErrorIds.InvalidHeader,
                Invariant($"its numbers are of a kind ({kind}) that is not known")),
        };
        var size = type.Size();
        if (width == 0)
            throw Refused(SpectralErrorIds.NoData, "it has no pixels");
        var spectra = (long)rows * frames;
        reading.RequireCount(spectra);
        _ = file.Span(HeaderSize, spectra * width * size);

        var footer = file.F32(1992) >= 3 ? SpeFooter.Read(file) : null;
        if (footer is { IsSingleRegion: false })
            throw reading.NotSupported("The SPE file is not read: it has several regions of interest.");
        var (x, axis) = footer is null ? SpeCalibration.Of(file, width, checks) : footer.Abscissae(width, checks);
        // each frame of LightField may have its time stamps after it
        var stride = Math.Max(footer?.Stride ?? 0, (long)rows * width * size);
        var end = HeaderSize + frames * stride;
        CheckEnd(file, footer, frames, end, checks);

        var metadata = Metadata(file, footer);
        for (var frame = 0; frame < frames; frame++)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            for (var row = 0; row < rows; row++)
            {
                var at = HeaderSize + frame * stride + (long)row * width * size;
                reading.Add(new SpectrumDraft((double[])x.Clone(), file.Values(at, width, type))
                {
                    Series = rows == 1 ? Invariant($"Frame {frame + 1}") : Invariant($"Frame {frame + 1}, row {row + 1}"),
                    Axis = axis,
                    Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
                    Metadata = metadata,
                });
            }
        }
    }

    private static void CheckEnd(ByteReader file, SpeFooter? footer, int frames, long end, ReadingChecks checks)
    {
        if (footer is not null && (footer.FrameCount ?? frames) != frames)
            throw Refused(SpectralErrorIds.LayoutMismatch,
                Invariant($"its header states {frames} frames, its footer {footer.FrameCount}"));
        var stated = footer?.At ?? file.Length;
        if (end == stated)
            checks.Pass("The points end where the file or its footer says.");
        else if (footer is null)
            checks.Assume(Invariant($"{stated - end} bytes after the points are not read."), 0.02);
        else if (end > stated || frames > 1)
            throw Refused(SpectralErrorIds.LayoutMismatch,
                string.Create(
                CultureInfo.InvariantCulture,
                $"its {frames} frames end at byte {end}, and its footer begins at {stated}: where "
                + $"each frame begins is not known"));
        else
            checks.Fail(SpectralIssueIds.LayoutMismatch,
                Invariant(
                $"{stated - end} bytes lie between the points and the footer, and the footer does not say what they are."));
    }

    private static IReadOnlyDictionary<string, string> Metadata(ByteReader file, SpeFooter? footer)
    {
        var metadata = new StatedMetadata();
        metadata.Add("Version", file.F32(1992).ToString("R", CultureInfo.InvariantCulture));
        if (footer is not null)
        {
            foreach (var (name, value) in footer.Remarks)
                metadata.Add(name, value);
            return metadata.Entries;
        }

        metadata.Add("Date", file.Text(20, 10));
        if (file.F32(10) is > 0 and var exposure && float.IsFinite(exposure))
            metadata.Add("Exposure (s)", exposure.ToString("R", CultureInfo.InvariantCulture));
        if (file.I32(668) is > 1 and var accumulations)
            metadata.Add("Accumulations", (double)accumulations);
        for (var i = 0; i < 5; i++)
            metadata.Add(Invariant($"Comment {i + 1}"), file.Text(200 + 80 * i, 80));
        return metadata.Entries;
    }

    private static SpectralException Refused(string id, string why) => new(
        id, SpectralErrorCategory.InvalidData, $"The SPE file is not read: {why}.",
        "Export the spectra as text (CSV) in LightField or WinSpec.");
}
