namespace SpectralAnalyzer.Views;

/// <summary>What PowerShell adds to a type.</summary>
internal sealed record TypeExtension(Type Type)
{
    /// <summary>
    /// Gets whether an object stands for a file: PSPath then binds its path to -LiteralPath, as with the files of Get-ChildItem,
    /// also when it comes back from Import-Clixml, a job or a remote session.
    /// </summary>
    internal bool IsFile { get; init; }

    /// <summary>Gets the script properties: name and script.</summary>
    internal IReadOnlyList<(string Name, string Script)> Properties { get; init; } = [];

    /// <summary>Gets the properties that a static method computes: name, type and method.</summary>
    internal IReadOnlyList<(string Name, string Type, string Method)> Computed { get; init; } = [];

    /// <summary>
    /// Gets the properties that Export-Clixml, jobs and remote sessions keep of an object that is one again when it comes back;
    /// null for an object that only its properties come back of.
    /// </summary>
    internal IReadOnlyList<string>? Restored { get; init; }

    /// <summary>Gets the properties that are shown where no view applies.</summary>
    internal IReadOnlyList<string> Display { get; init; } = [];

    /// <summary>Gets the properties that identify an object.</summary>
    internal IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Gets how many levels Export-Clixml, jobs and remote sessions keep; null: PowerShell's default.</summary>
    internal int? SerializationDepth { get; init; }
}
