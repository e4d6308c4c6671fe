namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>What a cell holds: nothing, a finite number, a word for a missing value, or anything else.</summary>
internal enum CellKind
{
    Empty,
    Number,
    Missing,
    Text,
}
