namespace SpectralAnalyzer.Core.Output;

/// <summary>A spectrum whose outputs are named.</summary>
/// <param name="Path">Full path of its file.</param>
/// <param name="Series">The name of the series if the file has several spectra, else null.</param>
/// <param name="SeriesIndex">The index of the spectrum in the file.</param>
internal sealed record NamedSample(string Path, string? Series, int SeriesIndex = 0)
{
    /// <summary>Gets a sample without a name and without files.</summary>
    internal static NamedSample None { get; } = new("", null);

    /// <summary>Gets the full path of the reference; null for that of the namer.</summary>
    internal string? Baseline { get; init; }

    /// <summary>Gets the <see cref="OutputNamer.OwnerKey"/> of a spectrum that may be compared again, or null.</summary>
    internal ulong? Owner { get; init; }

    /// <summary>Returns whether a file of a name is the output of this spectrum that a run at the same time has made; or
    /// null.</summary>
    internal Func<string, bool>? IsMade { get; init; }

    /// <summary>Gets the full paths of the outputs of an earlier run, which may be replaced.</summary>
    internal IReadOnlySet<string> OwnFiles { get; init; } = new HashSet<string>();
}
