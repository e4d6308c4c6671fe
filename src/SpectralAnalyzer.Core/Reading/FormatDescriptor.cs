namespace SpectralAnalyzer.Core.Reading;

/// <summary>What a format is called, how its files are recognized, and what to do with a file that cannot be read.</summary>
/// <param name="Name">The name, as a report shows it.</param>
/// <param name="Extensions">The usual extensions with their point, in lower case.</param>
internal sealed record FormatDescriptor(string Name, params IReadOnlyList<string> Extensions)
{
    /// <summary>The first bytes of every file; empty where a format recognizes its files in another way.</summary>
    internal byte[] Signature { get; init; } = [];

    /// <summary>The observation that shows that a file is of this format: the first line of evidence in a report.</summary>
    internal string Evidence { get; init; } = "";

    /// <summary>The advice to the user where a file cannot be read, as one sentence.</summary>
    internal string Advice { get; init; } = "Export the spectrum again.";
}
