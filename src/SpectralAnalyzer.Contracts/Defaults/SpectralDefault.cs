namespace SpectralAnalyzer;

/// <summary>A value that cmdlets use for a parameter that is not stated.</summary>
public sealed record SpectralDefault
{
    /// <summary>The name of the parameter: Baseline, OutputDirectory, Format, Method, Style or Ai.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The value: a full path or a <see cref="SpectrumInput"/> for Baseline; a full path for OutputDirectory;
    /// one or more <see cref="GraphFormat"/> for Format; a full path or
    /// a <see cref="SpectralMethod"/> for Method; a name or a full path for Style; <see cref="AiOptions"/> for Ai.
    /// </summary>
    public required object Value { get; init; }

    /// <summary>Where it applies.</summary>
    public required SpectralDefaultScope Scope { get; init; }

    /// <summary>Full path of the file that holds it; null for a default of the session.</summary>
    public string? Path { get; init; }

    /// <summary>Returns the name and the value.</summary>
    public override string ToString() => $"{Name}: {Text}";

    /// <summary>The value as text, without secrets.</summary>
    public string Text => Value switch
    {
        IEnumerable<GraphFormat> formats => string.Join(", ", formats),
        AiOptions ai => $"{ai.Model} at {(ai.Endpoint.IsAbsoluteUri ? ai.Endpoint.Authority : "an invalid address")}",
        SpectralMethod method => method.Name,
        _ => Value.ToString() ?? "",
    };
}
