using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Tests.Output;

public class OutputFormatsTests
{
    [Theory]
    [InlineData(typeof(GraphFormat))]
    [InlineData(typeof(SpectrumFileFormat))]
    [InlineData(typeof(ReportFormat))]
    public void Each_member_of_an_enumeration_has_one_format_and_the_default_comes_first(Type kind)
    {
        var registered = OutputFormats.Infos.Select(f => f.Format).Where(f => f.GetType() == kind).ToArray();
        Assert.Equal(Enum.GetValues(kind).Cast<Enum>().Order(), registered.Order());
        Assert.Equal(Enum.ToObject(kind, 0), registered[0]);
    }

    [Fact]
    public void No_two_formats_share_an_extension()
    {
        var extensions = OutputFormats.Infos.SelectMany(f => f.Extensions).ToArray();
        Assert.Equal(extensions.Distinct(StringComparer.OrdinalIgnoreCase), extensions);
        Assert.All(extensions, e => Assert.Matches(@"^\.[a-z0-9]+$", e));
    }

    [Fact]
    public void A_format_is_found_by_every_extension_in_any_case()
    {
        foreach (var format in OutputFormats.All)
            Assert.All(format.Info.Extensions, e => Assert.Same(format, OutputFormats.Find(e.ToUpperInvariant())));
        Assert.Null(OutputFormats.Find(".docx"));
    }

    [Fact]
    public void A_format_that_is_not_registered_is_refused_instead_of_replaced() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OutputFormats.Get<GraphContent>((GraphFormat)99));
}
