namespace SpectralAnalyzer;

/// <summary>The grid of a contact sheet.</summary>
/// <param name="Columns">How many graphs are side by side, from 1 to 12.</param>
/// <param name="Rows">How many are one below the other, from 1 to 12.</param>
public sealed record ContactSheetGrid(int Columns, int Rows)
{
    /// <summary>The most columns, and the most rows.</summary>
    public const int Most = 12;

    /// <summary>Returns the grid as it is written: <c>4x6</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Columns}x{Rows}");
}
