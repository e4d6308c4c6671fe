namespace SpectralAnalyzer.Core.Output;

/// <summary>A spectrum whose outputs get names.</summary>
/// <param name="Path">Full path of its file.</param>
/// <param name="Series">The series' name where the file holds several spectra; else null.</param>
/// <param name="SeriesIndex">Its place in the file.</param>
internal sealed record NamedSample(string Path, string? Series, int SeriesIndex = 0)
{
    /// <summary>Stands for whoever has no files yet.</summary>
    internal static NamedSample Nobody { get; } = new("", null);

    /// <summary>Full path of the file that it is compared with; null: the one that the namer was made for.</summary>
    internal string? Baseline { get; init; }

    /// <summary>Stands for the spectrum where it may come again, having changed (<see cref="OutputNamer.OwnerKey"/>); null: it comes once.</summary>
    internal ulong? Owner { get; init; }

    /// <summary>Full paths of files that it may replace: they are what an earlier run made of it in the same way.</summary>
    internal IReadOnlySet<string> OwnFiles { get; init; } = new HashSet<string>();
}
