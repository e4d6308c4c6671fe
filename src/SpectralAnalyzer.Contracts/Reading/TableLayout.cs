using System.Globalization;

namespace SpectralAnalyzer;

/// <summary>
/// How a text file is laid out: all that is needed to read its numbers exactly. It holds no number of the data.
/// </summary>
public sealed record TableLayout
{
    /// <summary>The encoding's name, for example <c>utf-8</c>.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>What stands between cells.</summary>
    public Delimiter Delimiter { get; init; }

    /// <summary>What stands before the decimals.</summary>
    public DecimalMark DecimalMark { get; init; }

    /// <summary>How the numbers lie.</summary>
    public TableArrangement Arrangement { get; init; }

    /// <summary>The 1-based line of the column names, or null.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>The 1-based line of the first data row.</summary>
    public int FirstDataLine { get; init; } = 1;

    /// <summary>The 1-based line of the last data row of the (first) block; null: to the end.</summary>
    public int? LastDataLine { get; init; }

    /// <summary>How many blocks or scans are stacked in the file.</summary>
    public int BlockCount { get; init; } = 1;

    /// <summary>The 1-based column of x, or null where x is implied.</summary>
    public int? XColumn { get; init; } = 1;

    /// <summary>The 1-based columns of y (with <see cref="TableArrangement.Rows"/>: the 1-based lines of the spectra).</summary>
    public IReadOnlyList<int> YColumns { get; init; } = [2];

    /// <summary>What x is.</summary>
    public SpectralAxis Axis { get; init; } = SpectralAxis.Unknown;

    /// <summary>What y is.</summary>
    public SpectralOrdinate Ordinate { get; init; } = SpectralOrdinate.Unknown;

    /// <summary>The runs of data rows, in the file's order; empty: found from <see cref="FirstDataLine"/> on.</summary>
    public IReadOnlyList<TableBlock> Blocks { get; init; } = [];

    /// <summary>
    /// With <see cref="TableArrangement.ColumnPairs"/>: the 1-based column of x for each of <see cref="YColumns"/>; empty: the
    /// one left of it.
    /// </summary>
    public IReadOnlyList<int> PairColumns { get; init; } = [];

    /// <summary>With <see cref="TableArrangement.Rows"/>: the 1-based line of the x values.</summary>
    public int? XLine { get; init; }

    /// <summary>With <see cref="TableArrangement.Rows"/>: the 1-based first cell of the x values.</summary>
    public int FirstXCell { get; init; } = 1;

    /// <summary>
    /// With <see cref="TableArrangement.Rows"/>: the 1-based last cell of the x values; null: the last number of the line.
    /// </summary>
    public int? LastXCell { get; init; }

    /// <summary>The columns that are no spectra, and why.</summary>
    public IReadOnlyList<LeftOutColumn> LeftOut { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Encoding}, {Delimiter}, decimal {DecimalMark}, {Arrangement}, x in {(XColumn is { } x ? x : "no column")}, y in "
        + $"{Columns}, data from line {FirstDataLine}");

    private string Columns => YColumns.Count switch
    {
        > 3 => FormattableString.Invariant($"{YColumns[0]} … {YColumns[^1]} ({YColumns.Count})"),
        _ => string.Join(" and ", YColumns),
    };
}
