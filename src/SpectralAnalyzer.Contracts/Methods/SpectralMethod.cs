namespace SpectralAnalyzer;

/// <summary>A method: how spectra are read, prepared, compared, measured, judged and drawn. Immutable.</summary>
public sealed record SpectralMethod
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The version, as the file states it.</summary>
    public string Version { get; init; } = "1";

    /// <summary>What the method is for, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Full path of the method file; empty for a method made in memory.</summary>
    public string Path { get; init; } = "";

    /// <summary>The SHA-256 of the method file in hexadecimal digits; empty for a method made in memory.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>What is known of the samples: units, columns, series; what the file does not state is the default.</summary>
    public ReadOptions Reading { get; init; } = ReadOptions.Default;

    /// <summary>What is known of the baseline.</summary>
    public ReadOptions BaselineReading { get; init; } = ReadOptions.Default;

    /// <summary>The steps that prepare samples and baseline, in order.</summary>
    public IReadOnlyList<SpectralStep> Steps { get; init => field = ListedValues<SpectralStep>.Wrap(value); } =
        ListedValues<SpectralStep>.Wrap([]);

    /// <summary>How spectra are compared; null where the file says nothing of it.</summary>
    public ComparisonOptions? Comparison { get; init; }

    /// <summary>The bands that are measured.</summary>
    public IReadOnlyList<SpectralBand> Bands { get; init => field = ListedValues<SpectralBand>.Wrap(value); } =
        ListedValues<SpectralBand>.Wrap([]);

    /// <summary>The limits; none for no verdict.</summary>
    public IReadOnlyList<SpectralLimit> Limits { get; init => field = ListedValues<SpectralLimit>.Wrap(value); } =
        ListedValues<SpectralLimit>.Wrap([]);

    /// <summary>What the graph shows; null where the file says nothing of it.</summary>
    public MethodGraph? Graph { get; init; }

    /// <summary>Gets name, version and hash.</summary>
    public MethodStamp Stamp => new(Name, Version, Sha256);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} (version {Version})";
}
