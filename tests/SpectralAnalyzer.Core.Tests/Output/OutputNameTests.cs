using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Tests.Output;

public sealed class OutputNameTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SpectralEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_default_name_is_sample_versus_baseline() =>
        Assert.Equal("oil_vs_fresh.png", Names("{sample}_vs_{baseline}", default, "/in/oil.csv").Single());

    [Theory]
    [InlineData("{sample}", "oil.png")]
    [InlineData("{index}-{sample}", "0001-oil.png")]
    [InlineData("{Sample} {BASELINE}", "oil fresh.png")]
    [InlineData("run 7", "run 7.png")]
    [InlineData("{sample}_{series}", "oil.png")]
    public void Each_placeholder_is_filled(string template, string expected) =>
        Assert.Equal(expected, Names(template, default, "/in/oil.csv").Single());

    [Fact]
    public void The_date_is_that_of_the_batch() => Assert.Equal(
        $"oil_{DateTime.Now.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.png",
        Names("{sample}_{date}", default, "/in/oil.csv").Single());

    [Theory]
    [InlineData("")]
    [InlineData("{smaple}")]
    [InlineData("{sample")]
    [InlineData("sample}")]
    public void An_unknown_placeholder_is_refused(string template)
    {
        var error = Assert.Throws<SpectralException>(() => Names(template, default, "/in/oil.csv")).Error;
        Assert.Equal("InvalidFileNameTemplate", error.Id);
        Assert.Equal(SpectralErrorCategory.InvalidArgument, error.Category);
    }

    [Theory]
    [InlineData("CON.csv", "_CON.png")]
    [InlineData("com1.backup.csv", "_com1.backup.png")]
    [InlineData("a:b?c*d.csv", "a_b_c_d.png")]
    [InlineData("trailing. .csv", "trailing.png")]
    [InlineData(".hidden.csv", "_hidden.png")]
    [InlineData("Öl-Probe 試料.csv", "Öl-Probe 試料.png")]
    [InlineData("tab\tnewline\n.csv", "tab_newline_.png")]
    public void Names_are_safe_on_every_system(string sample, string expected) =>
        Assert.Equal(expected, Names("{sample}", default, "/in/" + sample).Single());

    [Theory]
    [InlineData("../{sample}")]
    [InlineData("..\\..\\{sample}")]
    [InlineData("/etc/{sample}")]
    [InlineData("C:\\{sample}")]
    [InlineData("sub/{sample}")]
    [InlineData("..")]
    public void No_template_leads_out_of_the_output_folder(string template)
    {
        var name = _engine.StartNaming(Request(template, default))("/in/oil.csv").Single();
        Assert.Equal(_folder.Path, Path.GetDirectoryName(name.Path));
    }

    [Fact]
    public void A_long_name_is_cut_to_what_file_systems_take()
    {
        var name = Names("{sample}", default, "/in/" + new string('測', 300) + ".csv").Single();
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 100, 230);
        _folder.Write(name, "fits");
    }

    [Fact]
    public void Auto_increment_counts_on()
    {
        _folder.Write("oil.png", "");
        _folder.Write("oil_1.png", "");
        var name = _engine.StartNaming(Request("{sample}", ConflictResolution.AutoIncrement))("/in/oil.csv").Single();
        Assert.Equal(_folder["oil_2.png"], name.Path);
        Assert.Equal(_folder["oil.png"], name.RequestedPath);
        Assert.True(name.HasConflict);
        Assert.Equal(OutputNameAction.Rename, name.Action);
    }

    [Theory]
    [InlineData(ConflictResolution.Overwrite, OutputNameAction.Overwrite)]
    [InlineData(ConflictResolution.Skip, OutputNameAction.Skip)]
    [InlineData(ConflictResolution.Fail, OutputNameAction.Fail)]
    public void An_existing_file_is_treated_as_asked_for(ConflictResolution resolution, OutputNameAction expected)
    {
        _folder.Write("oil.png", "");
        var name = _engine.StartNaming(Request("{sample}", resolution))("/in/oil.csv").Single();
        Assert.Equal((_folder["oil.png"], expected), (name.Path, name.Action));
    }

    [Fact]
    public void A_timestamp_is_appended_only_where_the_name_is_taken()
    {
        _folder.Write("oil.png", "");
        var name = _engine.StartNaming(Request("{sample}", ConflictResolution.Timestamp));
        Assert.Matches(@"^oil_\d{8}-\d{6}\.png$", Path.GetFileName(name("/in/oil.csv").Single().Path));
        Assert.Equal("fat.png", Path.GetFileName(name("/in/fat.csv").Single().Path));
    }

    [Theory]
    [InlineData(ConflictResolution.AutoIncrement)]
    [InlineData(ConflictResolution.Overwrite)]
    [InlineData(ConflictResolution.Skip)]
    [InlineData(ConflictResolution.Timestamp)]
    public void Two_samples_of_one_name_never_share_an_output(ConflictResolution resolution)
    {
        var name = _engine.StartNaming(Request("{sample}", resolution));
        string[] paths = [name("/a/oil.csv").Single().Path, name("/b/oil.csv").Single().Path, name("/c/OIL.csv").Single().Path];
        Assert.Equal(3, paths.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void The_second_run_with_skip_finds_the_same_names()
    {
        var first = _engine.StartNaming(Request("{sample}", ConflictResolution.Skip));
        foreach (var sample in new[] { "/a/oil.csv", "/b/oil.csv" })
            File.WriteAllText(first(sample).Single().Path, "");
        var second = _engine.StartNaming(Request("{sample}", ConflictResolution.Skip));
        Assert.All(
            new[] { "/a/oil.csv", "/b/oil.csv" },
            sample => Assert.Equal(OutputNameAction.Skip, second(sample).Single().Action));
    }

    [Theory]
    [InlineData("{sample}")]
    [InlineData("{baseline}")]
    public void No_output_takes_the_name_of_what_it_is_made_from(string template)
    {
        _folder.Write("oil.png", "a sample");
        _folder.Write("fresh.png", "the baseline");
        var request = Request(template, ConflictResolution.Overwrite) with { Baseline = _folder["fresh.png"] };

        var name = _engine.StartNaming(request)(_folder["oil.png"]).Single();

        Assert.EndsWith("_1.png", name.Path, StringComparison.Ordinal);
        Assert.NotEqual(OutputNameAction.Overwrite, name.Action);
    }

    [Fact]
    public void All_formats_of_a_sample_share_one_stem()
    {
        _folder.Write("oil.svg", "");
        var request = Request("{sample}", ConflictResolution.AutoIncrement) with { Formats = [GraphFormat.Png, GraphFormat.Svg] };
        Assert.Equal(
            ["oil_1.png", "oil_1.svg"], _engine.StartNaming(request)("/in/oil.csv").Select(n => Path.GetFileName(n.Path)));
    }

    private IEnumerable<string> Names(string template, ConflictResolution resolution, string sample) =>
        _engine.StartNaming(Request(template, resolution))(sample).Select(n => Path.GetFileName(n.Path));

    private OutputNameRequest Request(string template, ConflictResolution resolution) => new()
    {
        OutputDirectory = _folder.Path,
        Baseline = "/ref/fresh.csv",
        Template = template,
        ConflictResolution = resolution,
    };
}
