using System.Text;
using SpectralAnalyzer.Core.Tests.Reading.Asd;
using SpectralAnalyzer.Core.Tests.Reading.Avantes;
using SpectralAnalyzer.Core.Tests.Reading.Brml;
using SpectralAnalyzer.Core.Tests.Reading.Cgats;
using SpectralAnalyzer.Core.Tests.Reading.GammaSpe;
using SpectralAnalyzer.Core.Tests.Reading.Jasco;
using SpectralAnalyzer.Core.Tests.Reading.Rasx;
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
        ["made.trm"] = AvantesFormatTests.Triple(),
        ["made.rfl8"] = AvantesFormatTests.Version8(2, 5),
        ["made.asd"] = AsdFormatTests.Made(1, true),
        ["made.rasx"] = RasxFormatTests.Made(),
        ["made.jws"] = JascoFormatTests.Made([0.5f, 0.25f, 0.75f]),
        ["made.brml"] = BrmlFormatTests.Made(),
    };
}
