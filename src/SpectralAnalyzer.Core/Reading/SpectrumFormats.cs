using SpectralAnalyzer.Core.Reading.Agilent;
using SpectralAnalyzer.Core.Reading.AndorSif;
using SpectralAnalyzer.Core.Reading.Archives;
using SpectralAnalyzer.Core.Reading.Asd;
using SpectralAnalyzer.Core.Reading.Avantes;
using SpectralAnalyzer.Core.Reading.Brml;
using SpectralAnalyzer.Core.Reading.BrukerRaw;
using SpectralAnalyzer.Core.Reading.Canberra;
using SpectralAnalyzer.Core.Reading.Cgats;
using SpectralAnalyzer.Core.Reading.Excel;
using SpectralAnalyzer.Core.Reading.GammaSpe;
using SpectralAnalyzer.Core.Reading.Hdf5;
using SpectralAnalyzer.Core.Reading.Iec1455;
using SpectralAnalyzer.Core.Reading.Jasco;
using SpectralAnalyzer.Core.Reading.Jcamp;
using SpectralAnalyzer.Core.Reading.Json;
using SpectralAnalyzer.Core.Reading.KnownBinary;
using SpectralAnalyzer.Core.Reading.Matlab;
using SpectralAnalyzer.Core.Reading.MzMl;
using SpectralAnalyzer.Core.Reading.N42;
using SpectralAnalyzer.Core.Reading.NetCdf;
using SpectralAnalyzer.Core.Reading.OceanOptics;
using SpectralAnalyzer.Core.Reading.Opus;
using SpectralAnalyzer.Core.Reading.Ortec;
using SpectralAnalyzer.Core.Reading.PerkinElmer;
using SpectralAnalyzer.Core.Reading.PhiMultiPak;
using SpectralAnalyzer.Core.Reading.Rasx;
using SpectralAnalyzer.Core.Reading.Scio;
using SpectralAnalyzer.Core.Reading.Shimadzu;
using SpectralAnalyzer.Core.Reading.Spa;
using SpectralAnalyzer.Core.Reading.Spc;
using SpectralAnalyzer.Core.Reading.Spe;
using SpectralAnalyzer.Core.Reading.Svc;
using SpectralAnalyzer.Core.Reading.Text;
using SpectralAnalyzer.Core.Reading.Vamas;
using SpectralAnalyzer.Core.Reading.VisionLite;
using SpectralAnalyzer.Core.Reading.Wdf;
using SpectralAnalyzer.Core.Reading.WiTec;
using SpectralAnalyzer.Core.Reading.Xml;
using SpectralAnalyzer.Core.Reading.Xrdml;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>The formats that are read: one line a format.</summary>
internal static class SpectrumFormats
{
    private static readonly ISpectrumFormat[] s_stated =
    [
        new JcampFormat(),
        new SpaFormat(),
        new OpusFormat(),
        new WdfFormat(),
        new PerkinElmerFormat(),
        new SpeFormat(),
        new VamasFormat(),
        new XrdmlFormat(),
        new GammaSpeFormat(),
        new CgatsFormat(),
        new SvcFormat(),
        new Iec1455Format(),
        new AsdFormat(),
        new AvantesFormat(),
        new RasxFormat(),
        new BrmlFormat(),
        new JascoFormat(),
        new ShimadzuFormat(),
        new SifFormat(),
        new BrukerRawFormat(),
        new N42Format(),
        new MzMlFormat(),
        new PhiFormat(),
        new VisionLiteFormat(),
        new CaryFormat(),
        new ChemStationUvFormat(),
        new WitecFormat(),
        new CnfFormat(),
        new OrtecSpcFormat(),
        new OrtecChnFormat(),
        new ProcSpecFormat(),
        new MatlabFormat(),
        new Hdf5Format(),
        new NetCdfFormat(),
        new ExcelFormat(),
        new XlsFormat(),
    ];

    // less narrow: these recognize files of the formats above as well
    private static readonly ISpectrumFormat[] s_wide =
    [
        new KnownBinaryFormat(), new SpcFormat(), new ScioFormat(), new JsonFormat(), new XmlPointsFormat(), new TextFormat(),
    ];

    /// <summary>All formats, in the order in which a file is held against them.</summary>
    internal static IReadOnlyList<ISpectrumFormat> All { get; } =
        [.. s_stated, new ZipFormat([.. s_stated, .. s_wide]), .. s_wide];

    /// <summary>The usual extensions of all formats.</summary>
    internal static IReadOnlySet<string> Extensions { get; } =
        All.SelectMany(format => format.Descriptor.Extensions).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
