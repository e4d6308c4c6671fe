namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Rows of the same number of cells that follow each other.</summary>
/// <param name="firstLine">The line of the first row, from 0.</param>
/// <param name="cells">The cells of each row, empty ones included.</param>
/// <param name="numbers">The numbers in the first row.</param>
internal sealed class RowRun(int firstLine, int cells, int numbers)
{
    internal int FirstLine { get; } = firstLine;

    internal int LastLine { get; private set; } = firstLine;

    internal int Cells { get; } = cells;

    internal int Rows { get; private set; } = 1;

    /// <summary>Gets the most numbers in a row.</summary>
    internal int MostNumbers { get; private set; } = numbers;

    internal void Extend(int line, int numbers)
    {
        LastLine = line;
        Rows++;
        MostNumbers = Math.Max(MostNumbers, numbers);
    }
}
