using System.Diagnostics;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>The Shell is PowerShell with the module imported.</summary>
public sealed class ShellTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_module_is_imported_and_its_engine_is_not_loaded_before_it_is_needed()
    {
        var (exitCode, output, error) = ShellProcess.Run("-Command", """
            (Get-Module SpectralAnalyzer.PS).Name
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -like 'Spectral*' | Sort-Object
            """);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal("SpectralAnalyzer.PS\nSpectralAnalyzer.Contracts\nSpectralAnalyzer.PS\nSpectralAnalyzer.Shell\n", output);
    }

    [Fact]
    public void The_commands_of_PowerShell_are_there()
    {
        var (exitCode, output, error) = ShellProcess.Run("-Command", $$"""
            Get-ChildItem '{{StagedModule.Examples}}/lot-041[23]*.csv' | Sort-Object Name -Descending |
                Import-SpectralFile | Select-Object @{ n = 'Name'; e = { Split-Path $_.Path -Leaf } } | ConvertTo-Csv
            """);
        Assert.Equal((0, "", "\"Name\"\n\"lot-0413-de.csv\"\n\"lot-0412.csv\"\n"), (exitCode, error, output));
    }

    [Fact]
    public void A_first_argument_that_is_a_script_runs_it_with_the_rest()
    {
        var script = _folder.Write("it's [a] script.ps1", """
            param(
                [string] $Name, [int] $Count, [switch] $Quiet, [switch] $Loud,
                [Parameter(ValueFromRemainingArguments)] [string[]] $Rest
            )
            "$Name|$Count|$Quiet|$Loud|$($Rest -join ',')|$PSScriptRoot"
            exit 7
            """);
        var (exitCode, output, error) = ShellProcess.Run(
            script, "-Name", "O'Neil; exit 3", "-Count:12", "-Quiet", "-Loud:$false", "a b", "$HOME", "-5");
        Assert.Equal("", error);
        Assert.Equal($"O'Neil; exit 3|12|True|False|a b,$HOME,-5|{_folder.Path}\n", output);
        Assert.Equal(7, exitCode);
    }

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("exit 7", 7)]
    public void A_command_sets_the_exit_code(string command, int expected) =>
        Assert.Equal(expected, ShellProcess.Run("-Command", command).ExitCode);

    [Fact]
    public void A_question_fails_where_nobody_can_answer()
    {
        var (exitCode, output, error) = ShellProcess.Run("-NonInteractive", "-Command", "Remove-Item env:HOME -Confirm");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("NonInteractive", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_stops_the_pipeline_and_lets_it_clean_up()
    {
        Signals.SkipWhereIgnored("INT");
        using var shell = ShellProcess.Start(
            "-Command",
            "try { 'started'; while ($true) { Start-Sleep -Milliseconds 20 } } finally { "
            + "[Console]::Out.WriteLine('cleaned up') }");
        Assert.Equal("started", shell.ReadLine());
        using (var kill = Process.Start("kill", ["-INT", shell.Id.ToString()]))
            kill.WaitForExit();
        Assert.Equal("cleaned up\n", shell.Finish().Output);
    }
}
