using System.Diagnostics;
using System.Text;

namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>The Shell as a process, as a user starts it.</summary>
internal sealed class ShellProcess : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ShellProcess(Process process) => _process = process;

    /// <summary>Runs the Shell to its end.</summary>
    internal static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var shell = Start(arguments);
        return shell.Finish();
    }

    /// <summary>Starts the Shell, without a profile, a terminal or colors.</summary>
    internal static ShellProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["NO_COLOR"] = "1";
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SpectralAnalyzer.Shell.dll"));
        foreach (var argument in arguments.Prepend("-NoProfile"))
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new ShellProcess(process);
    }

    internal int Id => _process.Id;

    /// <summary>Reads the next line of the output, or null at its end.</summary>
    internal string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Waits for the process to exit.</summary>
    internal (int ExitCode, string Output, string Error) Finish()
    {
        var error = _process.StandardError.ReadToEndAsync();
        var output = _process.StandardOutput.ReadToEndAsync();
        if (!_process.WaitForExit(s_timeout))
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"The Shell did not exit within {s_timeout.TotalMinutes} minutes.");
        }

        return (_process.ExitCode, Text(output), Text(error));

        static string Text(Task<string> stream) => stream.GetAwaiter().GetResult().ReplaceLineEndings("\n");
    }

    public void Dispose() => _process.Dispose();
}
