namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>One column of a block, and how its numbers run.</summary>
internal sealed class NumericColumn
{
    /// <summary>Measures a column.</summary>
    /// <param name="number">The 1-based number of the column.</param>
    /// <param name="values">One value for each row, NaN where there is no number.</param>
    internal NumericColumn(int number, double[] values)
    {
        Number = number;
        Values = values;
        int count = 0, up = 0, down = 0, steps = 0;
        double min = double.PositiveInfinity, max = double.NegativeInfinity, previous = double.NaN;
        var counts = true;
        var sample = new List<double>(Math.Min(values.Length, 257));
        var stride = Math.Max(1, values.Length / 256);
        var untilSample = stride;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            if (count > 0)
            {
                var step = value - previous;
                steps++;
                // in most columns a step rises as often as it falls: no branch is taken on it
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

            min = Math.Min(min, value);
            max = Math.Max(max, value);
            count++;
            previous = value;
        }

        (Count, Min, Max) = (count, min, max);
        Direction = Math.Sign(up - down);
        MonotoneShare = steps == 0 ? 0 : (double)Math.Max(up, down) / steps;
        StandsStill = steps >= 20 && up + down <= 0.1 * steps;
        IsConstant = count > 0 && min == max;
        IsRowNumber = counts && count >= 2;
        if (sample.Count > 0)
        {
            sample.Sort();
            var median = sample[sample.Count / 2];
            MedianStep = median;
            IsEven = median > 0 && sample.Count(s => Math.Abs(s - median) <= 0.1 * median) >= 0.97 * sample.Count;
        }
    }

    /// <summary>Gets the 1-based number of the column.</summary>
    internal int Number { get; }

    /// <summary>Gets one value for each row, NaN where there is no number.</summary>
    internal double[] Values { get; }

    /// <summary>Gets the numbers without the gaps.</summary>
    internal double[] Numbers => Count == Values.Length ? Values : Array.FindAll(Values, v => !double.IsNaN(v));

    /// <summary>Gets how many rows have a number.</summary>
    internal int Count { get; }

    /// <summary>Gets the share of the steps that go in the direction in which most go.</summary>
    internal double MonotoneShare { get; }

    /// <summary>Gets 1 where most steps rise, −1 where most fall, else 0.</summary>
    internal int Direction { get; }

    /// <summary>Gets whether all numbers are the same.</summary>
    internal bool IsConstant { get; }

    /// <summary>Gets whether the numbers count the rows, from 0 or 1.</summary>
    internal bool IsRowNumber { get; }

    /// <summary>Gets whether nearly every step has the size of the median step, within a tenth.</summary>
    internal bool IsEven { get; }

    /// <summary>Gets whether most numbers are repeated in the next row.</summary>
    internal bool StandsStill { get; }

    internal double Min { get; }

    internal double Max { get; }

    /// <summary>Gets the median size of a step.</summary>
    internal double MedianStep { get; }

    /// <summary>Gets whether the numbers rise or fall throughout, or nearly.</summary>
    internal bool IsMonotone => Count >= 2 && MonotoneShare >= 0.95;
}
