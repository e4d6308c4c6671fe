namespace SpectralAnalyzer.Core.Reading.Arrays;

/// <summary>A named array of numbers with at most two dimensions.</summary>
/// <param name="Parent">The path of the structure or group that holds it; empty at the top.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="Values">The values, column after column.</param>
internal sealed record NumericArray(string Parent, string Name, int Rows, int Columns, double[] Values)
{
    /// <summary>True where the file says that it is an axis of others.</summary>
    internal bool IsAxis { get; init; }

    internal bool IsVector => Rows == 1 || Columns == 1;

    internal NumericArray Transpose()
    {
        var values = new double[Values.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
                values[(row * Columns) + column] = Values[(column * Rows) + row];
        }

        return this with { Rows = Columns, Columns = Rows, Values = values };
    }

    /// <summary>Returns whether the first values, as many as there are rows, rise or fall throughout.</summary>
    internal bool IsMonotonic()
    {
        bool rises = true, falls = true;
        for (var i = 1; i < (IsVector ? Values.Length : Rows); i++)
        {
            rises &= Values[i] > Values[i - 1];
            falls &= Values[i] < Values[i - 1];
        }

        return rises || falls;
    }
}
