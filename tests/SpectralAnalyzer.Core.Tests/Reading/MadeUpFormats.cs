using System.Text;
using SpectralAnalyzer.Core.Tests.Reading.Cgats;
using SpectralAnalyzer.Core.Tests.Reading.GammaSpe;
using SpectralAnalyzer.Core.Tests.Reading.Vamas;
using SpectralAnalyzer.Core.Tests.Reading.Xrdml;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>A small whole file of each format that the tests make up.</summary>
internal static class MadeUpFormats
{
    /// <summary>The files, by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["made.vms"] = Encoding.ASCII.GetBytes(VamasFormatTests.Made()),
        ["made.xrdml"] = Encoding.UTF8.GetBytes(XrdmlFormatTests.Made),
        ["made.Spe"] = Encoding.ASCII.GetBytes(GammaSpeFormatTests.Made),
        ["made.sp"] = Encoding.UTF8.GetBytes(CgatsFormatTests.Made),
    };
}
