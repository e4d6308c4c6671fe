using System.Collections;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Combines the parameters of a command line with a method. A parameter that is stated takes precedence.</summary>
/// <param name="cmdlet">The cmdlet.</param>
internal sealed class StatedParameters(PSCmdlet cmdlet)
{
    private readonly HashSet<string> _reported = [];

    /// <summary>Returns the value of a parameter if it is stated, else that of the method.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="stated">Its value.</param>
    /// <param name="known">The value of the method or, where it states none, the default.</param>
    /// <param name="isDefault">Whether the method states none.</param>
    internal T Choose<T>(string parameter, T stated, T known, bool isDefault)
    {
        if (!cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter))
            return known;
        if (!isDefault && !Text(stated).Equals(Text(known), StringComparison.Ordinal) && _reported.Add(parameter))
            cmdlet.WriteDetail($"-{parameter} {Text(stated)} takes precedence over {Text(known)} of the method.");
        return stated;
    }

    /// <summary>Returns how spectra are compared.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="method">The method, or null.</param>
    internal ComparisonOptions Comparison(IComparisonParameters parameters, SpectralMethod? method)
    {
        var none = new ComparisonOptions();
        var known = method?.Comparison ?? none;
        var laser = parameters.LaserWavelength > 0 ? parameters.LaserWavelength : (double?)null;
        var compareAs = parameters.CompareAs.Length > 0
            ? CompletionWord.Parse<OrdinateKind>(parameters.CompareAs)
            : (OrdinateKind?)null;
        var noise = parameters.NoiseRegion is { Length: 2 } ends ? new SpectralRange?(new(ends[0], ends[1])) : null;
        var knownNoise = known is { NoiseRegionMin: { } min, NoiseRegionMax: { } max } ? new SpectralRange?(new(min, max)) : null;
        noise = Choose(nameof(parameters.NoiseRegion), noise, knownNoise, knownNoise is null);
        return known with
        {
            Resampling = Prefer(nameof(parameters.Resampling), parameters.Resampling, o => o.Resampling),
            Regions = Choose(nameof(parameters.Region), parameters.Region, known.Regions, known.Regions.Count == 0),
            MinimumCoverage = Prefer(nameof(parameters.MinimumCoverage), parameters.MinimumCoverage, o => o.MinimumCoverage),
            MinimumPeakProminence =
                Prefer(nameof(parameters.MinimumPeakProminence), parameters.MinimumPeakProminence, o => o.MinimumPeakProminence),
            CompareAs = Prefer(nameof(parameters.CompareAs), compareAs, o => o.CompareAs),
            LaserWavelength = Prefer(nameof(parameters.LaserWavelength), laser, o => o.LaserWavelength),
            ApplyJacobian = Prefer("ApplyJacobian", parameters.AppliesJacobian, o => o.ApplyJacobian),
            NoiseRegionMin = noise?.Min ?? known.NoiseRegionMin,
            NoiseRegionMax = noise?.Max ?? known.NoiseRegionMax,
        };

        T Prefer<T>(string parameter, T stated, Func<ComparisonOptions, T> value) =>
            Choose(parameter, stated, value(known), Equals(value(known), value(none)));
    }

    /// <summary>Returns how graphs are drawn. What is not stated is left to the method.</summary>
    internal FigureOptions Figure(IGraphParameters parameters, GraphStyle? style)
    {
        return new FigureOptions
        {
            Width = parameters.Width,
            Height = parameters.Height,
            Dpi = parameters.Dpi,
            Title = IsBound(nameof(parameters.Title)) ? parameters.Title : null,
            XRange = Range(parameters.XRange),
            YRange = Range(parameters.YRange),
            View = IsBound(nameof(parameters.View)) ? parameters.View : null,
            Style = style,
            PeakLabels = IsBound(nameof(parameters.PeakLabels)) ? parameters.PeakLabels : null,
            DifferenceScale = IsBound(nameof(parameters.DifferenceScale)) ? parameters.DifferenceScale : null,
        };

        static SpectralRange? Range(double[] limits) => limits is [var a, var b] ? new SpectralRange(a, b) : null;

        bool IsBound(string parameter) => cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter);
    }

    private static string Text<T>(T value) => value switch
    {
        string text => text,
        IEnumerable several => string.Join(", ", several.Cast<object>()),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
