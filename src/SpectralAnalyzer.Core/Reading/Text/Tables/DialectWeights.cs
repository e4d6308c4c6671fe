namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>The factors of a dialect's quality: each is what remains of it in the worst case.</summary>
internal static class DialectWeights
{
    /// <summary>Every row has another number of cells than the one before.</summary>
    internal const double Uneven = 0.6;

    /// <summary>What even rows add to <see cref="Uneven"/>.</summary>
    internal const double Even = 0.4;

    /// <summary>The table has a single column.</summary>
    internal const double OneColumn = 0.35;

    /// <summary>All numbers are in blocks unlike the main one.</summary>
    internal const double OtherBlocks = 0.7;

    /// <summary>What it adds to <see cref="OtherBlocks"/> where all numbers are in blocks like the main one.</summary>
    internal const double SameTable = 0.3;

    /// <summary>There are hardly any rows.</summary>
    internal const double NoRows = 0.4;

    /// <summary>So many cells add a whole to <see cref="NoRows"/>.</summary>
    internal const double EnoughCells = 20.0;

    /// <summary>Blanks, or the comma as delimiter and decimal mark, which explain more than they should.</summary>
    internal const double Loose = 0.95;
}
