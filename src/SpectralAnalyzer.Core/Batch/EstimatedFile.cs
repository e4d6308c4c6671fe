namespace SpectralAnalyzer.Core.Batch;

/// <summary>A file that an estimate counts with.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Memory">What reading it needs in bytes.</param>
/// <param name="Spectra">How many spectra it holds.</param>
internal sealed record EstimatedFile(string Path, long Bytes, long Memory, int Spectra)
{
    /// <summary>By what files are put in order of the work that they are.</summary>
    internal long Weight => Bytes + ((long)Spectra << 20);
}
