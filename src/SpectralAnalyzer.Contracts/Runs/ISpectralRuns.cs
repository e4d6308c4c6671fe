namespace SpectralAnalyzer;

/// <summary>Past runs, from the manifests that they left in their output folders.</summary>
public interface ISpectralRuns
{
    /// <summary>The name of a manifest's file.</summary>
    string ManifestName { get; }

    /// <summary>Reads what runs there were and how they ended, in the order in which they began. A torn line is passed over.</summary>
    /// <param name="manifest">Full path of the manifest, or of the folder that it is in.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpectralException">There is no manifest, or it cannot be read.</exception>
    IReadOnlyList<SpectralRun> Read(string manifest, CancellationToken cancellationToken);

    /// <summary>Reads the results of one run, or of all, one after the other in the order in which they came. They are what the
    /// batch emitted, without <see cref="SpectralComparison.Difference"/>.</summary>
    /// <param name="manifest">Full path of the manifest, or of the folder that it is in.</param>
    /// <param name="runId">The run; null: every run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpectralException">There is no manifest, or it cannot be read.</exception>
    IEnumerable<SpectralResult> ReadResults(string manifest, string? runId, CancellationToken cancellationToken);

    /// <summary>Hashes again what the last run that names it says of each input, baseline and output, and looks for what no run made.</summary>
    /// <param name="folder">Full path of the output folder.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SpectralException">There is no manifest, or it cannot be read.</exception>
    IEnumerable<SpectralRunFile> Check(string folder, CancellationToken cancellationToken);

    /// <summary>Starts to tell what batches made from what they are made of, so that a product is never taken as an input.</summary>
    /// <returns>From a file's full path to whether it is a manifest, an output that the manifest beside it names, or in a batch's temporary
    /// folder. It remembers what it has read of manifests; not for several threads at once.</returns>
    Func<string, bool> CreateOutputFilter();
}
