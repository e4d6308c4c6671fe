namespace SpectralAnalyzer;

/// <summary>The certificate of one file: what it is, how it was read, how sure that is, and what is wrong with it.</summary>
public sealed record SpectralFileReport
{
    /// <summary>Full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>True where at least one spectrum can be read.</summary>
    public bool IsValid { get; init; }

    /// <summary>The format's name, for example <c>Text</c>, <c>JCAMP-DX</c>, <c>SPC</c>; null where it is not known.</summary>
    public string? Format { get; init; }

    /// <summary>How many spectra the file holds.</summary>
    public int SpectrumCount { get; init; }

    /// <summary>The number of points of the first spectrum.</summary>
    public int PointCount { get; init; }

    /// <summary>The unit of x.</summary>
    public AxisUnit XUnit { get; init; }

    /// <summary>What y is.</summary>
    public OrdinateKind Ordinate { get; init; }

    /// <summary>True where the file does not state the unit of x and it was proposed from the numbers.</summary>
    public bool XUnitInferred { get; init; }

    /// <summary>True where the file does not state the quantity of y and it was proposed from the numbers.</summary>
    public bool OrdinateInferred { get; init; }

    /// <summary>The smallest x.</summary>
    public double? XMin { get; init; }

    /// <summary>The largest x.</summary>
    public double? XMax { get; init; }

    /// <summary>True where x falls in the file.</summary>
    public bool XDescending { get; init; }

    /// <summary>The encoding's name; null for a binary format.</summary>
    public string? Encoding { get; init; }

    /// <summary>What stands between cells; null where the format has none.</summary>
    public Delimiter? Delimiter { get; init; }

    /// <summary>What stands before the decimals; null for a binary format.</summary>
    public DecimalMark? DecimalMark { get; init; }

    /// <summary>How many lines stand before the first data row.</summary>
    public int? HeaderLineCount { get; init; }

    /// <summary>The 1-based column of x.</summary>
    public int? XColumn { get; init; }

    /// <summary>The 1-based columns of y.</summary>
    public IReadOnlyList<int> YColumns { get; init => field = ListedValues<int>.Wrap(value); } = ListedValues<int>.Wrap([]);

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The evidence for and against the layout.</summary>
    public IReadOnlyList<LayoutEvidence> Evidence
    {
        get;
        init => field = ListedValues<LayoutEvidence>.Wrap(value);
    } = ListedValues<LayoutEvidence>.Wrap([]);

    /// <summary>The whole layout, for a text file.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>The second-best layout, or null.</summary>
    public LayoutCandidate? RunnerUp { get; init; }

    /// <summary>What the file says besides its numbers.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>What the user should know about the file.</summary>
    public IReadOnlyList<SpectralFileIssue> Issues
    {
        get;
        init => field = ListedValues<SpectralFileIssue>.Wrap(value);
    } = ListedValues<SpectralFileIssue>.Wrap([]);

    /// <summary>The size of the file in bytes.</summary>
    public long Length { get; init; }
}
