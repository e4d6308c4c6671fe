using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Writes one run to the manifest of its output folder. Safe for several threads at once.</summary>
internal sealed class RunManifest
{
    private readonly ManifestPaths _paths;
    private readonly ManifestFile _file;
    private int _warned;

    private RunManifest(string folder)
    {
        _paths = new ManifestPaths(folder);
        _file = new ManifestFile(folder);
    }

    /// <summary>The version of the engine.</summary>
    internal static string EngineVersion { get; } =
        typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The identifier of the run.</summary>
    internal string RunId { get; } = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];

    /// <summary>Starts a run.</summary>
    /// <param name="options">The options of the batch, whose output folder exists.</param>
    /// <param name="baseline">The baseline as it was read.</param>
    /// <param name="fingerprint">The fingerprint of the run.</param>
    /// <param name="workspace">The temporary folder of the batch.</param>
    /// <exception cref="SpectralException">The manifest cannot be written.</exception>
    internal static RunManifest Start(
        BatchOptions options, SpectralFileStamp baseline, string fingerprint, string? workspace)
    {
        var manifest = new RunManifest(options.OutputDirectory);
        try
        {
            manifest.Append(new StartLine
            {
                Run = manifest.RunId,
                Start = new RunStart
                {
                    Version = EngineVersion,
                    Machine = Environment.MachineName,
                    OperatingSystem = RuntimeInformation.OSDescription,
                    Culture = CultureInfo.CurrentCulture.Name,
                    Baseline = baseline,
                    Fingerprint = fingerprint,
                    Method = options.Method?.Stamp,
                    Workspace = Path.GetFileName(workspace),
                    Options = ManifestJson.ToElement(options with { Method = null }),
                },
            });
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e, SpectralErrorCategory.Write);
        }
    }

    /// <summary>Creates the error for a manifest that cannot be read or written.</summary>
    internal static SpectralException Unusable(Exception exception, SpectralErrorCategory category) => new(
        SpectralErrorIds.OutputManifestUnusable,
        category,
        exception.Message,
        "Check the permissions of the file, or specify another -OutputDirectory.",
        innerException: exception);

    /// <summary>Writes that outputs of a spectrum are about to be committed.</summary>
    /// <returns>A warning the first time that the manifest cannot be written.</returns>
    internal string? WriteSaving(SpectralResult result, SpectralFileStamp? input, IEnumerable<PreparedOutput> outputs) =>
        TryAppend(new SavingLine
        {
            Run = RunId,
            Saving = new RunSaving(
                result.Path,
                result.SeriesIndex,
                input?.Sha256,
                [.. outputs.Select(o => o.File with { Path = _paths.ToStored(o.Target.Path) })]),
        });

    /// <summary>Writes that a ZIP of outputs is about to be committed.</summary>
    /// <returns>A warning if the manifest cannot be written.</returns>
    internal string? WritePacking(SpectralFileStamp archive)
    {
        try
        {
            Append(new PackingLine { Run = RunId, Packing = _paths.ToStored(archive) });
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>Writes that a file with the graphs of many spectra is about to be committed, or is committed.</summary>
    /// <returns>A warning the first time that the manifest cannot be written.</returns>
    internal string? WriteAlbum(PreparedOutput album, bool isSaved) => TryAppend(new AlbumLine
    {
        Run = RunId,
        Album = new RunAlbum(
            _paths.ToStored(album.File with
            {
                Path = album.Target.Path,
                LastWriteTimeUtc = isSaved ? File.GetLastWriteTimeUtc(album.Target.Path) : album.File.LastWriteTimeUtc,
            }),
            isSaved),
    });

    /// <summary>Writes a result.</summary>
    /// <returns>A warning the first time that the manifest cannot be written.</returns>
    internal string? WriteResult(SpectralResult result) => TryAppend(new ResultLine
    {
        Run = RunId,
        // all spectra of a file share one layout, which has a column for each of them
        Result = _paths.ToStored(result) with { Layout = result.SeriesIndex == 0 ? result.Layout : null },
    });

    /// <summary>Writes that the result of an earlier run still applies.</summary>
    /// <returns>A warning the first time that the manifest cannot be written.</returns>
    internal string? WriteReused(EarlierResult reused) => TryAppend(new ReusedLine
    {
        Run = RunId,
        Reused = new RunReuse(reused.Result.Path, reused.Result.Index, reused.Offset, reused.Length),
    });

    /// <summary>Writes how many files the run has.</summary>
    /// <returns>A warning the first time that the manifest cannot be written.</returns>
    internal string? WriteExpected(int files, int workers) =>
        TryAppend(new ExpectedLine { Run = RunId, Expected = new RunExpectation(files, workers) });

    /// <summary>Writes that the run ends.</summary>
    /// <returns>A warning if the manifest cannot be written and no warning was returned before.</returns>
    internal string? WriteEnd(SpectralRunEnding ending, SpectralBatchStatistics statistics) =>
        TryAppend(new EndLine { Run = RunId, End = new RunEnd(ending, statistics) });

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
                ? e.Message + " The run continues; a run with -Incremental will repeat the results that are not recorded."
                : null;
        }
    }

    private void Append(ManifestLine line) => _file.Append(ManifestJson.Write(line with { Time = DateTime.UtcNow }));
}
