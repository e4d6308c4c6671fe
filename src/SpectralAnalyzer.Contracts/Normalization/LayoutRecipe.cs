namespace SpectralAnalyzer;

/// <summary>How files of one layout are read. It says where the numbers are; it holds none.</summary>
public sealed record LayoutRecipe
{
    /// <summary>The name of the recipe in its store: the fingerprint and a short mark of the layout.</summary>
    public string Id { get; init; } = "";

    /// <summary>The fingerprint of the files that it is for: their structure, not their values.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>What a person calls it, or null.</summary>
    public string? Name { get; init; }

    /// <summary>True where a person vouches for it: it goes before what an AI answers and before what looks certain.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Who made it.</summary>
    public RecipeOrigin Origin { get; init; }

    /// <summary>The model that answered it, or null.</summary>
    public string? Model { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime Created { get; init; }

    /// <summary>What stands between cells.</summary>
    public Delimiter Delimiter { get; init; }

    /// <summary>What stands before the decimals.</summary>
    public DecimalMark DecimalMark { get; init; }

    /// <summary>The 1-based line of the column names, or null.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>The 1-based line of the first data row.</summary>
    public int FirstDataLine { get; init; } = 1;

    /// <summary>The 1-based column of x.</summary>
    public int XColumn { get; init; } = 1;

    /// <summary>The 1-based columns of y.</summary>
    public IReadOnlyList<int> YColumns { get; init; } = [2];

    /// <summary>The unit of x; Unknown: what the file says counts.</summary>
    public AxisUnit XUnit { get; init; }

    /// <summary>What y is; Unknown: what the file says counts.</summary>
    public OrdinateKind Ordinate { get; init; }

    /// <summary>How the numbers lie.</summary>
    public TableArrangement Arrangement { get; init; }

    /// <summary>How sure its maker was, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Why, in its maker's words; or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Full path of its file; null while it is not saved.</summary>
    public string? Path { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Name ?? Id}: {Delimiter}, decimal {DecimalMark}, x in {XColumn}, y in {string.Join(", ", YColumns)}, data from line {FirstDataLine}");
}
