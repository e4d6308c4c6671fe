using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpectralAnalyzer.Pester.Tests;

/// <summary>Runs the Pester suite in the pwsh that came with the restore.</summary>
internal static class PesterRun
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(15);
    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    private static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs all files of tests/Pester and returns the result of each test.</summary>
    internal static PesterResult[] Start()
    {
        var work = Directory.CreateTempSubdirectory("spectral-pester-");
        try
        {
            var results = Path.Combine(work.FullName, "results.json");
            var printed = InvokeSuite(FolderOfPwsh(work), results);
            return File.Exists(results)
                ? JsonSerializer.Deserialize<PesterResult[]>(File.ReadAllText(results), s_json)!
                : throw new InvalidOperationException($"The Pester suite ended early:\n{printed}");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static string InvokeSuite(string folderOfPwsh, string results)
    {
        var repository = Metadata("Repository");
        var start = new ProcessStartInfo(Dotnet)
        {
            ArgumentList =
            {
                Metadata("PowerShell"), "-NoProfile", "-NonInteractive",
                "-File", Path.Combine(AppContext.BaseDirectory, "Invoke-Suite.ps1"),
                Metadata("Pester"), Path.Combine(repository, "tests", "Pester"), results,
            },
            WorkingDirectory = repository,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = folderOfPwsh + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["NO_COLOR"] = "1";
        start.Environment["SPECTRALANALYZER_DEFAULTS"] = Path.Combine(folderOfPwsh, "none", "defaults.json");
        start.Environment["SPECTRAL_CONFIGURATION"] = Metadata("Configuration");
        using var pwsh = Process.Start(start)!;
        pwsh.StandardInput.Close();
        var output = pwsh.StandardOutput.ReadToEndAsync();
        var error = pwsh.StandardError.ReadToEndAsync();
        if (pwsh.WaitForExit(s_timeout))
            return output.Result + error.Result;
        pwsh.Kill(entireProcessTree: true);
        throw new TimeoutException($"The Pester suite did not end within {s_timeout.TotalMinutes} minutes:\n{output.Result}");
    }

    // Tests that start pwsh find the same one. The program that the package has for Unix does not run on every machine.
    private static string FolderOfPwsh(DirectoryInfo work)
    {
        if (OperatingSystem.IsWindows())
            return Path.GetDirectoryName(Metadata("PowerShell"))!;
        var program = Path.Combine(work.FullName, "pwsh");
        File.WriteAllText(program, $"#!/bin/sh\nexec '{Dotnet}' '{Metadata("PowerShell")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return work.FullName;
    }

    private static string Metadata(string key) =>
        typeof(PesterRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key).Value!;
}
