namespace SpectralAnalyzer;

/// <summary>Reads past runs from the manifests in output folders.</summary>
public interface ISpectralRuns
{
    /// <summary>Gets the file name of manifests.</summary>
    string ManifestName { get; }

    /// <summary>Reads the runs in the order in which they started. Torn lines are ignored.</summary>
    /// <param name="manifest">Full path of the manifest, or of the folder that it is in.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">There is no manifest, or it cannot be read.</exception>
    IReadOnlyList<SpectralRun> Read(string manifest, CancellationToken cancellationToken);

    /// <summary>Reads the run that a line of a manifest starts. Its results and its end are in other lines.</summary>
    /// <param name="manifest">Full path of the manifest.</param>
    /// <param name="line">The line, without its line break.</param>
    /// <returns>The run, or null if the line starts none.</returns>
    SpectralRun? ReadStart(string manifest, ReadOnlySpan<byte> line);

    /// <summary>Reads the results of one run or of all runs in the order in which they were recorded. They are the results that
    /// the batch emitted, without <see cref="SpectralComparison.Difference"/>.</summary>
    /// <param name="manifest">Full path of the manifest, or of the folder that it is in.</param>
    /// <param name="runId">The run, or null for all runs.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">There is no manifest, or it cannot be read.</exception>
    IEnumerable<SpectralResult> ReadResults(string manifest, string? runId, CancellationToken cancellationToken);

    /// <summary>Compares each input, baseline and output with the last run that names it, and finds files that no run
    /// created.</summary>
    /// <param name="folder">Full path of the output folder.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">There is no manifest, or it cannot be read.</exception>
    IEnumerable<SpectralRunFile> Check(string folder, CancellationToken cancellationToken);

    /// <summary>Creates a filter that recognizes outputs of batches, so that they are not taken as samples.</summary>
    /// <returns>A function that returns true for the path of a manifest, an output that the manifest beside it names, or a file
    /// in the temporary folder of a batch. It remembers what it has read and is not safe for several threads at once.</returns>
    Func<string, bool> CreateOutputFilter();
}
