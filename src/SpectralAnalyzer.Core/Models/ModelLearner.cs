using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Models;

/// <summary>Learns a model from prepared spectra on one grid.</summary>
internal static class ModelLearner
{
    private const int FewestSpectra = 4;

    /// <summary>Learns a model.</summary>
    /// <param name="spectra">The spectra as they were read, whose files the model names.</param>
    /// <param name="prepare">Prepares a spectrum.</param>
    /// <param name="options">How the model is learned.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal static SpectralModel Learn(
        IReadOnlyList<Spectrum> spectra, Func<Spectrum, Spectrum> prepare, ModelOptions options,
        CancellationToken cancellationToken)
    {
        Check(spectra, options);
        Spectrum[] prepared = [.. spectra.Select(spectrum => Prepare(spectrum, prepare))];
        var (x, rows, leftOut) = CommonGrid.Create(prepared, cancellationToken);
        var scaled = ScaledRows.From(rows, options.Scaling);
        var eigenvalues = Eigenvalues.Create(scaled.Rows, cancellationToken);
        // the mean of equal values differs from them by rounding
        if (eigenvalues.Values.Sum() <= 1e-24 * rows.Sum(LatentSpace.SquaresOf))
            throw TooFew("All spectra are the same: there is nothing to learn.");
        // as many as leave a degree of freedom to every limit, in cross-validation too
        var folds = Math.Min(options.Folds, spectra.Count);
        var kept = folds == 0 ? spectra.Count : spectra.Count - ((spectra.Count + folds - 1) / folds);
        var most = Math.Max(1, Math.Min(eigenvalues.Values.Length, Math.Min(kept, spectra.Count - 1) - 2));
        if (options.Components > most)
        {
            throw Invalid(Invariant(
                $"{options.Components} components are too many: {spectra.Count} spectra of {x.Length} points allow {most}."));
        }

        var tried = Math.Min(most, Math.Max(options.MaximumComponents, options.Components ?? 0));
        var validation = folds == 0 ? null : new CrossValidation(rows, options.PropertyValues, options, folds, tried);
        var found = validation?.Run(cancellationToken) ?? [];
        var count = options.Components ?? CrossValidation.Choose(found);
        var fit = options.Property is null ? null : PartialLeastSquares.Fit(scaled.Rows, Centered(options.PropertyValues), count);
        var space = fit?.Space ?? PrincipalComponents.Create(eigenvalues, rows.Length, count);
        if (space.Count < count)
            throw Invalid(Invariant($"Only {space.Count} components go with {options.Property}: state at most as many."));
        var rest = fit is null ? eigenvalues.Values.AsSpan(count) : Eigenvalues.Create(fit.Residual, cancellationToken).Values;
        var limits = Limits(count, rows.Length, rest, eigenvalues.Values.Sum(), options.Confidence);
        ModelSample[] samples = [.. scaled.Rows.Select((row, i) => Sample(spectra[i], row, space) with
        {
            Measured = fit is null ? null : options.PropertyValues[i],
            Predicted = fit is null ? null : validation?.Predicted(count)[i],
        })];
        var outside = options.Property is null ? validation?.OutsideShare(count) : null;
        var model = new SpectralModel
        {
            Name = options.Name,
            Kind = fit is null ? ModelKind.PrincipalComponents : ModelKind.PartialLeastSquares,
            CreatedUtc = DateTime.UtcNow,
            EngineVersion = RunManifest.EngineVersion,
            Method = options.Method?.Stamp,
            Steps = [.. options.Method?.Steps.Select(step => step with { Line = null }) ?? []],
            Axis = prepared[0].Axis,
            Ordinate = prepared[0].Ordinate,
            Scaling = options.Scaling,
            Confidence = options.Confidence,
            Components = count,
            X = x,
            Mean = scaled.Mean,
            Scale = scaled.Scale,
            Weights = space.Weights,
            Loadings = space.Loadings,
            ScoreVariances = space.Variances,
            ExplainedVariance = Explained(space, rows.Length, eigenvalues.Values.Sum()),
            Limits = limits,
            Samples = samples,
            Validation = found,
            OutsideInValidation = outside,
            Regression = fit is null ? null : Regression(fit, samples, options),
        };
        return model with { Warnings = [.. Warnings(model, leftOut)] };
    }

    private static void Check(IReadOnlyList<Spectrum> spectra, ModelOptions options)
    {
        if (spectra.Count < FewestSpectra)
            throw TooFew(Invariant($"A model needs at least {FewestSpectra} spectra, and has {spectra.Count}."));
        if (options.Confidence is not (> 0.5 and < 1))
            throw Invalid(Invariant($"A confidence of {options.Confidence} is not above 0.5 and below 1."));
        if (options.Components < 1 || options.MaximumComponents < 1)
            throw Invalid("A model has at least one component.");
        if (options.Folds is < 0 or 1)
            throw Invalid(Invariant($"{options.Folds} parts cannot be left out in turn: state 2 or more, or 0 for none."));
        if (options is { Folds: 0, Components: null })
            throw Invalid("Without cross-validation, the number of components is to be stated.");
        if (options.Property is null)
            return;
        if (options.PropertyValues.Count != spectra.Count)
            throw Invalid(Invariant($"{options.PropertyValues.Count} values of {options.Property} for {spectra.Count} spectra."));
        for (var i = 0; i < spectra.Count; i++)
        {
            if (!double.IsFinite(options.PropertyValues[i]))
                throw Invalid($"{options.Property} of '{spectra[i].Label}' is not a finite number.");
        }

        if (options.PropertyValues.Distinct().Count() < 3)
            throw Invalid($"{options.Property} has fewer than three different values: there is nothing to predict.");
    }

    private static Spectrum Prepare(Spectrum spectrum, Func<Spectrum, Spectrum> prepare)
    {
        try
        {
            return prepare(spectrum);
        }
        catch (SpectralException e)
        {
            throw new SpectralException(e.Error with { Message = $"'{spectrum.Label}': {e.Error.Message}" }, e);
        }
    }

    private static ModelSample Sample(Spectrum spectrum, double[] row, LatentSpace space)
    {
        var scores = space.Scores(row);
        return new ModelSample
        {
            Name = spectrum.Label,
            Sha256 = Stamp(spectrum).Sha256,
            Scores = scores,
            T2 = space.T2(scores),
            Q = LatentSpace.SquaresOf(space.Residual(row, scores)),
        };
    }

    private static SpectralFileStamp Stamp(Spectrum spectrum)
    {
        try
        {
            return File.Exists(spectrum.Path)
                ? FileStamps.Compute(spectrum.Path, CancellationToken.None)
                : FileStamps.Create(spectrum.Path, [spectrum]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Loading), e);
        }
    }

    private static ModelLimits Limits(int k, int n, ReadOnlySpan<double> rest, double total, double confidence)
    {
        double sum = 0;
        foreach (var value in rest)
            sum += value;
        double[] variances = [.. rest];
        return new ModelLimits(
            LimitFormulas.T2(k, n, confidence),
            LimitFormulas.CalibrationT2(k, n, confidence),
            // what rounding leaves is no residual
            sum <= 1e-12 * total ? double.NaN : LimitFormulas.Q(Array.ConvertAll(variances, v => v / (n - 1)), confidence));
    }

    private static double[] Explained(LatentSpace space, int n, double total) =>
        [.. space.Variances.Select((v, a) => v * (n - 1) * LatentSpace.SquaresOf(space.Loadings[a]) / total)];

    private static double[] Centered(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return [.. values.Select(v => v - mean)];
    }

    private static ModelRegression Regression(PartialLeastSquares fit, ModelSample[] samples, ModelOptions options)
    {
        var mean = options.PropertyValues.Average();
        double errors = 0, deviations = 0;
        foreach (var sample in samples)
        {
            var measured = sample.Measured!.Value;
            var error = mean + PartialLeastSquares.Predict([.. sample.Scores], fit.Coefficients) - measured;
            errors += error * error;
            deviations += (measured - mean) * (measured - mean);
        }

        return new ModelRegression
        {
            Property = options.Property!,
            Mean = mean,
            Coefficients = fit.Coefficients,
            Minimum = options.PropertyValues.Min(),
            Maximum = options.PropertyValues.Max(),
            StandardError = Math.Sqrt(errors / (samples.Length - fit.Space.Count - 1)),
            RSquared = 1 - (errors / deviations),
        };
    }

    private static IEnumerable<string> Warnings(SpectralModel model, int leftOut)
    {
        if (leftOut > 0)
            yield return Invariant($"{leftOut} points are left out, at which a spectrum has no value.");
        if (double.IsNaN(model.Limits.Q))
            yield return "The components leave no residual: Q has no limit and is not judged.";
        if (model.OutsideInValidation is { } outside && outside > 2 * (1 - model.Confidence)
            && outside * model.Samples.Count >= 3)
        {
            yield return Invariant(
                $"{outside:P0} of the good spectra are outside of a model that does not know them, {1 - model.Confidence:P0} ")
                + "are expected: learn from more spectra, or with fewer components.";
        }

        foreach (var sample in model.Samples.Where(s => s.T2 > model.Limits.CalibrationT2 * 2 || s.Q > model.Limits.Q * 2))
            yield return $"'{sample.Name}' is unlike the others: its T² or Q is more than twice the limit. Is it a good one?";
    }

    private static SpectralException TooFew(string message) => new(
        SpectralErrorIds.TooFewModelSpectra, SpectralErrorCategory.InvalidData, message,
        "Learn from more good spectra, which differ as good ones do.");

    private static SpectralException Invalid(string message) => new(
        SpectralErrorIds.InvalidModelOption, SpectralErrorCategory.InvalidArgument, message, "See docs/analytics.md.");
}
