namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The attributes of a parameter in one parameter set.</summary>
/// <param name="Name">The set's name; <see cref="All"/> when the parameter is in every set.</param>
/// <param name="Position">The position, from 0; null for a named parameter.</param>
/// <param name="IsRequired">True for a mandatory parameter.</param>
/// <param name="ByValue">True when it takes objects from the pipeline.</param>
/// <param name="ByPropertyName">True when it takes a property of objects in the pipeline.</param>
internal sealed record ParameterSetFacts(string Name, int? Position, bool IsRequired, bool ByValue, bool ByPropertyName)
{
    /// <summary>Stands for every parameter set.</summary>
    public const string All = "(All)";
}
