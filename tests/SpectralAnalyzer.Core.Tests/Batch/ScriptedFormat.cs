using System.Collections.Concurrent;
using System.Text;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Batch;

/// <summary>A format whose files say what is to happen while they are read: the batch's faults are caused, not waited
/// for.</summary>
internal sealed class ScriptedFormat : ISpectrumFormat
{
    private readonly ConcurrentDictionary<string, int> _reads = new();

    /// <summary>Set by a test to let the files that wait go on.</summary>
    internal ManualResetEventSlim GoOn { get; } = new();

    /// <summary>Counted down by every file that has begun to wait.</summary>
    internal CountdownEvent Waiting { get; } = new(1);

    public FormatDescriptor Descriptor { get; } = new("Scripted", ".test");

    internal int Reads(string path) => _reads.GetValueOrDefault(path);

    public bool Recognizes(SpectralSource source) => true;

    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        var tries = _reads.AddOrUpdate(source.Path, 1, (_, n) => n + 1);
        var script = Encoding.UTF8.GetString(source.Bytes.Span).Trim().Split(' ');
        var number = script.Length > 1 ? int.Parse(script[1]) : 0;
        switch (script[0])
        {
            case "bad":
                throw new SpectralException("OneColumn", SpectralErrorCategory.InvalidData, "It has one column.", "Export two.");
            case "changing" when tries <= number:
                throw new SpectralException("FileChanging", SpectralErrorCategory.Busy, "The file changed while it was read.");
            case "flaky" when tries <= number:
                throw new IOException("The share is away for a moment.");
            case "bug":
                throw new InvalidCastException("A fault of the program.");
            case "wait":
                Waiting.Signal();
                GoOn.Wait(cancellationToken);
                break;
            case "deaf":
                Waiting.Signal();
                GoOn.Wait(CancellationToken.None);
                break;
        }

        var confidence = script[0] == "unsure" ? number / 100.0 : 1;
        var spectra = Enumerable.Range(0, script[0] == "series" ? number : 1)
            .Select(i => Make(source, i, script[0] == "series" ? $"s{i + 1}" : null, script[0] == "far" ? 10_000 : 0))
            .ToList();
        return new SpectralFileContent
        {
            Spectra = spectra,
            Report = new SpectralFileReport
            {
                Path = source.Path,
                IsValid = true,
                Format = Descriptor.Name,
                SpectrumCount = spectra.Count,
                Confidence = confidence,
            },
        };
    }

    private static Spectrum Make(SpectralSource source, int index, string? series, double offset)
    {
        var x = Enumerable.Range(0, 200).Select(i => offset + 400.0 + (10 * i)).ToArray();
        var y = Array.ConvertAll(x, v => Math.Exp(-Math.Pow((v - offset - 1200 - index) / 60, 2)) + (v / 1e5));
        return Spectrum.FromSource(x, y, new SpectrumDescription
        {
            Name = series ?? source.Name,
            Path = source.Path,
            Series = series,
            SeriesIndex = index,
        });
    }
}
