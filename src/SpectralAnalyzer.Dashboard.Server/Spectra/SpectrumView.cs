using System.Text.Json;
using SpectralAnalyzer.Dashboard.Server.Following;

namespace SpectralAnalyzer.Dashboard.Server.Spectra;

/// <summary>
/// Reads the sample and the baseline of a result again, and compares them as the run did, so that the page draws the data.
/// What can no longer be repeated exactly is said.
/// </summary>
internal sealed class SpectrumView(ISpectralEngine engine)
{
    private const int MostPoints = 20_000;
    private const double SameCorrelation = 1e-6;

    // two at a time at most: the run that goes on needs the processor more
    private static readonly SemaphoreSlim s_turns = new(2);

    /// <summary>Reads the spectra of a result, as JSON.</summary>
    /// <exception cref="SpectralException">The sample or the baseline cannot be read or compared.</exception>
    internal async Task<byte[]> ReadAsync(FolderFollower folder, ManifestEntry entry, CancellationToken cancellationToken)
    {
        await s_turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => ReadOne(folder, entry, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            s_turns.Release();
        }
    }

    private byte[] ReadOne(FolderFollower folder, ManifestEntry entry, CancellationToken cancellationToken)
    {
        using var line = JsonDocument.Parse(
            folder.Manifest.ReadLine(entry) ?? throw new IOException("The manifest was changed meanwhile."));
        line.RootElement.TryGetProperty("result", out var result);
        if (ManifestLines.Text(result, "path") is not { } path
            || !result.TryGetProperty("comparison", out var compared) || compared.ValueKind != JsonValueKind.Object)
            throw new IOException("The sample was not compared.");
        var run = FindRun(folder, entry);
        if (run?.Options is not { } options)
            throw new IOException("The manifest does not say how the run was made.");
        var notes = new List<string>();
        NoteChange(path, result, notes);
        RequireFile(path);
        var samples = engine.Read(path, options.Reading, cancellationToken).Spectra;
        if (options.Baseline is { Length: > 0 } baseline)
            RequireFile(baseline);
        var baselines = engine.Read(options.Baseline, options.BaselineReading, cancellationToken).Spectra;
        var compare = engine.StartComparing(baselines, options.Comparison, null, cancellationToken);
        var comparison = compare(PickSeries(samples, result));
        var recorded = ManifestLines.Number(compared, "correlation");
        if (Math.Abs(recorded - comparison.Correlation) > SameCorrelation)
        {
            notes.Add(run.Method is { } method
                ? $"The steps of the method {method} are not applied here: the spectra are shown as they were read."
                : FormattableString.Invariant(
                    $"Read again, r is {comparison.Correlation:G6} and not {recorded:G6}: file, baseline or layout differ."));
        }

        return Write(comparison, notes);
    }

    private SpectralRun? FindRun(FolderFollower folder, ManifestEntry entry) =>
        folder.Manifest.FindStart(entry.Result!.Run) is { } start && folder.Manifest.ReadLine(start) is { } line
            ? engine.Runs.ReadStart(folder.Manifest.Path, line) : null;

    // a pipe would let whoever opens it wait, and has no length
    private static void RequireFile(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            throw new IOException($"'{path}' is no longer there, or is empty.");
    }

    private static Spectrum PickSeries(IReadOnlyList<Spectrum> spectra, JsonElement result)
    {
        var index = ManifestLines.Number(result, "seriesIndex") is var i && double.IsNaN(i) ? 0 : (int)i;
        return spectra.FirstOrDefault(s => s.SeriesIndex == index)
            ?? throw new IOException("The file has this series no longer.");
    }

    private static void NoteChange(string path, JsonElement result, List<string> notes)
    {
        if (result.TryGetProperty("input", out var input)
            && ManifestLines.Number(input, "length") is var length && !double.IsNaN(length)
            && new FileInfo(path) is { Exists: true } file && file.Length != (long)length)
            notes.Add("The file has changed since it was compared.");
    }

    private static byte[] Write(SpectralComparison comparison, List<string> notes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("notes");
            foreach (var note in notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            var sample = comparison.Sample!;
            var baseline = comparison.Reference!;
            json.WriteString("x", baseline.Axis.Title);
            json.WriteString("y", baseline.Ordinate.Title);
            json.WriteBoolean("falling", baseline.Axis.IsDrawnFalling);
            WriteSpectrum(json, "sample", sample);
            WriteSpectrum(json, "baseline", baseline);
            if (comparison.GetDifference() is { } difference)
                WriteSpectrum(json, "difference", difference);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteSpectrum(Utf8JsonWriter json, string name, Spectrum spectrum)
    {
        var (x, y) = Thin(spectrum.Abscissae.Span, spectrum.Ordinates.Span);
        json.WriteStartObject(name);
        json.WriteNumber("count", spectrum.Count);
        json.WriteStartArray("x");
        foreach (var value in x)
            ManifestLines.WriteNumber(json, value);
        json.WriteEndArray();
        json.WriteStartArray("y");
        foreach (var value in y)
            ManifestLines.WriteNumber(json, value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // of very many points, the least and the greatest of each group: no peak is lost
    private static (double[] X, double[] Y) Thin(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length <= MostPoints)
            return (x.ToArray(), y.ToArray());
        var size = (int)Math.Ceiling(2.0 * x.Length / MostPoints);
        var (thinX, thinY) = (new List<double>(MostPoints), new List<double>(MostPoints));
        for (var start = 0; start < x.Length; start += size)
        {
            var (least, greatest) = (start, start);
            for (var i = start; i < Math.Min(start + size, x.Length); i++)
            {
                least = y[i] < y[least] ? i : least;
                greatest = y[i] > y[greatest] ? i : greatest;
            }

            foreach (var i in least < greatest ? [least, greatest] : new[] { greatest, least })
            {
                thinX.Add(x[i]);
                thinY.Add(y[i]);
            }
        }

        return ([.. thinX], [.. thinY]);
    }
}
