namespace SpectralAnalyzer;

/// <summary>A file that was read, its layout settled.</summary>
public sealed record ResolvedFile
{
    /// <summary>What was read.</summary>
    public required SpectralFileContent Content { get; init; }

    /// <summary>How an uncertain layout was settled; null where nobody needed to.</summary>
    public LayoutDecision? Decision { get; init; }

    /// <summary>What the user should know of the file.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the user should know that is no file's.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What failed and is no file's: a key that is not accepted.</summary>
    public SpectralError? Error { get; init; }
}
