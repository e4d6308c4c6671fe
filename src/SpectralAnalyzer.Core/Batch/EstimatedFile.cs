namespace SpectralAnalyzer.Core.Batch;

/// <summary>A readable file in an estimate.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Memory">The bytes needed to read it.</param>
/// <param name="Spectra">The number of its spectra.</param>
internal sealed record EstimatedFile(string Path, long Bytes, long Memory, int Spectra)
{
    /// <summary>The key that orders files by the work they take.</summary>
    internal long Weight => Bytes + ((long)Spectra << 20);
}
