namespace SpectralAnalyzer.Core.Runs;

/// <summary>Reads past runs from the manifests in their output folders.</summary>
internal sealed class SpectralRuns : ISpectralRuns
{
    /// <inheritdoc/>
    public string ManifestName => ManifestFile.Name;

    /// <inheritdoc/>
    public IReadOnlyList<SpectralRun> Read(string manifest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return RunReader.Read(RunReader.Locate(manifest), cancellationToken);
    }

    /// <inheritdoc/>
    public IEnumerable<SpectralResult> ReadResults(string manifest, string? runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return RunReader.ReadResults(RunReader.Locate(manifest), runId, cancellationToken);
    }

    /// <inheritdoc/>
    public IEnumerable<SpectralRunFile> Check(string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return RunChecker.Check(RunReader.Locate(folder), cancellationToken);
    }

    /// <inheritdoc/>
    public Func<string, bool> CreateOutputFilter() => new KnownOutputs().Contains;
}
