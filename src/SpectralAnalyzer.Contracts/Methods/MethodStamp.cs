namespace SpectralAnalyzer;

/// <summary>Which method made a result.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The SHA-256 of its file in hexadecimal digits.</param>
public sealed record MethodStamp(string Name, string Version, string Sha256)
{
    /// <inheritdoc/>
    public override string ToString() => Sha256.Length < 8 ? $"{Name} {Version}" : $"{Name} {Version} ({Sha256[..8]})";
}
