using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Writes down one run. Safe for several threads at once.</summary>
internal sealed class RunManifest
{
    private readonly string _folder;
    private readonly ManifestFile _file;
    private int _warned;

    private RunManifest(string folder)
    {
        _folder = folder;
        _file = new ManifestFile(folder);
    }

    /// <summary>The version of the engine.</summary>
    internal static string EngineVersion { get; } =
        typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The run's identifier.</summary>
    internal string RunId { get; } = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];

    /// <summary>Writes that a run begins.</summary>
    /// <param name="options">What it is to do; its output folder is there.</param>
    /// <param name="baseline">The baseline as it was read.</param>
    /// <param name="fingerprint">Stands for everything that the outputs depend on besides the input.</param>
    /// <exception cref="SpectralException">The manifest cannot be written.</exception>
    internal static RunManifest Begin(BatchOptions options, SpectralFileStamp baseline, string fingerprint)
    {
        var manifest = new RunManifest(options.OutputDirectory);
        try
        {
            manifest.Append(new ManifestLine
            {
                Kind = ManifestLine.StartKind,
                Run = manifest.RunId,
                Start = new RunStart
                {
                    Version = EngineVersion,
                    Machine = Environment.MachineName,
                    OperatingSystem = RuntimeInformation.OSDescription,
                    Culture = CultureInfo.CurrentCulture.Name,
                    Baseline = baseline,
                    Fingerprint = fingerprint,
                    Options = ManifestJson.ToElement(options),
                },
            });
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(
                "OutputManifestUnusable",
                SpectralErrorCategory.Write,
                e.Message,
                "Check the permissions of the file, or state another -OutputDirectory.",
                innerException: e);
        }
    }

    /// <summary>Writes that outputs are about to get their names.</summary>
    /// <param name="result">Names the spectrum.</param>
    /// <param name="input">The input as it was read.</param>
    /// <param name="outputs">The finished outputs.</param>
    /// <returns>A warning, the first time that it cannot be written.</returns>
    internal string? Saving(SpectralResult result, SpectralFileStamp? input, IEnumerable<PreparedOutput> outputs) => TryAppend(new ManifestLine
    {
        Kind = ManifestLine.SavingKind,
        Run = RunId,
        Saving = new RunSaving(result.Path, result.SeriesIndex, input?.Sha256, [.. outputs.Select(o => o.File with { Path = NameOf(o.Target.Path) })]),
    });

    /// <summary>Writes that outputs are about to be moved into a ZIP.</summary>
    /// <param name="archive">The finished ZIP.</param>
    /// <returns>A warning, where it cannot be written.</returns>
    internal string? Packing(SpectralFileStamp archive)
    {
        try
        {
            Append(new ManifestLine { Kind = ManifestLine.PackingKind, Run = RunId, Packing = archive with { Path = NameOf(archive.Path) } });
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>Writes what became of a spectrum.</summary>
    /// <param name="result">The result.</param>
    /// <returns>A warning, the first time that it cannot be written.</returns>
    internal string? Result(SpectralResult result) => TryAppend(new ManifestLine
    {
        Kind = ManifestLine.ResultKind,
        Run = RunId,
        Result = result with
        {
            OutputPath = [.. result.OutputPath.Select(NameOf)],
            NormalizedCsvPath = result.NormalizedCsvPath is { } csv ? NameOf(csv) : null,
            ArchivePath = result.ArchivePath is { } archive ? NameOf(archive) : null,
            Outputs = [.. result.Outputs.Select(o => o with { Path = NameOf(o.Path) })],
            // a map of ten thousand spectra has one layout, and ten thousand columns in it
            Layout = result.SeriesIndex == 0 ? result.Layout : null,
        },
    });

    /// <summary>Writes that the result of an earlier run still holds.</summary>
    /// <param name="kept">That result.</param>
    /// <returns>A warning, the first time that it cannot be written.</returns>
    internal string? Kept(EarlierResult kept) => TryAppend(new ManifestLine
    {
        Kind = ManifestLine.KeptKind,
        Run = RunId,
        Kept = new RunKept(kept.Result.Path, kept.Result.Index, kept.Offset, kept.Length),
    });

    /// <summary>Writes that the run ends.</summary>
    /// <param name="ending">How.</param>
    /// <param name="statistics">What it did.</param>
    /// <returns>A warning where it cannot be written and none was given before.</returns>
    internal string? End(SpectralRunEnding ending, SpectralBatchStatistics statistics) => TryAppend(new ManifestLine
    {
        Kind = ManifestLine.EndKind,
        Run = RunId,
        End = new RunEnd(ending, statistics),
    });

    private string? TryAppend(ManifestLine line)
    {
        try
        {
            Append(line);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Interlocked.Exchange(ref _warned, 1) == 0
                ? e.Message + " The run goes on; what is not written down is made again by a run with -Incremental."
                : null;
        }
    }

    private void Append(ManifestLine line) => _file.Append(ManifestJson.Write(line with { Time = DateTime.UtcNow }));

    // outputs are named within their folder, so that it can be moved with its manifest
    private string NameOf(string path) =>
        string.Equals(Path.GetDirectoryName(path), _folder.TrimEnd(Path.DirectorySeparatorChar), StringComparison.Ordinal) ? Path.GetFileName(path) : path;
}
