using System.Diagnostics;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>The shell as a process: what it takes, where it prints, how it ends.</summary>
public sealed class ShellTests
{
    private const string WriteToEveryStream = """
        & {
            [CmdletBinding()] param()
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            $PSCmdlet.WriteWarning('careful')
            $PSCmdlet.WriteVerbose('story')
            $PSCmdlet.WriteDebug('detail')
            $PSCmdlet.WriteInformation('summary', [string[]]@())
            $progress = [System.Management.Automation.ProgressRecord]::new(1, 'working', 'half way')
            $PSCmdlet.WriteProgress($progress)
            $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new('went wrong'), 'Id', 'InvalidData', $null))
            'result'
        }
        """;

    [Fact]
    public void A_command_has_the_module()
    {
        var (exitCode, output, error) = ShellProcess.Run("-NoProfile", "-NonInteractive", "-Command", "(Get-Module).Name");
        Assert.Equal((0, "SpectralAnalyzer.PS\n", ""), (exitCode, output, error));
    }

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("1/0", 1)]
    [InlineData("nosuchcommand", 1)]
    [InlineData("nosuchcommand; 'fine'", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("if (", 1)]
    public void A_command_ends_with_the_exit_code_that_pwsh_has(string command, int expected) =>
        Assert.Equal(expected, ShellProcess.Run("-Command", command).ExitCode);

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("nosuchcommand; 'fine'", 0)]
    [InlineData("nosuchcommand", 0)]
    [InlineData("'before'; exit 7; 'after'", 7)]
    [InlineData("exit 0", 0)]
    public void A_script_ends_with_the_exit_code_that_pwsh_has(string script, int expected)
    {
        using var folder = new TempFolder();
        Assert.Equal(expected, ShellProcess.Run("-File", folder.Write("a script.ps1", script)).ExitCode);
    }

    [Fact]
    public void Arguments_bind_as_in_pwsh()
    {
        using var folder = new TempFolder();
        var script = folder.Write("it's [a] script.ps1", """
            param([string] $Name, [int] $Count, [switch] $Quiet, [switch] $Loud, [Parameter(ValueFromRemainingArguments)] [string[]] $Rest)
            "$Name|$Count|$Quiet|$Loud|$($Rest -join ',')|$PSScriptRoot"
            """);
        var (exitCode, output, error) = ShellProcess.Run(
            script, "-Name", "O'Neil; exit 3", "-Count:12", "-Quiet", "-Loud:$false", "a b", "$HOME", "-5");
        Assert.Equal("", error);
        Assert.Equal($"O'Neil; exit 3|12|True|False|a b,$HOME,-5|{folder.Path}\n", output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void Errors_go_to_the_error_stream_and_the_rest_to_the_output()
    {
        var (_, output, error) = ShellProcess.Run("-Command", WriteToEveryStream);
        Assert.Equal("WARNING: careful\nVERBOSE: story\nDEBUG: detail\nsummary\nresult\n", output);
        Assert.Contains("went wrong", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Redirected_output_has_neither_colour_nor_progress()
    {
        var (_, output, error) = ShellProcess.Run("-Command", WriteToEveryStream + "; [pscustomobject]@{ A = 1 }");
        Assert.DoesNotContain('\u001b', output + error);
        Assert.DoesNotContain("working", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminating_error_shows_where_it_is()
    {
        using var folder = new TempFolder();
        var (_, output, error) = ShellProcess.Run(folder.Write("wrong.ps1", "'start'\nthrow 'boom'"));
        Assert.Equal("start\n", output);
        Assert.Contains("boom", error, StringComparison.Ordinal);
        Assert.Contains("wrong.ps1:2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_a_script_is_refused_with_the_usage()
    {
        var (exitCode, _, error) = ShellProcess.Run("nosuch.ps1");
        Assert.Equal(64, exitCode);
        Assert.Contains("'nosuch.ps1' does not exist", error, StringComparison.Ordinal);
        Assert.Contains("-Command", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_fails_where_nobody_can_answer()
    {
        var (_, output, error) = ShellProcess.Run(
            "-NonInteractive", "-Command", "& { [CmdletBinding(SupportsShouldProcess)] param() $PSCmdlet.ShouldProcess('it') } -Confirm");
        Assert.Equal("", output);
        Assert.Contains("-NonInteractive", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-INT", 130)]
    [InlineData("-TERM", 143)]
    public void A_signal_stops_the_pipeline_and_lets_it_clean_up(string signal, int expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var shell = ShellProcess.Start(
            80, "-Command", "try { 'started'; while ($true) { [System.Threading.Thread]::Sleep(20) } } finally { [Console]::Out.WriteLine('cleaned up') }");
        Assert.Equal("started", shell.ReadLine());
        using (var kill = Process.Start("kill", [signal, shell.Id.ToString()]))
            kill.WaitForExit();
        var (exitCode, output, _) = shell.Finish();
        Assert.Equal("cleaned up\n", output);
        Assert.Equal(expected, exitCode);
    }

    [Fact]
    public void Nothing_of_the_engine_is_loaded_before_it_is_needed()
    {
        var (_, output, _) = ShellProcess.Run(
            "-Command", "[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -like 'Spectral*' }");
        Assert.Equal(
            ["SpectralAnalyzer.Contracts", "SpectralAnalyzer.PS", "SpectralAnalyzer.Shell"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
