namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>One column of a block, with what its numbers look like.</summary>
internal sealed class NumericColumn
{
    private NumericColumn(int number, double[] values)
    {
        Number = number;
        Values = values;
    }

    /// <summary>The 1-based number of the column.</summary>
    public int Number { get; }

    /// <summary>One value a row; NaN where there is no number.</summary>
    public double[] Values { get; }

    /// <summary>The numbers without the gaps.</summary>
    public double[] Numbers => Count == Values.Length ? Values : Array.FindAll(Values, v => !double.IsNaN(v));

    /// <summary>How many rows have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The share of steps that go the way most go.</summary>
    public double MonotoneShare { get; private set; }

    /// <summary>1 where most steps rise, −1 where most fall, 0 where neither.</summary>
    public int Direction { get; private set; }

    /// <summary>True where all numbers are the same.</summary>
    public bool IsConstant { get; private set; }

    /// <summary>True where the numbers count the rows, from 0 or 1.</summary>
    public bool IsRowNumber { get; private set; }

    /// <summary>True where every step has the size of the median step, to a tenth.</summary>
    public bool IsEven { get; private set; }

    /// <summary>True where a number mostly stands again in the next row.</summary>
    public bool StandsStill { get; private set; }

    /// <summary>The smallest number.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest number.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>The median size of a step.</summary>
    public double MedianStep { get; private set; }

    /// <summary>True where the numbers rise or fall throughout, or nearly.</summary>
    public bool IsMonotone => Count >= 2 && MonotoneShare >= 0.95;

    /// <summary>Looks at a column.</summary>
    public static NumericColumn Of(int number, double[] values)
    {
        var column = new NumericColumn(number, values);
        int up = 0, down = 0, steps = 0;
        var previous = double.NaN;
        var counts = true;
        var sample = new List<double>(Math.Min(values.Length, 257));
        var stride = Math.Max(1, values.Length / 256);
        var untilSample = stride;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value))
                continue;
            if (column.Count > 0)
            {
                var step = value - previous;
                steps++;
                // whether a step rises is a toss-up in most columns: no branch is taken on it
                up += step > 0 ? 1 : 0;
                down += step < 0 ? 1 : 0;
                counts &= step == 1;
                if (--untilSample == 0)
                {
                    sample.Add(Math.Abs(step));
                    untilSample = stride;
                }
            }
            else
            {
                counts = value is 0 or 1;
            }

            column.Min = Math.Min(column.Min, value);
            column.Max = Math.Max(column.Max, value);
            column.Count++;
            previous = value;
        }

        column.Direction = Math.Sign(up - down);
        column.MonotoneShare = steps == 0 ? 0 : (double)Math.Max(up, down) / steps;
        column.StandsStill = steps >= 20 && up + down <= 0.1 * steps;
        column.IsConstant = column.Count > 0 && column.Min == column.Max;
        column.IsRowNumber = counts && column.Count >= 2;
        if (sample.Count > 0)
        {
            sample.Sort();
            var median = sample[sample.Count / 2];
            column.MedianStep = median;
            var even = sample.Count(s => Math.Abs(s - median) <= 0.1 * median);
            column.IsEven = median > 0 && even >= 0.97 * sample.Count;
        }

        return column;
    }
}
