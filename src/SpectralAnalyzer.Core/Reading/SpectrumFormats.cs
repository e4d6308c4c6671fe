using SpectralAnalyzer.Core.Reading.Jcamp;
using SpectralAnalyzer.Core.Reading.Spa;
using SpectralAnalyzer.Core.Reading.Spc;
using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>The formats that are read: one line a format.</summary>
public static class SpectrumFormats
{
    /// <summary>All formats, in the order in which a file is held against them.</summary>
    public static IReadOnlyList<ISpectrumFormat> All { get; } =
    [
        new JcampFormat(),
        new SpcFormat(),
        new SpaFormat(),
        new TextFormat(),
    ];
}
