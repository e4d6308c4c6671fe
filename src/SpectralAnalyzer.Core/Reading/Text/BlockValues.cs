namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>The numbers of some columns of a range of lines.</summary>
internal sealed class BlockValues
{
    private BlockValues(double[][] columns, int[] lines, int rows)
    {
        Columns = columns;
        Lines = lines;
        Rows = rows;
    }

    /// <summary>The columns, each with one value a row; NaN where there is no number.</summary>
    public double[][] Columns { get; }

    /// <summary>The line of each row, from 0.</summary>
    public int[] Lines { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>How many cells hold text, a column.</summary>
    public int[] Texts { get; private init; } = [];

    /// <summary>How many cells hold a word for a missing value, a column.</summary>
    public int[] Missing { get; private init; } = [];

    /// <summary>The line of the first cell that is text where a number is due, a column, from 0; −1 where there is none.</summary>
    public int[] FirstTextLine { get; private init; } = [];

    /// <summary>Rows with a word for a missing value: the first of them, from 0; −1 where there is none.</summary>
    public int FirstMissingLine { get; private init; } = -1;

    /// <summary>How many numbers are written with marks of thousands.</summary>
    public int Thousands { get; private init; }

    /// <summary>Reads the columns.</summary>
    /// <param name="document">The file.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="firstLine">The first line, from 0.</param>
    /// <param name="lastLine">The last line, from 0.</param>
    /// <param name="wanted">The columns, from 0.</param>
    /// <param name="maximumRows">No more rows than this.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static BlockValues Read(
        TextDocument document,
        Dialect dialect,
        int firstLine,
        int lastLine,
        IReadOnlyList<int> wanted,
        int maximumRows,
        CancellationToken cancellationToken)
    {
        var capacity = Math.Min(lastLine - firstLine + 1, maximumRows);
        var columns = new double[wanted.Count][];
        for (var k = 0; k < columns.Length; k++)
            columns[k] = new double[capacity];
        var lines = new int[capacity];
        var texts = new int[columns.Length];
        var missing = new int[columns.Length];
        var firstText = new int[columns.Length];
        Array.Fill(firstText, -1);
        var place = new int[wanted.Count];
        for (var k = 0; k < place.Length; k++)
            place[k] = wanted[k];
        var row = new RowCells(dialect);
        int rows = 0, thousands = 0, firstMissing = -1;
        for (var i = firstLine; i <= lastLine && rows < capacity; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var line = document.Line(i);
            if (line.IsEmpty)
                continue;
            var cells = row.Split(line);
            var numbers = 0;
            for (var k = 0; k < place.Length; k++)
            {
                var value = double.NaN;
                if (place[k] < cells)
                {
                    var cell = row.Cell(line, place[k]);
                    switch (NumericCell.Classify(cell, dialect.Mark, out value))
                    {
                        case CellKind.Number:
                            numbers++;
                            if (NumericCell.HasThousandsMark(cell, dialect.Mark))
                                thousands++;
                            break;
                        case CellKind.Missing:
                            missing[k]++;
                            if (firstMissing < 0)
                                firstMissing = i;
                            break;
                        case CellKind.Text:
                            texts[k]++;
                            if (firstText[k] < 0)
                                firstText[k] = i;
                            break;
                    }
                }

                columns[k][rows] = value;
            }

            if (numbers == 0)
                continue;
            lines[rows++] = i;
        }

        if (rows < capacity)
        {
            for (var k = 0; k < columns.Length; k++)
                Array.Resize(ref columns[k], rows);
            Array.Resize(ref lines, rows);
        }

        return new BlockValues(columns, lines, rows)
        {
            Texts = texts,
            Missing = missing,
            FirstTextLine = firstText,
            FirstMissingLine = firstMissing,
            Thousands = thousands,
        };
    }
}
