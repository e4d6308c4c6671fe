namespace SpectralAnalyzer;

/// <summary>The answer of a library search to one query.</summary>
public sealed record SpectralMatch
{
    /// <summary>The label of the query.</summary>
    public required string Query { get; init; }

    /// <summary>Full path of its file; empty for a spectrum in memory.</summary>
    public string Path { get; init; } = "";

    /// <summary>The query, prepared as the library and on its grid.</summary>
    public required Spectrum Spectrum { get; init; }

    /// <summary>Whether the best hit can be trusted.</summary>
    public SpectralMatchTrust Trust { get; init; }

    /// <summary>Why it is not trusted; null where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The name of the best hit; null without hits. It says what is closest, whether it can be trusted or not.</summary>
    public string? Name => Hits.Count > 0 ? Hits[0].Name : null;

    /// <summary>The score of the best hit; NaN without hits.</summary>
    public double Score => Hits.Count > 0 ? Hits[0].Score : double.NaN;

    /// <summary>How much better the best hit is than the best one of another name; NaN where there is no other name.</summary>
    public double Margin { get; init; } = double.NaN;

    /// <summary>The margin that is needed to be trusted; NaN where there is no other name.</summary>
    public double MarginLimit { get; init; } = double.NaN;

    /// <summary>The limits of the score, for the part that was compared; null where the library has too few names.</summary>
    public SpectralLibraryLimit? Limit { get; init; }

    /// <summary>How spectra were scored.</summary>
    public SearchMetric Metric { get; init; }

    /// <summary>The part of the grid, or of the ranges that were to be compared, that the query covers, 0 to 1.</summary>
    public double Coverage { get; init; } = 1;

    /// <summary>The hits, the best first.</summary>
    public IReadOnlyList<SpectralMatchHit> Hits { get; init => field = ListedValues<SpectralMatchHit>.Wrap(value); } =
        ListedValues<SpectralMatchHit>.Wrap([]);

    /// <summary>The query as a mixture of spectra of the library; null where it was not asked for.</summary>
    public SpectralMixture? Mixture { get; init; }

    /// <summary>The library.</summary>
    public required SpectralLibrary Library { get; init; }

    /// <summary>The conversions of the query into the units of the library.</summary>
    public IReadOnlyList<AppliedConversion> Conversions { get; init => field = ListedValues<AppliedConversion>.Wrap(value); } =
        ListedValues<AppliedConversion>.Wrap([]);

    /// <summary>What has to be known of the answer.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = ListedValues<string>.Wrap(value); } =
        ListedValues<string>.Wrap([]);

    /// <inheritdoc/>
    public override string ToString() => Name is null
        ? $"{Query}: {Trust}"
        : FormattableString.Invariant($"{Query}: {Name}, {Score:0.0000}, {Trust}");
}
