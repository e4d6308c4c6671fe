using MathNet.Numerics.Distributions;

namespace SpectralAnalyzer.Core.Models;

/// <summary>The limits of T² and Q; docs/analytics.md has their sources.</summary>
internal static class LimitFormulas
{
    /// <summary>The limit of T² for a spectrum that is not of the calibration: k(n² − 1) ÷ (n(n − k)) · F(k, n − k).</summary>
    /// <param name="components">k.</param>
    /// <param name="count">n, the number of spectra.</param>
    /// <param name="confidence">The share that passes.</param>
    internal static double T2(int components, int count, double confidence)
    {
        double k = components, n = count;
        return k * ((n * n) - 1) / (n * (n - k)) * FQuantile(k, n - k, confidence);
    }

    /// <summary>The limit of T² for a spectrum of the calibration: (n − 1)² ÷ n · Beta(k ÷ 2, (n − k − 1) ÷ 2).</summary>
    internal static double CalibrationT2(int components, int count, double confidence)
    {
        double k = components, n = count;
        return (n - 1) * (n - 1) / n * BetaQuantile(k / 2, (n - k - 1) / 2, confidence);
    }

    /// <summary>
    /// The limit of Q by Jackson and Mudholkar, from the variances along the axes that are no components; by Box, g χ²(h), where
    /// theirs is not defined. NaN where there is no variance left.
    /// </summary>
    /// <param name="variances">The variances.</param>
    /// <param name="confidence">The share that passes.</param>
    internal static double Q(ReadOnlySpan<double> variances, double confidence)
    {
        double first = 0, second = 0, third = 0;
        foreach (var v in variances)
        {
            first += v;
            second += v * v;
            third += v * v * v;
        }

        if (!(first > 0))
            return double.NaN;
        var power = 1 - (2 * first * third / (3 * second * second));
        // the deviate has the sign of the power
        var z = Math.Sign(power) * Normal.InvCDF(0, 1, confidence);
        var root = (z * Math.Sqrt(2 * second * power * power) / first) + 1 + (second * power * (power - 1) / (first * first));
        return root > 0 && power != 0
            ? first * Math.Pow(root, 1 / power)
            : second / first * ChiSquared.InvCDF(first * first / second, confidence);
    }

    /// <summary>The factor of a standard error that makes an interval with a confidence, of Student's t.</summary>
    internal static double TwoSidedT(int degreesOfFreedom, double confidence) =>
        StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + (confidence / 2));

    private static double FQuantile(double numerator, double denominator, double confidence)
    {
        // F = d₂ b ÷ (d₁ (1 − b)), where b has a beta distribution
        var b = BetaQuantile(numerator / 2, denominator / 2, confidence);
        return denominator * b / (numerator * (1 - b));
    }

    // the search of the library ends early; steps of Newton make the rest
    private static double BetaQuantile(double a, double b, double confidence)
    {
        var x = Beta.InvCDF(a, b, confidence);
        for (var step = 0; step < 4; step++)
        {
            var next = x - ((Beta.CDF(a, b, x) - confidence) / Beta.PDF(a, b, x));
            if (next is not (> 0 and < 1))
                break;
            x = next;
        }

        return x;
    }
}
