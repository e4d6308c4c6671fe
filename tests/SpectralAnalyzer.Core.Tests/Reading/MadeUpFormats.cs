using System.Text;
using SpectralAnalyzer.Core.Tests.Reading.Agilent;
using SpectralAnalyzer.Core.Tests.Reading.AndorSif;
using SpectralAnalyzer.Core.Tests.Reading.Archives;
using SpectralAnalyzer.Core.Tests.Reading.Asd;
using SpectralAnalyzer.Core.Tests.Reading.Avantes;
using SpectralAnalyzer.Core.Tests.Reading.Brml;
using SpectralAnalyzer.Core.Tests.Reading.BrukerRaw;
using SpectralAnalyzer.Core.Tests.Reading.Canberra;
using SpectralAnalyzer.Core.Tests.Reading.Cgats;
using SpectralAnalyzer.Core.Tests.Reading.Excel;
using SpectralAnalyzer.Core.Tests.Reading.GammaSpe;
using SpectralAnalyzer.Core.Tests.Reading.Iec1455;
using SpectralAnalyzer.Core.Tests.Reading.Jasco;
using SpectralAnalyzer.Core.Tests.Reading.MzMl;
using SpectralAnalyzer.Core.Tests.Reading.N42;
using SpectralAnalyzer.Core.Tests.Reading.OceanOptics;
using SpectralAnalyzer.Core.Tests.Reading.Opus;
using SpectralAnalyzer.Core.Tests.Reading.Ortec;
using SpectralAnalyzer.Core.Tests.Reading.PerkinElmer;
using SpectralAnalyzer.Core.Tests.Reading.PhiMultiPak;
using SpectralAnalyzer.Core.Tests.Reading.Rasx;
using SpectralAnalyzer.Core.Tests.Reading.Scio;
using SpectralAnalyzer.Core.Tests.Reading.Shimadzu;
using SpectralAnalyzer.Core.Tests.Reading.Spa;
using SpectralAnalyzer.Core.Tests.Reading.Spc;
using SpectralAnalyzer.Core.Tests.Reading.Spe;
using SpectralAnalyzer.Core.Tests.Reading.Svc;
using SpectralAnalyzer.Core.Tests.Reading.Vamas;
using SpectralAnalyzer.Core.Tests.Reading.VisionLite;
using SpectralAnalyzer.Core.Tests.Reading.Wdf;
using SpectralAnalyzer.Core.Tests.Reading.WiTec;
using SpectralAnalyzer.Core.Tests.Reading.Xrdml;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>A small whole file of each format that the tests make up.</summary>
internal static class MadeUpFormats
{
    /// <summary>The files, by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["made.jdx"] =
            "##TITLE=a\n##JCAMP-DX=4.24\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##XYPOINTS=(XY..XY)\n1,2\n2,3\n##END=\n"u8.ToArray(),
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
        ["winspec.spe"] = SpeFormatTests.Made(3, 2).U8(3098, 1).U8(3100, 4).U8(3101, 2).F64(3263, 500).F64(3271, 2).F64(3279, 0.5)
            .Bytes,
        ["lightfield.spe"] = SpeFormatTests.LightField(3, 22, 22).Bytes,
        ["shared.spc"] = SpcFormatTests.New(false, flags: 4, exponent: -128, points: 3, first: 400, last: 500).I32(24, 2)
            .U8(513, 0x80).F32(544, 1, 2, 3).U8(557, 0x80).F32(588, 4, 5, 6).Bytes,
        ["listed.spc"] = SpcFormatTests.New(false, flags: 0xC4, exponent: -128, points: 600, first: 0, last: 0).I32(24, 2)
            .U8(513, 0x80).I32(528, 1).F32(544, 10, 20).U8(553, 0x80).F32(556, 2).I32(568, 2).F32(584, 1, 2, 3, 4).I32(600, 512)
                .I32(612, 552).Pad(624).Bytes,
        ["made.wdf"] = WdfFormatTests.Made(2, 2).Bytes,
        ["made.spa"] = SpaFormatTests.Made(3).Bytes,
        ["made.0"] = OpusFormatTests.Made((OpusFormatTests.Ratio | OpusFormatTests.Absorbance, [1f, 2f, 3f], 1)).Bytes,
        ["made.sif"] = SifFormatTests.Made([1, 2, 3, 4], frames: 2, flag: "1\n 7\n 8\n"),
        ["made.sig"] = Encoding.ASCII.GetBytes(SvcFormatTests.Made()),
        ["made.xls"] = MadeUpXls.Create(("Sheet1", MadeUpWorkbook.Table(12))),
        ["made.iec"] = Encoding.ASCII.GetBytes(Iec1455FormatTests.Made(59)),
        ["old.spc"] = SpcFormatTests.OldMultifile().Bytes,
        ["made.n42"] = Encoding.UTF8.GetBytes(N42FormatTests.Made),
        ["made.cnf"] = CnfFormatTests.Made(0),
        ["ortec.spc"] = OrtecFormatTests.Spc(),
        ["made.chn"] = OrtecFormatTests.Chn(-102),
        ["shimadzu.spc"] = ShimadzuFormatTests.Made((2, [0.5, 0.25]), (4, [90, 80])),
        ["made1.raw"] = BrukerRawFormatTests.Made(1),
        ["made2.raw"] = BrukerRawFormatTests.Made(2),
        ["made3.raw"] = BrukerRawFormatTests.Made(3),
        ["made4.raw"] = BrukerRawFormatTests.Made(4),
        ["made.mzML"] = Encoding.UTF8.GetBytes(MzMlFormatTests.Made(isPacked: true)),
        ["phi.spe"] = PhiFormatTests.Made("\n", "f4"),
        ["made.dsp"] = Encoding.ASCII.GetBytes(VisionLiteFormatTests.Made),
        ["scio.csv"] = Encoding.UTF8.GetBytes(ScioFormatTests.Made),
        ["made.json"] = """{"wn":{"0":400.0,"1":401.0,"2":402.5},"A":{"0":0.1,"1":0.25,"2":0.5}}"""u8.ToArray(),
        ["made.dsw"] = CaryFormatTests.Made("Nanometers", "Abs"),
        ["made.kd"] = ChemStationUvFormatTests.Made(),
        ["made.wip"] = WitecFormatTests.Made(),
        ["made.spa.gz"] = ArchiveTests.Gzip(SpaFormatTests.Made(3).Bytes),
        ["made.sp.bz2"] = ArchiveTests.Bzip2(Encoding.ASCII.GetBytes(CgatsFormatTests.Made)),
        ["made.zip"] = MadeUpArchive.Of(("a.sp", CgatsFormatTests.Made), ("b.vms", VamasFormatTests.Made())),
        ["made.procspec"] = ProcSpecFormatTests.Made(),
        ["vectors.mat"] = MadeUpBinary.Read("vectors.mat"),
        ["matrix.mat"] = MadeUpBinary.Read("matrix.mat"),
        ["structure.mat"] = MadeUpBinary.Read("structure.mat"),
        ["nexus.h5"] = MadeUpBinary.Read("nexus.h5"),
        ["nexus2d.h5"] = MadeUpBinary.Read("nexus2d.h5"),
        ["netcdf4.nc"] = MadeUpBinary.Read("netcdf4.nc"),
        ["classic.nc"] = MadeUpBinary.Read("classic.nc"),
        ["records.nc"] = MadeUpBinary.Read("records.nc"),
        ["made.xlsx"] = MadeUpWorkbook.Create(("Sheet1", MadeUpWorkbook.Table(5)), ("Sheet2", [["text"]])),
        ["made-pe.sp"] = PerkinElmerFormatTests.Made(3),
    };
}
