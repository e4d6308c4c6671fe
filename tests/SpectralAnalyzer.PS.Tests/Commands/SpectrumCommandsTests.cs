using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>Reading, making, comparing, drawing and saving spectra one by one.</summary>
public sealed class SpectrumCommandsTests : IDisposable
{
    private const string Small = "-Width 4 -Height 3 -Dpi 50";

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void Compare_Spectrum_gives_what_a_batch_gives()
    {
        var sample = _spectra.Write("a.csv", 0.2);
        var batch = _shell.Run($"Invoke-SpectralBatch '{sample}' '{_spectra.Baseline}' -NoGraph -Resampling Akima")
            .WithoutErrors().Single<SpectralResult>();
        var alone = _shell.Run(
            $"Import-SpectralFile '{sample}' | Compare-Spectrum (Import-SpectralFile '{_spectra.Baseline}') -Resampling Akima")
            .WithoutErrors().Single<SpectralComparison>();
        Assert.Equal(batch.Comparison!.Correlation, alone.Correlation);
        Assert.Equal(batch.Comparison.Rmse, alone.Rmse);
        Assert.Equal(batch.Comparison.Peaks, alone.Peaks);
        Assert.Equal(batch.Comparison.GetDifference()!.Y, alone.GetDifference()!.Y);
        Assert.Equal((_spectra.Baseline, sample), (alone.Reference!.Path, alone.Sample!.Path));
    }

    [Fact]
    public void The_graph_of_a_comparison_is_the_batchs_to_the_byte()
    {
        var sample = _spectra.Write("a.csv", 0.2);
        var batch = _shell.Run($"Invoke-SpectralBatch '{sample}' '{_spectra.Baseline}' '{_spectra.Out}' -Format Png, Svg {Small}")
            .WithoutErrors().Single<SpectralResult>();
        var files = _shell.Run(
            $"Import-SpectralFile '{sample}' | Compare-Spectrum (Import-SpectralFile '{_spectra.Baseline}') | "
            + $"Export-SpectralGraph -OutputDirectory '{_spectra["alone"]}' -Format Png, Svg {Small}")
            .WithoutErrors().As<FileInfo>();
        Assert.Equal(["a_vs_fresh.png", "a_vs_fresh.svg"], files.Select(f => f.Name));
        Assert.Equal(batch.OutputPath.Select(File.ReadAllBytes), files.Select(f => File.ReadAllBytes(f.FullName)));
    }

    [Fact]
    public void A_spectrum_that_cannot_be_compared_is_an_error_and_the_next_is_compared()
    {
        var outcome = _shell.Run($"""
            $reference = Import-SpectralFile '{_spectra.Baseline}'
            $far = ConvertTo-Spectrum 1, 2, 3, 4 1, 2, 3, 4 -XUnit cm-1 -Ordinate Absorbance -Name far
            $far, $reference | Compare-Spectrum -Reference $reference
            """);
        Assert.Equal(1, outcome.Single<SpectralComparison>().Correlation, 12);
        var error = Assert.Single(outcome.Errors);
        Assert.StartsWith("NoOverlap,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("far", error.TargetObject);
    }

    [Fact]
    public void ConvertTo_Spectrum_takes_arrays()
    {
        var spectrum = _shell.Run(
            "ConvertTo-Spectrum -X 3, 2, 1 -Y 30, 20, ([double]::NaN) -XUnit nm -Ordinate Intensity -Name lamp "
            + "-Metadata @{ Operator = 'A. B.' }")
            .WithoutErrors().Single<Spectrum>();
        Assert.Equal([1.0, 2, 3], spectrum.X);
        Assert.Equal([double.NaN, 20, 30], spectrum.Y);
        Assert.Equal(("lamp", AxisUnit.Nanometer, OrdinateKind.Intensity, "A. B."),
            (spectrum.Name, spectrum.XUnit, spectrum.Ordinate.Kind, spectrum.Metadata["Operator"]));
    }

    [Fact]
    public void ConvertTo_Spectrum_takes_objects_and_text_as_Import_Csv_gives_it()
    {
        var spectra = _shell.Run("""
            [pscustomobject]@{ nm = '200'; A = '0.25'; B = 7; note = 'x' },
            [pscustomobject]@{ nm = '201'; A = '1e-3'; B = $null; note = 'y' } |
                ConvertTo-Spectrum -XProperty nm -YProperty A, B
            """).WithoutErrors().As<Spectrum>();
        Assert.Equal(["A", "B"], spectra.Select(s => s.Name));
        Assert.Equal([200.0, 201], spectra[1].X);
        Assert.Equal([0.25, 0.001], spectra[0].Y);
        Assert.Equal([7, double.NaN], spectra[1].Y);
        var first = _shell.Run("[pscustomobject]@{ a = 1; b = 2 } | ConvertTo-Spectrum").WithoutErrors().Single<Spectrum>();
        Assert.Equal((1.0, 2.0), (first.X[0], first.Y[0]));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ x = '1'; y = '0,25' } | ConvertTo-Spectrum", "NotANumber")]
    [InlineData("[pscustomobject]@{ x = ''; y = 1 } | ConvertTo-Spectrum", "MissingX")]
    [InlineData("[pscustomobject]@{ x = 1; y = 1 } | ConvertTo-Spectrum -YProperty z", "UnknownProperty")]
    [InlineData("[pscustomobject]@{ x = 1 } | ConvertTo-Spectrum", "UnknownProperty")]
    [InlineData("ConvertTo-Spectrum 1, 2 1, 2, 3", "LengthMismatch")]
    [InlineData("ConvertTo-Spectrum 1, ([double]::NaN) 1, 2", "MissingX")]
    public void ConvertTo_Spectrum_makes_up_no_number(string script, string id)
    {
        var outcome = _shell.Run(script);
        Assert.Empty(outcome.Output);
        Assert.StartsWith(id + ",", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lamp.csv")]
    [InlineData("lamp.jdx")]
    [InlineData("lamp.DX")]
    public void What_Export_Spectrum_saves_Import_SpectralFile_reads(string name)
    {
        var read = _shell.Run($"""
            $x = 0..49 | ForEach-Object -Process {FortyNine}
            $y = $x | ForEach-Object -Process {Sine}
            $null = ConvertTo-Spectrum $x $y -XUnit nm -Ordinate Intensity | Export-Spectrum '{_spectra[name]}'
            Import-SpectralFile -LiteralPath '{_spectra[name]}'
            """).WithoutErrors().Single<Spectrum>();
        double[] x = [.. Enumerable.Range(0, 50).Select(i => 200 + (i / 3.0))];
        Assert.Equal(x, read.X);
        Assert.Equal(x.Select(Math.Sin), read.Y);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Intensity), (read.XUnit, read.Ordinate.Kind));
    }

    [Fact]
    public void A_taken_name_is_not_lost()
    {
        var save = $"ConvertTo-Spectrum 1, 2, 3 4, 5, 6 | Export-Spectrum '{_spectra["out/a.csv"]}'";
        Assert.Equal("a.csv", _shell.Run(save).WithoutErrors().Single<FileInfo>().Name);
        Assert.Equal("a_1.csv", _shell.Run(save).WithoutErrors().Single<FileInfo>().Name);
        var before = File.GetLastWriteTimeUtc(_spectra["out/a.csv"]);
        Assert.Empty(_shell.Run(save + " -ConflictResolution Skip").WithoutErrors().Output);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_spectra["out/a.csv"]));
        var failed = _shell.Run(save + " -ConflictResolution Fail");
        Assert.StartsWith("OutputExists,", Assert.Single(failed.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("a.csv", _shell.Run(save + " -ConflictResolution Overwrite").WithoutErrors().Single<FileInfo>().Name);
        Assert.Equal(["a.csv", "a_1.csv"], _spectra.Outputs());
    }

    [Fact]
    public void Two_spectra_for_one_name_and_many_for_a_folder()
    {
        var files = _shell.Run(
            $"$s = ConvertTo-Spectrum 1, 2, 3 4, 5, 6 -Name 'a/b'; $s, $s | Export-Spectrum '{_spectra["out/n.csv"]}' "
            + $"-ConflictResolution Overwrite; $s | Export-Spectrum -OutputDirectory '{_spectra.Out}' -Format Csv, JcampDx")
            .WithoutErrors().As<FileInfo>();
        Assert.Equal(["n.csv", "n_1.csv", "a_b.csv", "a_b.jdx"], files.Select(f => f.Name));
    }

    [Theory]
    [InlineData("Export-Spectrum")]
    [InlineData("Export-SpectralGraph")]
    public void WhatIf_writes_nothing_not_even_a_folder(string command)
    {
        var file = command == "Export-Spectrum" ? "a.csv" : "a.png";
        Assert.Empty(_shell.Run($"ConvertTo-Spectrum 1, 2, 3 4, 5, 6 | {command} '{_spectra[$"out/{file}"]}' -WhatIf")
            .WithoutErrors().Output);
        Assert.False(Directory.Exists(_spectra.Out));
    }

    [Theory]
    [InlineData("Export-Spectrum", "a.xyz", "UnknownExtension")]
    [InlineData("Export-SpectralGraph", "a.csv", "UnknownExtension")]
    [InlineData("Export-SpectralGraph", ".", "PathIsFolder")]
    public void A_path_that_does_not_do_is_refused_before_anything_is_made(string command, string path, string id)
    {
        var outcome = _shell.Run($"ConvertTo-Spectrum 1, 2, 3 4, 5, 6 | {command} '{Path.Combine(_spectra.Path, path)}'");
        Assert.StartsWith(id + ",", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("g.png", "", "g.png")]
    [InlineData("g", "", "g.png")]
    [InlineData("g.1", "-Format Svg", "g.1")]
    [InlineData("g.png", "-Format Png, Pdf", "g.png g.pdf")]
    public void The_formats_follow_from_name_and_parameter(string name, string parameters, string expected)
    {
        var small = parameters == "-Format Svg" ? "" : Small;
        var files = _shell.Run(
            $"ConvertTo-Spectrum 1, 2, 3 4, 5, 6 | Export-SpectralGraph '{_spectra[name]}' {parameters} {small}").WithoutErrors()
                .As<FileInfo>();
        Assert.Equal(expected, string.Join(' ', files.Select(f => f.Name)));
        Assert.All(files, f => Assert.True(f.Exists && f.Length > 500));
    }

    [Theory]
    [InlineData("Overlay")]
    [InlineData("Stacked")]
    [InlineData("Offset -Offset 0.5")]
    public void Several_spectra_share_one_graph(string arrangement)
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("in/b.csv", 0.2);
        var file = _shell.Run(
            $"Import-SpectralFile '{_spectra["in"]}' | Export-SpectralGraph '{_spectra["g.svg"]}' -Arrangement {arrangement} "
            + $"-XRange 1900, 1500 -Title 'Two lots'")
            .WithoutErrors().Single<FileInfo>();
        var svg = File.ReadAllText(file.FullName);
        Assert.All((string[])[">a<", ">b<", ">Two lots<", ">1900<", ">1500<"],
            text => Assert.Contains(text, svg, StringComparison.Ordinal));
        Assert.DoesNotContain(">4000<", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batchs_comparison_has_no_spectra_to_draw()
    {
        var outcome = _shell.Run(
            $"(Invoke-SpectralBatch '{_spectra.Baseline}' '{_spectra.Baseline}' -NoGraph).Comparison | "
            + $"Export-SpectralGraph '{_spectra["g.png"]}'");
        Assert.StartsWith(
            "ComparisonWithoutSpectra,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private const string FortyNine = "{ 200 + $_ / 3 }";
    private const string Sine = "{ [Math]::Sin($_) }";

    [Fact]
    public void The_points_of_a_spectrum_are_objects_that_make_the_same_spectrum_again()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run("""
            $first = ConvertTo-Spectrum 3, 1, 2 0.5, ([double]::NaN), 0.25 -Name first
            $points = $first | ConvertFrom-Spectrum
            $points
            $points | ConvertTo-Spectrum
            $first, $first | ConvertFrom-Spectrum | ConvertTo-Csv | Select-Object -First 2
            """).WithoutErrors();
        Assert.Equal(
            [new SpectralPoint(1, double.NaN, "first"), new SpectralPoint(2, 0.25, "first"), new SpectralPoint(3, 0.5, "first")],
            outcome.Output.Take(3).Select(o => o.BaseObject));
        var again = Assert.IsType<Spectrum>(outcome.Output[3].BaseObject);
        Assert.Equal([1, 2, 3], again.X);
        Assert.Equal([double.NaN, 0.25, 0.5], again.Y);
        Assert.Equal(["\"X\",\"Y\",\"Spectrum\"", "\"1\",\"NaN\",\"first\""], outcome.Output.Skip(4).Select(o => o.BaseObject));
    }
}
