namespace SpectralAnalyzer.Core.Models;

/// <summary>Principal components of centered and scaled rows.</summary>
internal static class PrincipalComponents
{
    /// <summary>Returns the first components.</summary>
    /// <param name="eigenvalues">The eigenvalues of the rows.</param>
    /// <param name="rowCount">The number of rows.</param>
    /// <param name="count">The number of components; at most as many as eigenvalues.</param>
    internal static LatentSpace Create(Eigenvalues eigenvalues, int rowCount, int count)
    {
        double[][] axes = [.. Enumerable.Range(0, count).Select(eigenvalues.Axis)];
        return new LatentSpace
        {
            Weights = axes,
            Loadings = axes,
            Variances = [.. eigenvalues.Values.Take(count).Select(v => v / (rowCount - 1))],
        };
    }
}
