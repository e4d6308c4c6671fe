namespace SpectralAnalyzer.Core.Reading.Opus;

/// <summary>An entry of an OPUS directory. Its type packs what the block is into bit fields.</summary>
/// <param name="Type">The packed type.</param>
/// <param name="At">Where the block is.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record OpusBlock(uint Type, long At, long Length)
{
    private const uint SpectrumMask = 0x3FFFF;

    /// <summary>1 real part, 2 imaginary part, 3 amplitude.</summary>
    public uint Part => Type & 3;

    /// <summary>1 sample, 2 reference, 3 ratio of the two.</summary>
    public uint Beam => Type >> 2 & 3;

    /// <summary>0 for points; else the kind of parameters: 1 describes points.</summary>
    public uint Parameters => Type >> 4 & 0x3F;

    /// <summary>The kind of data: 1 spectrum, 2 interferogram, 3 phase, 4 absorbance …</summary>
    public uint Data => Type >> 10 & 0x7F;

    /// <summary>The order of a derivative; 0 for none.</summary>
    public uint Derivative => Type >> 17 & 3;

    /// <summary>Not 0 for reports, images and the like that belong to a spectrum but are none.</summary>
    public uint Extension => Type >> 19 & 0x7F;

    /// <summary>True for a block of points.</summary>
    public bool HoldsPoints => Part != 0 && Beam != 0 && Parameters == 0 && Data != 0 && Extension == 0;

    /// <summary>True for the parameters that describe those points.</summary>
    public bool Describes(OpusBlock points) => Parameters == 1 && Extension == 0
        && ((Type ^ points.Type) & SpectrumMask & ~0x3F0u) == 0 && Derivative == points.Derivative;

    /// <summary>
    /// True for a known kind of spectrum; not for interferograms and phases, nor for results of searches and matches, which are
    /// stored like spectra.
    /// </summary>
    internal bool IsSpectrum => Data is 1 or >= 4 and <= 7 or >= 10 and <= 12 or >= 14 and <= 19;

    /// <summary>The block as a word.</summary>
    public string Name => (Beam switch { 1 => "Sample ", 2 => "Reference ", _ => "" }) + Data switch
    {
        1 => "single channel",
        2 or 8 => "interferogram",
        3 => "phase",
        4 => "Absorbance",
        5 => "Transmittance",
        6 => "Kubelka-Munk",
        7 => "trace",
        10 => "Raman",
        11 => "Emission",
        12 => "Reflectance",
        14 => "Power",
        15 => "Log(1/R)",
        16 => "ATR",
        17 => "Photoacoustic",
        18 => "Arithmetic transmittance",
        19 => "Arithmetic absorbance",
        var other => Invariant($"block of kind {other}"),
    } + Derivative switch { 0 => "", 1 => ", first derivative", 2 => ", second derivative", _ => ", derivative" };
}
