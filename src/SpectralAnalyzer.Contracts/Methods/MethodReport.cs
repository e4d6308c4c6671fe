namespace SpectralAnalyzer;

/// <summary>What was found in a method file.</summary>
public sealed record MethodReport
{
    /// <summary>Full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the file has no fault.</summary>
    public bool IsValid => Issues.Count == 0;

    /// <summary>The method; null where the file has a fault.</summary>
    public SpectralMethod? Method { get; init; }

    /// <summary>All faults, in the order of the file.</summary>
    public IReadOnlyList<MethodIssue> Issues { get; init => field = ListedValues<MethodIssue>.Wrap(value); } =
        ListedValues<MethodIssue>.Wrap([]);

    /// <inheritdoc/>
    public override string ToString() => IsValid ? $"{Path}: valid" : $"{Path}: {Issues.Count} issues";
}
