namespace SpectralAnalyzer;

/// <summary>A component of a mixture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">
/// Its part of the sum of all components, 0 to 1, each weighed by the length of its spectrum about its mean. It is no
/// concentration: a strong absorber has a large share.
/// </param>
/// <param name="Factor">What the stored spectrum is multiplied with.</param>
/// <param name="Item">The entry of the library.</param>
public sealed record SpectralMixtureComponent(string Name, double Share, double Factor, SpectralLibraryItem Item)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Share * 100:0.#} % {Name}");
}
