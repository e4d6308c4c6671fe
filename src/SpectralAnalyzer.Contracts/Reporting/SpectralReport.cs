using System.Globalization;

namespace SpectralAnalyzer;

/// <summary>The content of a report.</summary>
public sealed record SpectralReport
{
    /// <summary>Gets the languages that reports have texts in, as two letters each; the first is the default.</summary>
    public static IReadOnlyList<string> Languages { get; } = ListedValues<string>.Wrap(["en", "de", "fr", "es", "zh", "ja"]);

    /// <summary>The results, in the order in which JUnit lists them; the page and the workbook list the worst first.</summary>
    public required IReadOnlyList<SpectralResult> Results { get; init; }

    /// <summary>The run that the results come from, or null if it is unknown.</summary>
    public SpectralRun? Run { get; init; }

    /// <summary>The title, or null for the usual one in the language of the report.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The culture, whose language the texts have and whose marks the numbers have; the texts are English where there are no
    /// others.
    /// JUnit XML does not depend on it.
    /// </summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The name of the operator on the sheet that is printed to be signed; empty for a line to write it on.</summary>
    public string Operator { get; init; } = "";

    /// <summary>The minimum correlation, or null. A spectrum below it is marked in HTML and is a failure in JUnit.</summary>
    public double? MinimumCorrelation { get; init; }

    /// <summary>Whether the HTML has thumbnails of the graphs.</summary>
    public bool Thumbnails { get; init; } = true;

    /// <summary>
    /// The most bytes that the graphs in the HTML take, the worst spectra first; 0 for no graph. What is beyond is linked, and a
    /// warning says so.
    /// </summary>
    public long EmbedLimit { get; init; } = 20 << 20;

    /// <summary>
    /// Compares the spectrum of a result again, so that its graph is drawn as vectors that show their values; returns null where
    /// that does not give the same metrics. Null to take the graphs as they were saved. Is called from any thread.
    /// </summary>
    public Func<SpectralResult, CancellationToken, SpectralComparison?>? Repeat { get; init; }

    /// <summary>Whether a workbook has the points of the spectra, as far as <see cref="Repeat"/> gives them.</summary>
    public bool IncludeSpectra { get; init; }

    /// <summary>Is called, from any thread, each time a thumbnail is ready; or null.</summary>
    public Action? GraphDone { get; init; }
}
