using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Processing;

namespace SpectralAnalyzer.Core.Models;

/// <summary>Measures spectra by a model. Safe for several threads at once.</summary>
internal sealed class ModelMeasurement
{
    private const double LeastShareToName = 0.25;

    private readonly SpectralModel _model;
    private readonly Func<Spectrum, Spectrum> _prepare;
    private readonly bool _includeResidual;
    private readonly double[] _x;
    private readonly double[] _mean;
    private readonly double[] _scale;
    private readonly double[] _coefficients;
    private readonly LatentSpace _space;
    private readonly Spectrum _meanSpectrum;

    /// <summary>Initializes the measurement.</summary>
    /// <param name="model">The model, which <see cref="ModelRules.Check"/> accepts.</param>
    /// <param name="prepare">Prepares a spectrum by the steps of the model.</param>
    /// <param name="includeResidual">Whether results contain the residual.</param>
    internal ModelMeasurement(SpectralModel model, Func<Spectrum, Spectrum> prepare, bool includeResidual)
    {
        (_model, _prepare, _includeResidual) = (model, prepare, includeResidual);
        (_x, _mean, _scale) = ([.. model.X], [.. model.Mean], [.. model.Scale]);
        _coefficients = [.. model.Regression?.Coefficients ?? []];
        _space = new LatentSpace
        {
            Weights = [.. model.Weights.Select(w => w.ToArray())],
            Loadings = [.. model.Loadings.Select(l => l.ToArray())],
            Variances = [.. model.ScoreVariances],
        };
        _meanSpectrum = Spectrum.FromSource(
            (double[])_x.Clone(), (double[])_mean.Clone(),
            new SpectrumDescription { Name = model.Name, Axis = model.Axis, Ordinate = model.Ordinate });
    }

    /// <summary>Measures a spectrum.</summary>
    /// <exception cref="SpectralException">It cannot be prepared, or does not cover the grid of the model.</exception>
    internal SpectralModelResult Measure(Spectrum spectrum)
    {
        var prepared = _prepare(spectrum);
        var values = StepSpectrum.At(
            new UnitAlignment(_meanSpectrum, laser: null).Align(prepared), _x, ResamplingMethod.Linear);
        if (Array.FindIndex(values, v => !double.IsFinite(v)) is >= 0 and var missing)
        {
            throw new SpectralException(
                SpectralErrorIds.ModelNotApplicable, SpectralErrorCategory.InvalidData,
                Invariant($"The prepared spectrum has no value at {_x[missing]:G7}; the model '{_model.Name}' needs ")
                + Invariant($"all of {_x[0]:G7} to {_x[^1]:G7}."),
                "Measure the whole range, or learn a model of a smaller one.");
        }

        var scaled = ScaledRows.Apply(values, _mean, _scale);
        var scores = _space.Scores(scaled);
        var residual = _space.Residual(scaled, scores);
        var (t2, q) = (_space.T2(scores), LatentSpace.SquaresOf(residual));
        ModelRegion[] regions =
        [
            .. OddRegions.Find(ModelStatistic.T2, _x, _space.T2Contributions(scaled, scores)),
            .. OddRegions.Find(ModelStatistic.Q, _x, Array.ConvertAll(residual, e => e * e)),
        ];
        var reasons = new[]
        {
            Reason(ModelStatistic.T2, t2, _model.Limits.T2, regions), Reason(ModelStatistic.Q, q, _model.Limits.Q, regions),
        };
        var reason = string.Join("; ", reasons.OfType<string>());
        var result = new SpectralModelResult
        {
            Spectrum = spectrum.Label,
            Path = spectrum.Path.Length == 0 ? null : spectrum.Path,
            Series = spectrum.Series,
            Model = _model.Name,
            Verdict = reason.Length == 0 ? ModelVerdict.Inside : ModelVerdict.Outside,
            Reason = reason,
            Scores = scores,
            T2 = t2,
            T2Limit = _model.Limits.T2,
            Q = q,
            QLimit = _model.Limits.Q,
            Regions = regions,
            Residual = _includeResidual ? ResidualOf(spectrum, residual) : null,
        };
        return _model.Regression is { } regression ? WithPrediction(result, regression, scores, t2) : result;
    }

    // the error of a prediction grows with the distance from the mean: h = 1 ÷ n + T² ÷ (n − 1)
    private SpectralModelResult WithPrediction(
        SpectralModelResult result, ModelRegression regression, double[] scores, double t2)
    {
        var n = _model.Samples.Count;
        var value = regression.Mean + PartialLeastSquares.Predict(scores, _coefficients);
        var error = regression.StandardError * Math.Sqrt(1 + (1.0 / n) + (t2 / (n - 1)));
        var width = error * LimitFormulas.TwoSidedT(n - _space.Count - 1, _model.Confidence);
        var isBeyond = value < regression.Minimum || value > regression.Maximum;
        return result with
        {
            Property = regression.Property,
            Value = value,
            StandardError = error,
            Lower = value - width,
            Upper = value + width,
            Warnings = isBeyond
                ?
                [
                    Invariant($"{regression.Property} = {value:G4} is beyond the values that the model has learned from, ")
                    + Invariant($"{regression.Minimum:G4} to {regression.Maximum:G4}."),
                ]
                : [],
        };
    }

    private string? Reason(ModelStatistic statistic, double value, double limit, ModelRegion[] regions)
    {
        // without a limit, nothing is above it
        if (!(value > limit))
            return null;
        var name = statistic == ModelStatistic.T2 ? "T²" : "Q";
        var unit = _model.Axis.Symbol.Length == 0 ? "" : " " + _model.Axis.Symbol;
        var text = Invariant($"{name} {value:G4} is above {limit:G4}");
        // a range with less is no reason: the rest is everywhere
        return Array.Find(regions, r => r.Statistic == statistic) is { Share: >= LeastShareToName } region
            ? text + Invariant($", mostly from {region.Range.Min:G5} to {region.Range.Max:G5}{unit} ({region.Share * 100:0} %)")
            : text;
    }

    private Spectrum ResidualOf(Spectrum spectrum, double[] residual)
    {
        var y = new double[residual.Length];
        for (var j = 0; j < y.Length; j++)
            y[j] = residual[j] * _scale[j];
        return Spectrum.FromSource((double[])_x.Clone(), y, new SpectrumDescription
        {
            Name = $"{spectrum.Label} − {_model.Name}",
            Axis = _model.Axis,
            Ordinate = _model.Ordinate,
            Confidence = spectrum.Confidence,
        });
    }
}
