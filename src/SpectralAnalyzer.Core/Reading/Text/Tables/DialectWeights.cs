namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>The factors of a dialect's quality: each is what remains of it in the worst case.</summary>
internal static class DialectWeights
{
    internal const double Uneven = 0.6; // every row has another number of cells than the one before
    internal const double Even = 0.4; // what even rows add to Uneven
    internal const double OneColumn = 0.35; // the table has a single column
    internal const double OtherBlocks = 0.7; // all numbers are in blocks unlike the main one
    internal const double SameTable = 0.3; // what it adds to OtherBlocks where all numbers are in blocks like the main one
    internal const double NoRows = 0.4; // there are hardly any rows
    internal const double EnoughCells = 20.0; // so many cells add a whole to NoRows
    internal const double Loose = 0.95; // blanks, or the comma as delimiter and decimal mark, which explain more than they should
}
