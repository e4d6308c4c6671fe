namespace SpectralAnalyzer.Core.Models;

/// <summary>
/// Leaves out one part of the spectra after the other, every n-th from the first, the second and so on (venetian blinds), and
/// measures what was left out by a model of the others, centering and scaling included.
/// </summary>
internal sealed class CrossValidation(
    IReadOnlyList<double[]> rows, IReadOnlyList<double> property, ModelOptions options, int folds, int most)
{
    // squared errors by number of components and part; a part's errors are a mean
    private readonly double[,] _errors = new double[most + 1, folds];
    private readonly double[][] _predicted = [.. Enumerable.Range(0, most + 1).Select(_ => new double[rows.Count])];
    private readonly bool[,] _isOutside = new bool[most + 1, rows.Count];

    private bool HasProperty => options.Property is not null;

    /// <summary>Runs the validation.</summary>
    /// <returns>What it found for 1 component and more.</returns>
    internal ModelValidation[] Run(CancellationToken cancellationToken)
    {
        for (var fold = 0; fold < folds; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LeaveOut(fold, cancellationToken);
        }

        return [.. Enumerable.Range(1, most).Select(Summarize)];
    }

    /// <summary>
    /// Returns the fewest components whose error is not above the smallest by more than the standard error of that.
    /// </summary>
    internal static int Choose(IReadOnlyList<ModelValidation> validation)
    {
        var best = validation.MinBy(v => v.Error)!;
        var bound = (best.Error * best.Error) + best.StandardError;
        return validation.First(v => v.Error * v.Error <= bound).Components;
    }

    /// <summary>Returns the predicted values of a number of components.</summary>
    internal double[] Predicted(int components) => _predicted[components];

    /// <summary>Returns the share of the spectra that are outside of the limits of models without them.</summary>
    internal double OutsideShare(int components) =>
        (double)Enumerable.Range(0, rows.Count).Count(i => _isOutside[components, i]) / rows.Count;

    private void LeaveOut(int fold, CancellationToken cancellationToken)
    {
        int[] left = [.. Enumerable.Range(0, rows.Count).Where(i => i % folds == fold)];
        int[] kept = [.. Enumerable.Range(0, rows.Count).Where(i => i % folds != fold)];
        var scaled = ScaledRows.From([.. kept.Select(i => rows[i])], options.Scaling);
        double[][] samples = [.. left.Select(i => ScaledRows.Apply(rows[i], scaled.Mean, scaled.Scale))];
        if (HasProperty)
        {
            var mean = kept.Average(i => property[i]);
            var fit = PartialLeastSquares.Fit(scaled.Rows, [.. kept.Select(i => property[i] - mean)], most);
            for (var k = 1; k <= most; k++)
            {
                var part = Math.Min(k, fit.Space.Count);
                for (var s = 0; s < left.Length; s++)
                {
                    var scores = fit.Space.Scores(samples[s]).AsSpan(0, part);
                    var predicted = mean + PartialLeastSquares.Predict(scores, fit.Coefficients);
                    _predicted[k][left[s]] = predicted;
                    _errors[k, fold] += Square(predicted - property[left[s]]) / left.Length;
                }
            }

            return;
        }

        var eigenvalues = Eigenvalues.Create(scaled.Rows, cancellationToken);
        var space = PrincipalComponents.Create(eigenvalues, kept.Length, Math.Min(most, eigenvalues.Values.Length));
        (double, double)[] limits =
            [.. Enumerable.Range(1, most).Select(k => LimitsOf(Math.Min(k, space.Count), eigenvalues, kept.Length))];
        for (var s = 0; s < left.Length; s++)
            Measure(fold, left[s], left.Length, samples[s], space, limits);
    }

    // each value is predicted from the others of its spectrum: its residual ÷ (1 − its leverage on the components)
    private void Measure(
        int fold, int index, int count, double[] sample, LatentSpace space, (double T2, double Q)[] limits)
    {
        var scores = space.Scores(sample);
        var residual = (double[])sample.Clone();
        var leverage = new double[sample.Length];
        double t2 = 0;
        for (var k = 1; k <= most; k++)
        {
            if (k <= space.Count)
            {
                var axis = space.Loadings[k - 1];
                for (var j = 0; j < residual.Length; j++)
                {
                    residual[j] -= scores[k - 1] * axis[j];
                    leverage[j] += axis[j] * axis[j];
                }

                t2 += Square(scores[k - 1]) / space.Variances[k - 1];
            }

            double sum = 0;
            for (var j = 0; j < residual.Length; j++)
                sum += Square(residual[j] / Math.Max(1 - leverage[j], 1e-12));
            _errors[k, fold] += sum / (residual.Length * (double)count);
            _isOutside[k, index] = t2 > limits[k - 1].T2 || LatentSpace.SquaresOf(residual) > limits[k - 1].Q;
        }
    }

    private (double T2, double Q) LimitsOf(int k, Eigenvalues eigenvalues, int count) => (
        LimitFormulas.T2(k, count, options.Confidence),
        LimitFormulas.Q([.. eigenvalues.Values.Skip(k).Select(v => v / (count - 1))], options.Confidence));

    private ModelValidation Summarize(int k)
    {
        double[] errors = [.. Enumerable.Range(0, folds).Select(fold => _errors[k, fold])];
        double[] sizes = [.. Enumerable.Range(0, folds).Select(fold => (double)((rows.Count - fold + folds - 1) / folds))];
        var mean = errors.Zip(sizes, (e, n) => e * n).Sum() / rows.Count;
        var average = errors.Average();
        var deviation = Math.Sqrt(errors.Sum(e => Square(e - average)) / (folds - 1));
        var (bias, r) = (double.NaN, double.NaN);
        if (HasProperty)
        {
            var center = property.Average();
            bias = _predicted[k].Zip(property, (p, y) => p - y).Average();
            r = 1 - (mean * rows.Count / property.Sum(y => Square(y - center)));
        }

        return new ModelValidation(k, Math.Sqrt(mean), deviation / Math.Sqrt(folds), bias, r);
    }

    private static double Square(double value) => value * value;
}
