using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>What the module's format and type files add to its objects.</summary>
public sealed class ViewTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Baseline { get; } = Path.Combine(
        StagedModule.RepositoryRoot, "docs", "examples", "polymer-reference.csv");

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void The_tables_fit_the_width_and_name_each_file(int columns)
    {
        using var runspace = new ModuleRunspace();
        var commands = """
            $PSStyle.OutputRendering = 'PlainText'
            Test-SpectralFile $spectra | Out-String -Width $columns
            $results = Invoke-SpectralBatch $spectra $file -NoGraph -WarningAction SilentlyContinue
            $results | Out-String -Width $columns
            Measure-SpectralBatch $spectra -Baseline $file | Out-String -Width $columns
            $results | Measure-SpectralBatch | Out-String -Width $columns
            """;
        var tables = runspace.Run(commands, ("spectra", StagedModule.Examples), ("file", Baseline), ("columns", columns))
            .WithoutErrors().As<string>();
        Assert.Equal(4, tables.Count);
        var output = string.Concat(tables).ReplaceLineEndings("\n");
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, columns));
        foreach (var file in Directory.EnumerateFiles(StagedModule.Examples).Select(Path.GetFileName)
            .Where(name => name!.StartsWith("lot-", StringComparison.Ordinal)))
            Assert.Equal(2, output.Split('\n').Count(line => line.Contains(' ' + file![..12], StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void Names_that_differ_only_at_their_end_are_shown_whole(int columns)
    {
        string[] names = ["PST02_iRPlus785_Z050_075_3200ms_a_long_name.csv", "PST02_iRPlus785_Z050_075_3200ms_a_long_game.csv"];
        var lines = Enumerable.Range(0, 50).Select(i => FormattableString.Invariant($"{400 + i},{i % 7},{i % 5}"));
        foreach (var name in names)
            File.WriteAllLines(_folder[name], ["cm-1,Dark Subtracted spectrum #1,Dark Subtracted spectrum #2", .. lines]);
        using var runspace = new ModuleRunspace();
        var tables = runspace.Run("""
            $PSStyle.OutputRendering = 'PlainText'
            Copy-Item (Join-Path $folder $name) ($baseline = Join-Path ([IO.Directory]::CreateTempSubdirectory()) baseline.csv)
            Invoke-SpectralBatch $folder $baseline -NoGraph | Out-String -Width $columns
            Remove-Item (Split-Path $baseline) -Recurse
            $spectra = Get-ChildItem $folder | Import-SpectralFile
            $spectra | Out-String -Width $columns
            Test-SpectralFile $folder | Out-String -Width $columns
            $spectra | Compare-Spectrum -Reference $spectra[0] | Out-String -Width $columns
            """, ("folder", _folder.Path), ("name", names[0]), ("columns", columns)).WithoutErrors().As<string>();
        foreach (var table in tables)
        {
            Assert.All(table.ReplaceLineEndings("\n").Split('\n'), line => Assert.InRange(line.Length, 0, columns));
            Assert.All(names, name => Assert.Contains(
                Cells(table), cell => cell.StartsWith(Path.GetFileNameWithoutExtension(name), StringComparison.Ordinal)));
        }

        foreach (var series in new[] { "DarkSubtractedspectrum#1", "DarkSubtractedspectrum#2" })
            Assert.Equal(2, Cells(tables[0]).Count(cell => cell == series));
    }

    [Fact]
    public void Every_view_works_in_constrained_language_mode()
    {
        using var runspace = new ModuleRunspace();
        var commands = """
            $spectrum = Import-SpectralFile $file
            $report = Test-SpectralFile $file
            $result = Invoke-SpectralBatch $file $file $folder -Dpi 50
            $failed = Invoke-SpectralBatch $bad $file -NoGraph -ErrorAction SilentlyContinue
            $objects = $spectrum, $report, $result, $failed, (Compare-Spectrum $spectrum -Reference $spectrum),
                (Measure-SpectralBatch $file -Baseline $file), (Test-SpectralRun $folder)[0], ($result | Measure-SpectralBatch),
                (Resolve-SpectralOutputName $file -Baseline $file -OutputDirectory $folder)
            function Show {
                foreach ($object in $objects) { $object | Format-Table; $object | Format-List; $object | Format-Wide }
            }
            $PSStyle.OutputRendering = 'PlainText'
            $full = Show | Out-String -Width 120
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            $constrained = Show | Out-String -Width 120
            $full
            $constrained
            $result.FileName
            """;
        var texts = runspace.Run(
            commands,
            ("file", Baseline), ("folder", _folder.Path), ("bad", StagedModule.RepositoryRoot + "/docs/examples/refused"))
            .WithoutErrors().As<string>();
        Assert.Contains("OneColumn", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[0], texts[1]);
        Assert.Equal("polymer-reference.csv", texts[2]);
    }

    [Fact]
    public void A_failed_file_is_one_row_and_one_line()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run(
            "$PSStyle.OutputRendering = 'PlainText'; Invoke-SpectralBatch $bad $file -NoGraph -ErrorVariable errors | Out-String "
            + "-Width 80; $errors | Out-String -Width 200",
            ("file", Baseline), ("bad", StagedModule.RepositoryRoot + "/docs/examples/refused"));
        var texts = outcome.As<string>();
        Assert.Matches(@"^Failed    one-column\.csv +\(OneColumn\)$", Assert.Single(Rows(texts[0])));
        Assert.Single(texts[1].Trim().ReplaceLineEndings("\n").Split('\n'));
        Assert.Contains("no x values", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Exported_files_look_like_files()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run("""
            $file = Import-SpectralFile $baseline | Export-Spectrum -Path (Join-Path $folder 'a [1].csv')
            $file.PSPath -eq (Get-Item -LiteralPath $file.FullName).PSPath
            $file.Mode -eq (Get-Item -LiteralPath $file.FullName).Mode
            ($file | Out-String) -eq (Get-Item -LiteralPath $file.FullName | Out-String)
            """, ("baseline", Baseline), ("folder", _folder.Path)).WithoutErrors();
        Assert.Equal([true, true, true], outcome.As<bool>());
    }

    [Fact]
    public void Reports_and_results_stand_for_their_files_in_the_pipeline()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run(
            "$report = Test-SpectralFile $file; $result = $report | Invoke-SpectralBatch -Baseline $file -NoGraph; "
            + "$result | Import-SpectralFile",
            ("file", Baseline)).WithoutErrors();
        Assert.Equal(Baseline, outcome.Single<Spectrum>().Path);
    }

    [Fact]
    public void The_numbers_of_a_comparison_are_properties_of_its_result()
    {
        using var runspace = new ModuleRunspace();
        var numbers = runspace.Run(
            "$result = Invoke-SpectralBatch $file $file -NoGraph; $result.FileName; $result.Correlation - "
            + "$result.Comparison.Correlation; $result.Rmse; $result.Coverage",
            ("file", Baseline)).WithoutErrors().Output.Select(item => item.BaseObject);
        Assert.Equal(["polymer-reference.csv", 0.0, 0.0, 1.0], numbers);
    }

    [Fact]
    public void Lists_and_tables_say_what_is_in_them_where_only_text_is_taken()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run("""
            $result = Invoke-SpectralBatch $file $file $out -Format Svg, Png -Width 4 -Height 3 -Dpi 50
            $names = $result.PSObject.Properties.Name
            foreach ($name in $names) { "$($result.$name.ToString())" }
            """, ("file", Baseline), ("out", _folder.Path));
        var texts = outcome.Output.Select(o => o.BaseObject.ToString()!).ToArray();
        Assert.DoesNotContain(texts, t => t.StartsWith("System.", StringComparison.Ordinal)
            || t.StartsWith("SpectralAnalyzer.", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains(".svg; ", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("Validation: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_is_short_as_JSON_and_still_has_its_difference()
    {
        using var runspace = new ModuleRunspace();
        var outcome = runspace.Run("""
            $result = Invoke-SpectralBatch $sample $file $out -Dpi 50
            $result | ConvertTo-Json -WarningAction SilentlyContinue
            $result | ConvertTo-Json -Depth 10 -Compress
            $result.Comparison.Difference
            (Compare-Spectrum (Import-SpectralFile $file) (Import-SpectralFile $sample)).Difference
            """, ("file", Baseline), ("sample", Path.Combine(StagedModule.Examples, "lot-0412.csv")), ("out", _folder.Path))
            .WithoutErrors();
        Assert.InRange(outcome.Output[0].BaseObject.ToString()!.Length, 500, 5000);
        Assert.InRange(outcome.Output[1].BaseObject.ToString()!.Length, 500, 15000);
        Assert.All(outcome.Output.Skip(2), o => Assert.Equal(1801, Assert.IsType<Spectrum>(o.BaseObject).Count));
    }

    [Fact]
    public void The_durations_of_the_stages_are_found_by_name()
    {
        using var runspace = new ModuleRunspace();
        var durations = runspace.Run(
            "$r = Invoke-SpectralBatch $file $file -NoGraph; $r.StageMilliseconds.Loading; $r.StageMilliseconds['Loading']; "
            + "$r.StageMilliseconds[[SpectralAnalyzer.BatchStage]::Loading]", ("file", Baseline))
            .WithoutErrors().As<double>();
        Assert.Equal(3, durations.Count);
        Assert.Single(durations.Distinct());
    }

    [Fact]
    public void What_was_serialised_pipes_on_and_its_status_can_be_filtered_by()
    {
        using var runspace = new ModuleRunspace();
        var again = runspace.Run("""
            $text = [System.Management.Automation.PSSerializer]::Serialize((Invoke-SpectralBatch $file $file -NoGraph), 2)
            $back = [System.Management.Automation.PSSerializer]::Deserialize($text)
            $back | Where-Object Status -EQ Succeeded | Where-Object Correlation -EQ 1 |
                Invoke-SpectralBatch -Baseline $file -NoGraph
            """, ("file", Baseline)).WithoutErrors().Single<SpectralResult>();
        Assert.Equal(Baseline, again.Path);
    }

    private static IEnumerable<string> Rows(string table) => table.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.TrimEnd()).Where(line => line.Length > 0).SkipWhile(line => !line.Contains("---")).Skip(1);

    // the cells of a table without their spaces, those that are wrapped put together again
    private static List<string> Cells(string table)
    {
        var lines = table.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0).ToList();
        var rule = lines.FindIndex(line => line.Contains("---", StringComparison.Ordinal));
        var starts = Enumerable.Range(0, lines[rule].Length)
            .Where(i => lines[rule][i] == '-' && (i == 0 || lines[rule][i - 1] == ' ')).ToList();
        var rows = new List<string[]>();
        foreach (var line in lines.Skip(rule + 1))
        {
            if (!line.StartsWith("      ", StringComparison.Ordinal))
                rows.Add(new string[starts.Count]);
            for (var c = 0; c < starts.Count && starts[c] < line.Length; c++)
            {
                var cell = line[starts[c]..(c + 1 < starts.Count ? Math.Min(line.Length, starts[c + 1]) : line.Length)];
                // a number of the next column, which is aligned at the right, is not of this cell
                rows[^1][c] += cell.Split("  ")[0].Replace(" ", "", StringComparison.Ordinal);
            }
        }

        return [.. rows.SelectMany(row => row)];
    }
}
