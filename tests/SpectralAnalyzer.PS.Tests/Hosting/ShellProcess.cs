using System.Diagnostics;
using System.Text;

namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>The shell as a process of its own, as a user starts it.</summary>
internal sealed class ShellProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ShellProcess(Process process) => _process = process;

    /// <summary>Runs the shell to its end, 80 columns wide.</summary>
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments) => Run(80, arguments);

    /// <summary>Runs the shell to its end.</summary>
    public static (int ExitCode, string Output, string Error) Run(int columns, params string[] arguments)
    {
        using var shell = Start(columns, arguments);
        return shell.Finish();
    }

    /// <summary>Starts the shell.</summary>
    public static ShellProcess Start(int columns, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["COLUMNS"] = columns.ToString();
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SpectralAnalyzer.Shell.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new ShellProcess(process);
    }

    /// <summary>The system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Reads up to the end of the next line of the output.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Waits for the end.</summary>
    public (int ExitCode, string Output, string Error) Finish()
    {
        var error = _process.StandardError.ReadToEndAsync();
        var output = _process.StandardOutput.ReadToEndAsync();
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"The shell did not end within {Patience.TotalMinutes} minutes.");
        }

        return (_process.ExitCode, output.GetAwaiter().GetResult().ReplaceLineEndings("\n"), error.GetAwaiter().GetResult().ReplaceLineEndings("\n"));
    }

    public void Dispose() => _process.Dispose();
}
