namespace SpectralAnalyzer.Publishing.Help;

/// <summary>What a parameter is in one parameter set.</summary>
/// <param name="Name">The set's name; <see cref="All"/> where the parameter is in each.</param>
/// <param name="Position">From 0, or null where it has to be named.</param>
/// <param name="IsRequired">True where the cmdlet does not run without it.</param>
/// <param name="ByValue">True where it takes the objects of the pipeline.</param>
/// <param name="ByPropertyName">True where it takes a property of them.</param>
internal sealed record ParameterSetFacts(string Name, int? Position, bool IsRequired, bool ByValue, bool ByPropertyName)
{
    /// <summary>Stands for every parameter set.</summary>
    public const string All = "(All)";
}
