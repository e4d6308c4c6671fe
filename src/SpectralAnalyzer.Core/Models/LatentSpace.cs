namespace SpectralAnalyzer.Core.Models;

/// <summary>The components of a model: from scaled values to scores, and back.</summary>
internal sealed class LatentSpace
{
    /// <summary>Gets the weights of each component: scores are products with them.</summary>
    internal required double[][] Weights { get; init; }

    /// <summary>Gets the loadings of each component.</summary>
    internal required double[][] Loadings { get; init; }

    /// <summary>Gets the variance of each score in calibration.</summary>
    internal required double[] Variances { get; init; }

    /// <summary>Gets the number of components.</summary>
    internal int Count => Weights.Length;

    /// <summary>Returns the scores of scaled values.</summary>
    internal double[] Scores(double[] scaled) => Array.ConvertAll(Weights, w => DotProducts.Sum(w, scaled));

    /// <summary>Returns scaled values less what the components explain of them.</summary>
    internal double[] Residual(double[] scaled, double[] scores)
    {
        var residual = (double[])scaled.Clone();
        for (var a = 0; a < scores.Length; a++)
            DotProducts.AddMultiple(residual, -scores[a], Loadings[a]);
        return residual;
    }

    /// <summary>Returns Hotelling's T², Σ tₐ² ÷ sₐ².</summary>
    internal double T2(double[] scores)
    {
        double sum = 0;
        for (var a = 0; a < scores.Length; a++)
            sum += scores[a] * scores[a] / Variances[a];
        return sum;
    }

    /// <summary>Returns what each scaled value contributes to T²: xⱼ Σ tₐ wₐⱼ ÷ sₐ². They add up to T².</summary>
    internal double[] T2Contributions(double[] scaled, double[] scores)
    {
        var contributions = new double[scaled.Length];
        for (var a = 0; a < scores.Length; a++)
            DotProducts.AddMultiple(contributions, scores[a] / Variances[a], Weights[a]);
        for (var j = 0; j < contributions.Length; j++)
            contributions[j] *= scaled[j];
        return contributions;
    }

    /// <summary>Returns the sum of squares.</summary>
    internal static double SquaresOf(double[] values) => DotProducts.Sum(values, values);
}
