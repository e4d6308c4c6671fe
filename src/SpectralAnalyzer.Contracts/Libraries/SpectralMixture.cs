namespace SpectralAnalyzer;

/// <summary>A query as the sum of spectra of a library and a constant, none of them with a negative part.</summary>
public sealed record SpectralMixture
{
    /// <summary>The components, the largest first.</summary>
    public required IReadOnlyList<SpectralMixtureComponent> Components
    {
        get;
        init => field = ListedValues<SpectralMixtureComponent>.Wrap(value);
    }

    /// <summary>
    /// The part that the components do not explain, 0 to 1: the length of what is left, over that of the query about its mean.
    /// </summary>
    public required double Residual { get; init; }

    /// <summary>What is left: the query without its components, on the grid.</summary>
    public required Spectrum Remainder { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{string.Join(" + ", Components)}, residual {Residual:0.000}");
}
