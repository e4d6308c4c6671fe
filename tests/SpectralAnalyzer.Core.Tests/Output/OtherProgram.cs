using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SpectralAnalyzer.Core.Tests.Output;

/// <summary>Programs of others, where they are installed.</summary>
internal static class OtherProgram
{
    /// <summary>Returns a Python that can run a statement, such as an import; null where there is none.</summary>
    internal static string? Python(string statement)
    {
        string[] names = ["python3", "/usr/bin/python3", "python"];
        return names.FirstOrDefault(name => TryRun(name, ["-c", statement], "", out _));
    }

    /// <summary>Runs a program in the repository; false where it is not there or fails.</summary>
    internal static bool TryRun(string program, string[] arguments, string input, out string output)
    {
        output = "";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var error = process.StandardError.ReadToEndAsync();
            var writing = process.StandardInput.WriteAsync(input)
                .ContinueWith(_ => process.StandardInput.Close(), TaskScheduler.Default);
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            TestContext.Current.TestOutputHelper?.WriteLine(error.Result);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // there is no such program
            return false;
        }
    }
}
