namespace SpectralAnalyzer;

/// <summary>A spectrum of a library that is like the query.</summary>
public sealed record SpectralMatchHit
{
    /// <summary>Its rank, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its score by the metric of the search.</summary>
    public required double Score { get; init; }

    /// <summary>How much better its score is than that of the next hit; NaN for the last.</summary>
    public double Margin { get; init; } = double.NaN;

    /// <summary>The part of the grid, or of the ranges, in which both spectra were compared, 0 to 1.</summary>
    public double Coverage { get; init; } = 1;

    /// <summary>The entry of the library.</summary>
    public required SpectralLibraryItem Item { get; init; }

    /// <summary>Its properties by name.</summary>
    public IReadOnlyDictionary<string, string> Properties => Item.Properties;

    /// <summary>The spectrum as the library has it.</summary>
    public required Spectrum Spectrum { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Rank}. {Name} ({Score:0.0000})");
}
