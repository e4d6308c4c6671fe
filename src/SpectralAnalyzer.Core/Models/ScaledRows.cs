namespace SpectralAnalyzer.Core.Models;

/// <summary>Spectra, a row each, less their mean and divided by their scale.</summary>
internal sealed class ScaledRows
{
    private ScaledRows(double[][] rows, double[] mean, double[] scale)
    {
        Rows = rows;
        Mean = mean;
        Scale = scale;
    }

    /// <summary>Gets the centered and scaled rows.</summary>
    internal double[][] Rows { get; }

    /// <summary>Gets the mean of each column.</summary>
    internal double[] Mean { get; }

    /// <summary>Gets what each column is divided by; 1 for one that does not vary.</summary>
    internal double[] Scale { get; }

    /// <summary>Centers and scales rows by their own mean and standard deviation.</summary>
    internal static ScaledRows From(IReadOnlyList<double[]> rows, ModelScaling scaling)
    {
        var mean = new double[rows[0].Length];
        foreach (var row in rows)
        {
            for (var j = 0; j < mean.Length; j++)
                mean[j] += row[j] / rows.Count;
        }

        var squares = new double[mean.Length];
        foreach (var row in rows)
        {
            for (var j = 0; j < mean.Length; j++)
                squares[j] += (row[j] - mean[j]) * (row[j] - mean[j]);
        }

        var scale = new double[mean.Length];
        for (var j = 0; j < scale.Length; j++)
        {
            var deviation = Math.Sqrt(squares[j] / (rows.Count - 1));
            // what does not vary, varies by rounding alone
            scale[j] = scaling == ModelScaling.None || deviation <= 1e-12 * Math.Abs(mean[j]) || deviation == 0 ? 1
                : scaling == ModelScaling.AutoScale ? deviation
                : Math.Sqrt(deviation);
        }

        return new ScaledRows([.. rows.Select(row => Apply(row, mean, scale))], mean, scale);
    }

    /// <summary>Centers and scales one row by the mean and scale of others.</summary>
    internal static double[] Apply(ReadOnlySpan<double> row, ReadOnlySpan<double> mean, ReadOnlySpan<double> scale)
    {
        var scaled = new double[row.Length];
        for (var j = 0; j < scaled.Length; j++)
            scaled[j] = (row[j] - mean[j]) / scale[j];
        return scaled;
    }
}
