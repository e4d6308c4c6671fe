namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>Subtracts a background that was found in the spectrum.</summary>
internal static class Corrected
{
    /// <summary>Returns the spectrum without its background; the array is used up.</summary>
    internal static Spectrum By(Spectrum spectrum, double[] background)
    {
        var y = spectrum.Ordinates.Span;
        for (var i = 0; i < background.Length; i++)
            background[i] = y[i] - background[i];
        return spectrum.WithOrdinates(background, spectrum.Ordinate);
    }
}
