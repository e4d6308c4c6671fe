using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>The cmdlets of libraries, from folders and from the pipeline.</summary>
public sealed class LibraryCommandsTests : IDisposable
{
    // twelve substances of one band each, 400 to 999
    private const string Substances = """
        $x = 400..999
        $made = foreach ($i in 0..11) {
            $y = $x | ForEach-Object { [math]::Exp(-[math]::Pow(($_ - 430 - 48 * $i) / 9, 2)) }
            ConvertTo-Spectrum $x $y -XUnit cm-1 -Ordinate Absorbance -Name "s$i"
        }
        Set-Location -LiteralPath $folder
        """;

    private readonly ModuleRunspace _shell = new();
    private readonly TempFolder _folder = new();

    public LibraryCommandsTests() => _shell.Run(Substances, ("folder", _folder.Path)).WithoutErrors();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_library_is_made_changed_shown_and_searched()
    {
        _shell.Run("$made | New-SpectralLibrary l.speclib").WithoutErrors().As<object>();
        _shell.Run("Remove-SpectralLibraryItem l.speclib s1, s1?").WithoutErrors();
        _shell.Run("Get-SpectralLibrary l.speclib -Item s0 | Remove-SpectralLibraryItem").WithoutErrors();
        _shell.Run("$made[1] | Add-SpectralLibraryItem l.speclib").WithoutErrors();
        _shell.Run("$made[11], $made[10], $made[0] | Add-SpectralLibraryItem l.speclib").WithoutErrors();

        Assert.Equal(12, _shell.Run("Get-SpectralLibrary *.speclib").WithoutErrors().Single<SpectralLibrary>().Count);
        Assert.Equal(
            ["s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s1", "s11", "s10", "s0"],
            _shell.Run("Get-SpectralLibrary l.speclib -Item *").WithoutErrors().As<SpectralLibraryItem>().Select(i => i.Name));
        var matches = _shell.Run("$made | Find-SpectralMatch l.speclib -Top 2").WithoutErrors().As<SpectralMatch>();
        Assert.Equal(12, matches.Count);
        Assert.All(matches, match => Assert.Equal((match.Query, SpectralMatchTrust.Trusted), (match.Name, match.Trust)));
    }

    [Fact]
    public void Folders_and_files_are_taken_from_parameter_and_pipeline()
    {
        _shell.Run("""
            $null = New-Item -ItemType Directory in/sub
            $null = $made | ForEach-Object { Export-Spectrum -InputObject $_ "in/$($_.Name).csv" }
            Move-Item in/s11.csv in/sub
            """).WithoutErrors();
        foreach (var (command, count) in new[]
        {
            ("New-SpectralLibrary a.speclib in -PassThru", 11),
            ("New-SpectralLibrary b.speclib in -Recurse -PassThru", 12),
            ("Get-Item in | New-SpectralLibrary c.speclib -PassThru", 11),
            ("Get-ChildItem in -File | New-SpectralLibrary d.speclib -PassThru", 11),
            ("New-SpectralLibrary e.speclib in/s?.csv -PassThru", 10),
        })
            Assert.Equal(count, _shell.Run(command).WithoutErrors().Single<SpectralLibrary>().Count);

        Assert.Equal(11, _shell.Run("Find-SpectralMatch b.speclib in").WithoutErrors().As<SpectralMatch>().Count);
    }

    [Fact]
    public void A_mixture_has_its_components_and_the_match_its_graph()
    {
        _shell.Run("$made | New-SpectralLibrary l.speclib").WithoutErrors();
        _shell.Run("""
            $y = 0..599 | ForEach-Object { 0.6 * $made[2].Y[$_] + 0.2 * $made[7].Y[$_] + 0.1 }
            $mixed = ConvertTo-Spectrum $x $y -XUnit cm-1 -Ordinate Absorbance -Name mixed
            """).WithoutErrors();

        var match = _shell.Run("$mixed | Find-SpectralMatch l.speclib -Mixture").WithoutErrors().Single<SpectralMatch>();
        Assert.Equal(["s2", "s7"], match.Mixture!.Components.Select(c => c.Name));
        Assert.Equal(0.75, match.Mixture.Components[0].Share, 3);

        _shell.Run("$mixed | Find-SpectralMatch l.speclib | Export-SpectralGraph m.svg").WithoutErrors();
        _shell.Run("$made[0..1] | Find-SpectralMatch l.speclib | Export-SpectralGraph -OutputDirectory graphs -Format Svg")
            .WithoutErrors();
        Assert.Contains("mixed", File.ReadAllText(Path.Combine(_folder.Path, "m.svg")), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.Path, "graphs"), "*.svg").Length);
    }

    [Theory]
    [InlineData("New-SpectralLibrary l.speclib $made", "LibraryExists")]
    [InlineData("Find-SpectralMatch none.speclib $made[0]", "FileNotFound")]
    [InlineData("Set-Content n.speclib text; Find-SpectralMatch n.speclib $made[0]", "NotALibrary")]
    [InlineData("Remove-SpectralLibraryItem l.speclib other", "LibraryItemNotFound")]
    [InlineData("Remove-SpectralLibraryItem l.speclib -Index 13", "LibraryItemNotFound")]
    [InlineData("Remove-SpectralLibraryItem l.speclib *", "LibraryEmpty")]
    [InlineData("Get-SpectralLibrary l.speclib -Item other", "LibraryItemNotFound")]
    [InlineData("Find-SpectralMatch l.speclib $made[0] -XRange 2000,3000", "RegionEmpty")]
    [InlineData("ConvertTo-Spectrum (2000..2100) (0..100) -XUnit cm-1 -Ordinate Absorbance | Find-SpectralMatch l.speclib",
        "NoOverlap")]
    [InlineData("New-SpectralLibrary p.speclib $made -NameProperty CAS", "LibraryItemUnusable")]
    public void What_cannot_be_done_is_an_error_with_an_id(string command, string id)
    {
        _shell.Run("$made | New-SpectralLibrary l.speclib").WithoutErrors();

        Assert.StartsWith(id, _shell.Run(command).Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(12, _shell.Run("Get-SpectralLibrary l.speclib").WithoutErrors().Single<SpectralLibrary>().Count);
    }

    [Fact]
    public void With_WhatIf_nothing_is_written()
    {
        _shell.Run("$made | New-SpectralLibrary l.speclib -WhatIf").WithoutErrors();

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }
}
