namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>What stands in a cell.</summary>
internal enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>A word or mark that stands for a missing value.</summary>
    Missing,

    /// <summary>Anything else.</summary>
    Text,
}
