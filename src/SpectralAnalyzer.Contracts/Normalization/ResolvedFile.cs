namespace SpectralAnalyzer;

/// <summary>A file that was read with a resolved layout.</summary>
public sealed record ResolvedFile
{
    /// <summary>The report and the spectra.</summary>
    public required SpectralFileContent Content { get; init; }

    /// <summary>How an uncertain layout was resolved; null if it was certain.</summary>
    public LayoutDecision? Decision { get; init; }

    /// <summary>The warnings about the file.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The warnings that are not about the file.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>An error that is not about the file: a key that is not accepted.</summary>
    public SpectralError? Error { get; init; }
}
