using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace SpectralAnalyzer.Core.Models;

/// <summary>
/// The eigenvalues of the products of centered rows, from the smaller of the two matrices of products: of the rows with each
/// other (Gram matrix) or of the columns. Both have the same eigenvalues above 0.
/// </summary>
internal sealed class Eigenvalues
{
    private const int MostRows = 3000;
    private const double Rounding = 1e-13;

    private readonly double[][] _rows;
    private readonly bool _byRows;
    private readonly Matrix<double> _vectors;

    private Eigenvalues(double[][] rows, bool byRows, double[] values, Matrix<double> vectors)
    {
        _rows = rows;
        _byRows = byRows;
        _vectors = vectors;
        Values = values;
    }

    /// <summary>Gets the sums of squares along each principal axis that are above rounding, the largest first.</summary>
    internal double[] Values { get; }

    /// <summary>Computes them.</summary>
    /// <param name="rows">The centered rows.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException"><c>ModelTooLarge</c>: both matrices are too large.</exception>
    internal static Eigenvalues Create(double[][] rows, CancellationToken cancellationToken)
    {
        var byRows = rows.Length <= rows[0].Length;
        var size = Math.Min(rows.Length, rows[0].Length);
        if (size > MostRows)
        {
            throw new SpectralException(
                SpectralErrorIds.ModelTooLarge, SpectralErrorCategory.Resource,
                Invariant($"{rows.Length} spectra of {rows[0].Length} points are too many: at most {MostRows} of either."),
                "Learn from fewer spectra, or resample them by a step of a method.");
        }

        var gram = DotProducts.Gram(byRows ? rows : DotProducts.Transpose(rows), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        // rising; the values of a symmetric matrix are real
        var evd = DenseMatrix.OfArray(gram).Evd(Symmetricity.Symmetric);
        var values = evd.EigenValues.Select(v => v.Real).Reverse().ToArray();
        var rank = values.TakeWhile(v => v > Rounding * values[0] && v > 0).Count();
        return new Eigenvalues(rows, byRows, values[..rank], evd.EigenVectors);
    }

    /// <summary>Returns the principal axis of a value, of length 1; its largest coordinate is above 0.</summary>
    /// <param name="index">The place of the value.</param>
    internal double[] Axis(int index)
    {
        var vector = _vectors.Column(_vectors.ColumnCount - 1 - index).ToArray();
        var axis = vector;
        if (_byRows)
        {
            axis = new double[_rows[0].Length];
            for (var i = 0; i < _rows.Length; i++)
                DotProducts.AddMultiple(axis, vector[i], _rows[i]);
        }

        var length = Math.Sqrt(DotProducts.Sum(axis, axis));
        var largest = 0;
        for (var j = 1; j < axis.Length; j++)
            largest = Math.Abs(axis[j]) > Math.Abs(axis[largest]) ? j : largest;
        var divisor = axis[largest] < 0 ? -length : length;
        return Array.ConvertAll(axis, value => value / divisor);
    }
}
