namespace SpectralAnalyzer.Core.Plotting.Albums;

/// <summary>A spectrum in the table of a combined file, and on a sheet.</summary>
/// <param name="Name">The file and its series.</param>
/// <param name="Folder">The name of its folder, for files of one name.</param>
/// <param name="Status">The status as a word.</param>
/// <param name="IsFailed">Whether there is nothing to compare.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Metrics">The metrics, one for each column.</param>
/// <param name="Error">The error; empty without one.</param>
internal sealed record AlbumRow(
    string Name,
    string Folder,
    string Status,
    bool IsFailed,
    SpectralVerdict Verdict,
    IReadOnlyList<string> Metrics,
    string Error)
{
    /// <summary>Gets the number of its page; null without a graph.</summary>
    internal int? Page { get; init; }

    /// <summary>Returns what the table refers to a page with.</summary>
    internal static string Destination(int page) => FormattableString.Invariant($"graph-{page}");
}
