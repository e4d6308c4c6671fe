using System.Text;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Tests.Reading.Brml;
using SpectralAnalyzer.Core.Tests.Reading.Rasx;
using SpectralAnalyzer.Core.Tests.Reading.Spe;
using SpectralAnalyzer.Core.Tests.Reading.Xrdml;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>XML that is nested without end is refused as damaged: reading it by recursion would end the process.</summary>
public sealed class NestedXmlTests
{
    private const int Depth = 200_000;
    private static readonly string s_nested = string.Concat(Enumerable.Repeat("<a>", Depth)) + "1" + string.Concat(
        Enumerable.Repeat("</a>", Depth));

    public static TheoryData<string> Formats => ["made.xrdml", "made.rasx", "made.brml", "made.spe"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Nested_elements_are_refused(string name)
    {
        var bytes = name switch
        {
            "made.xrdml" => Encoding.UTF8.GetBytes(XrdmlFormatTests.Made.Replace("<intensities", s_nested + "<intensities",
                StringComparison.Ordinal).Replace("<counts", s_nested + "<counts", StringComparison.Ordinal)),
            "made.rasx" => RasxFormatTests.Made(conditions: s_nested),
            "made.brml" => BrmlFormatTests.Made(s_nested),
            _ => LightField(),
        };

        var error = Assert.Throws<SpectralException>(() => SpectrumReader.Default.Read(
            new SpectralSource("/made/up/" + name, bytes), ReadOptions.Default, TestContext.Current.CancellationToken)).Error;

        Assert.Equal(("Truncated", SpectralErrorCategory.InvalidData), (error.Id, error.Category));
    }

    private static byte[] LightField()
    {
        var whole = SpeFormatTests.LightField(1, 6, 6).Bytes;
        var end = "</SpeFormat>".Length;
        return [.. whole[..^end], .. Encoding.ASCII.GetBytes($"<ExposureTime>{s_nested}</ExposureTime></SpeFormat>")];
    }
}
