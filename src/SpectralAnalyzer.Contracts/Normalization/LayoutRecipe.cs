namespace SpectralAnalyzer;

/// <summary>A saved layout: how files of one fingerprint are read. It says where the numbers are and holds none.</summary>
public sealed record LayoutRecipe
{
    /// <summary>The name of the recipe in its store: the fingerprint and a short mark of the layout.</summary>
    public string Id { get; init; } = "";

    /// <summary>The fingerprint of the files that it is for: their structure, not their values.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The name that a person gave it, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a person approved it. It then overrides an AI and a layout that looks certain.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Who made it.</summary>
    public RecipeOrigin Origin { get; init; }

    /// <summary>The model that made it, or null.</summary>
    public string? Model { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime Created { get; init; }

    /// <summary>The delimiter between cells.</summary>
    public Delimiter Delimiter { get; init; }

    /// <summary>The decimal mark.</summary>
    public DecimalMark DecimalMark { get; init; }

    /// <summary>The 1-based line of the column names, or null.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>The 1-based line of the first data row.</summary>
    public int FirstDataLine { get; init; } = 1;

    /// <summary>The 1-based column of x.</summary>
    public int XColumn { get; init; } = 1;

    /// <summary>The 1-based columns of y.</summary>
    public IReadOnlyList<int> YColumns { get; init; } = [2];

    /// <summary>The unit of x; Unknown: as the file says.</summary>
    public AxisUnit XUnit { get; init; }

    /// <summary>The kind of y; Unknown: as the file says.</summary>
    public OrdinateKind Ordinate { get; init; }

    /// <summary>How the numbers are arranged.</summary>
    public TableArrangement Arrangement { get; init; }

    /// <summary>The confidence of its maker, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The reason in its maker's words, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Full path of its file; null if it is not saved.</summary>
    public string? Path { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Name ?? Id}: {Delimiter}, decimal {DecimalMark}, x in {XColumn}, y in {string.Join(", ", YColumns)}, ")
        + FormattableString.Invariant($"data from line {FirstDataLine}");
}
