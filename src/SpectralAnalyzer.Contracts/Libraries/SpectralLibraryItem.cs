namespace SpectralAnalyzer;

/// <summary>A spectrum of a library: its name, its properties and where it came from.</summary>
public sealed record SpectralLibraryItem
{
    /// <summary>Its place in the library, from 1.</summary>
    public required int Index { get; init; }

    /// <summary>The name of the substance. Spectra of the same name are taken as those of the same substance.</summary>
    public required string Name { get; init; }

    /// <summary>Full path of the file that it was read from; empty for a spectrum that was in memory.</summary>
    public string SourcePath { get; init; } = "";

    /// <summary>The name of the spectrum within that file; null where the file held one.</summary>
    public string? Series { get; init; }

    /// <summary>The smallest x at which it has a value.</summary>
    public double XMin { get; init; }

    /// <summary>The largest x at which it has a value.</summary>
    public double XMax { get; init; }

    /// <summary>Its properties by name.</summary>
    public IReadOnlyDictionary<string, string> Properties
    {
        get;
        init => field = NamedValues<string, string>.Wrap(value);
    } = NamedValues<string, string>.Wrap(new Dictionary<string, string>());

    /// <summary>Full path of the library.</summary>
    public string LibraryPath { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
