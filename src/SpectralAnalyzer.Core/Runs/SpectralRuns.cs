namespace SpectralAnalyzer.Core.Runs;

/// <summary>Reads past runs from the manifests in their output folders.</summary>
internal sealed class SpectralRuns : ISpectralRuns
{
    public string ManifestName => ManifestFile.Name;

    public IReadOnlyList<SpectralRun> Read(string manifest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return RunReader.Read(RunReader.Locate(manifest), cancellationToken);
    }

    public SpectralRun? ReadStart(string manifest, ReadOnlySpan<byte> line)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return RunReader.ReadStart(manifest, line);
    }

    public IEnumerable<SpectralResult> ReadResults(string manifest, string? runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return RunReader.ReadResults(RunReader.Locate(manifest), runId, cancellationToken);
    }

    public IEnumerable<SpectralRunFile> Check(string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return RunChecker.Check(RunReader.Locate(folder), cancellationToken);
    }

    public Func<string, bool> CreateOutputFilter() => new KnownOutputs().Contains;
}
