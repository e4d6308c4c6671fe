using System.Security;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.PowerShell.Tests.Normalization;

/// <summary>A folder of files whose layout is open, with a user's own store of recipes that nothing else uses.</summary>
internal sealed class OddFolder : IDisposable
{
    /// <summary>The collection of tests that have a store of their own: the variable is the process's.</summary>
    internal const string OneAtATime = "Own recipe store";

    private const string StoreVariable = "SPECTRALANALYZER_RECIPES";

    private readonly string? _before = Environment.GetEnvironmentVariable(StoreVariable);
    private readonly TempFolder _folder = new();
    private int _files;

    internal OddFolder()
    {
        Environment.SetEnvironmentVariable(StoreVariable, Store);
        Baseline = _folder.Write("baseline.csv", OddFiles.Baseline());
    }

    internal string Path => _folder.Path;

    internal string Baseline { get; }

    internal string In => _folder["in"];

    internal string Store => _folder["store"];

    internal string this[string name] => _folder[name];

    internal string[] Recipes => Directory.Exists(Store) ? Directory.GetFiles(Store, "*.json") : [];

    /// <summary>Writes a file of a layout, whose values, names and dates are its own.</summary>
    internal string Odd(int layout = 0) => _folder.Write($"in/odd-{layout}-{_files++}.txt", OddFiles.Text(layout, _files));

    internal string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>A server that knows the layouts.</summary>
    internal static ChatServer Truthful() => new(call => OddFiles.Truth(OddFiles.LayoutOf(call)));

    internal static SecureString Secure(string key)
    {
        var secure = new SecureString();
        foreach (var c in key)
            secure.AppendChar(c);
        return secure;
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(StoreVariable, _before);
        _folder.Dispose();
    }
}
