namespace SpectralAnalyzer;

/// <summary>What the user knows about a file; what is stated here always wins over what is detected.</summary>
public sealed record ReadOptions
{
    /// <summary>Nothing is stated.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>The delimiter.</summary>
    public Delimiter? Delimiter { get; init; }

    /// <summary>The decimal mark.</summary>
    public DecimalMark? DecimalMark { get; init; }

    /// <summary>How many lines stand before the column names or, where there are none, the data.</summary>
    public int? SkipLines { get; init; }

    /// <summary>The column of x: its 1-based number or its name.</summary>
    public string? XColumn { get; init; }

    /// <summary>The columns of y: their 1-based numbers or names.</summary>
    public IReadOnlyList<string>? YColumns { get; init; }

    /// <summary>
    /// The spectra of a file that are taken: their names, in which <c>*</c> and <c>?</c> are wildcards, or their 1-based numbers;
    /// null for all.
    /// </summary>
    public IReadOnlyList<string>? Series { get; init; }

    /// <summary>The unit of x.</summary>
    public AxisUnit? XUnit { get; init; }

    /// <summary>What y is.</summary>
    public OrdinateKind? Ordinate { get; init; }

    /// <summary>The encoding's name, for example <c>utf-8</c>, <c>utf-16</c>, <c>latin1</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>A file of more bytes than this is refused rather than read.</summary>
    public long MaxFileBytes { get; init; } = 1L << 30;
}
