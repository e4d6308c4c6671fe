using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Spe;

/// <summary>Princeton Instruments SPE of WinSpec (2.x) and LightField (3.0): a spectrum a row and frame of the detector.</summary>
/// <remarks>x is taken from the calibration that the file states; a file without one has pixel numbers.</remarks>
public sealed class SpeFormat : ISpectrumFormat
{
    private const int HeaderSize = 4100;

    /// <inheritdoc/>
    public string Name => "Princeton SPE";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".spe"];

    /// <inheritdoc/>
    public bool Recognises(SpectralSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var bytes = source.Bytes.Span;
        return bytes.Length >= HeaderSize && bytes.Slice(2996, 4).SequenceEqual((ReadOnlySpan<byte>)[0x67, 0x45, 0x23, 0x01])
            && bytes.Slice(4098, 2).SequenceEqual((ReadOnlySpan<byte>)[0x55, 0x55]);
    }

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var file = new ByteReader(source.Bytes, Name);
        var checks = new ReadingChecks("The header is that of an SPE file and states its own layout.");
        int width = file.U16(42), rows = Math.Max((ushort)1, file.U16(656)), frames = Math.Max(1, file.I32(1446)), kind = file.I16(108);
        var size = kind switch
        {
            0 or 1 or 8 => 4,
            2 or 3 => 2,
            5 => 8,
            6 => 1,
            _ => throw Refused("InvalidHeader", FormattableString.Invariant($"its numbers are of a kind ({kind}) that is not known")),
        };
        if (width == 0)
            throw Refused("NoData", "it has no pixels");
        var spectra = (long)rows * frames;
        ContentBuilder.RequireCount(spectra, Name);
        _ = file.Span(HeaderSize, spectra * width * size);

        var footer = file.F32(1992) >= 3 ? SpeFooter.Of(file) : null;
        if (footer is { IsSingleRegion: false })
            throw Refused("UnsupportedContent", "it has several regions of interest");
        var (x, axis) = footer is null ? SpeCalibration.Of(file, width, checks) : footer.Abscissae(width, checks);
        // each frame of LightField may have its time stamps after it
        var stride = Math.Max(footer?.Stride ?? 0, (long)rows * width * size);
        var end = HeaderSize + frames * stride;
        CheckEnd(file, footer, frames, end, checks);

        var metadata = Metadata(file, footer);
        var drafts = new List<SpectrumDraft>();
        for (var frame = 0; frame < frames; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var row = 0; row < rows; row++)
            {
                var at = HeaderSize + frame * stride + (long)row * width * size;
                drafts.Add(new SpectrumDraft((double[])x.Clone(), Values(file, at, width, kind))
                {
                    Series = rows == 1 ? FormattableString.Invariant($"Frame {frame + 1}") : FormattableString.Invariant($"Frame {frame + 1}, row {row + 1}"),
                    Axis = axis,
                    Ordinate = new SpectralOrdinate(OrdinateKind.Intensity, "Counts"),
                    Metadata = metadata,
                });
            }
        }

        return ContentBuilder.Build(Name, source, options, drafts, checks);
    }

    private static void CheckEnd(ByteReader file, SpeFooter? footer, int frames, long end, ReadingChecks checks)
    {
        if (footer is not null && (footer.FrameCount ?? frames) != frames)
            throw Refused("LayoutMismatch", FormattableString.Invariant($"its header states {frames} frames, its footer {footer.FrameCount}"));
        var stated = footer?.At ?? file.Length;
        if (end == stated)
            checks.Holds("The points end where the file or its footer says.");
        else if (footer is null)
            checks.Assumes(FormattableString.Invariant($"{stated - end} bytes after the points are not read."), 0.02);
        else if (end > stated || frames > 1)
            throw Refused("LayoutMismatch", FormattableString.Invariant($"its {frames} frames end at byte {end}, and its footer begins at {stated}: where each frame begins is not known"));
        else
            checks.Fails("LayoutMismatch", FormattableString.Invariant($"{stated - end} bytes lie between the points and the footer, and the footer does not say what they are."));
    }

    private static double[] Values(ByteReader file, long at, int width, int kind)
    {
        switch (kind)
        {
            case 0:
                return file.F32s(at, width);
            case 5:
                return file.F64s(at, width);
        }

        var y = new double[width];
        for (var i = 0; i < width; i++)
        {
            y[i] = kind switch
            {
                1 => file.I32(at + 4L * i),
                8 => file.U32(at + 4L * i),
                2 => file.I16(at + 2L * i),
                3 => file.U16(at + 2L * i),
                _ => file.U8(at + i),
            };
        }

        return y;
    }

    private static Dictionary<string, string> Metadata(ByteReader file, SpeFooter? footer)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add("Version", file.F32(1992).ToString("R", CultureInfo.InvariantCulture));
        if (footer is not null)
        {
            foreach (var (name, value) in footer.Remarks)
                Add(name, value);
            return metadata;
        }

        Add("Date", file.Text(20, 10));
        if (file.F32(10) is > 0 and var exposure && float.IsFinite(exposure))
            Add("Exposure (s)", exposure.ToString("R", CultureInfo.InvariantCulture));
        if (file.I32(668) is > 1 and var accumulations)
            Add("Accumulations", accumulations.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < 5; i++)
            Add(FormattableString.Invariant($"Comment {i + 1}"), file.Text(200 + 80 * i, 80));
        return metadata;

        void Add(string name, string value)
        {
            if (value.Length > 0)
                metadata.TryAdd(name, value);
        }
    }

    private static SpectralException Refused(string id, string why) => new(
        id,
        id == "UnsupportedContent" ? SpectralErrorCategory.Unsupported : SpectralErrorCategory.InvalidData,
        $"The SPE file is not read: {why}.",
        "Export the spectra as text (CSV) in LightField or WinSpec.");
}
