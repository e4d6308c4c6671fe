namespace SpectralAnalyzer;

/// <summary>What a library is: a file of many spectra on one grid, prepared alike, to be searched.</summary>
public sealed record SpectralLibrary
{
    /// <summary>Full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The number of spectra.</summary>
    public int Count { get; init; }

    /// <summary>The number of different names.</summary>
    public int NameCount { get; init; }

    /// <summary>The number of points of the grid.</summary>
    public int PointCount { get; init; }

    /// <summary>The smallest x of the grid.</summary>
    public double XMin { get; init; }

    /// <summary>The largest x of the grid.</summary>
    public double XMax { get; init; }

    /// <summary>What x is.</summary>
    public SpectralAxis Axis { get; init; } = SpectralAxis.Unknown;

    /// <summary>What y is, as the spectra are stored: after the preparation.</summary>
    public SpectralOrdinate Ordinate { get; init; } = SpectralOrdinate.Unknown;

    /// <summary>The unit of x.</summary>
    public AxisUnit XUnit => Axis.Unit;

    /// <summary>The method whose steps prepared the spectra, and prepare each query; null for none.</summary>
    public MethodStamp? Method { get; init; }

    /// <summary>The steps of the method.</summary>
    public IReadOnlyList<SpectralStep> Steps { get; init => field = ListedValues<SpectralStep>.Wrap(value); } =
        ListedValues<SpectralStep>.Wrap([]);

    /// <summary>The limits of the library by which answers are judged; empty where it has too few names.</summary>
    public IReadOnlyList<SpectralLibraryLimit> Limits { get; init => field = ListedValues<SpectralLibraryLimit>.Wrap(value); } =
        ListedValues<SpectralLibraryLimit>.Wrap([]);

    /// <summary>The version of the file format.</summary>
    public int FormatVersion { get; init; }

    /// <summary>When the file was written, in universal time.</summary>
    public DateTime CreatedUtc { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public long Length { get; init; }

    /// <summary>
    /// The SHA-256 of grid, names, properties, limits and of the checksums of all spectra, in hexadecimal digits: it identifies
    /// the content.
    /// </summary>
    public string Sha256 { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Path;
}
