using System.Globalization;
using System.Text;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>A folder of made-up infrared spectra.</summary>
internal sealed class SpectraFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    internal SpectraFolder() => Write("fresh.csv", 0);

    internal string Path => _folder.Path;

    internal string Baseline => _folder["fresh.csv"];

    internal string Out => _folder["out"];

    internal string this[string name] => _folder[name];

    /// <summary>Writes a spectrum.</summary>
    internal string Write(string name, double growth)
    {
        var text = new StringBuilder("Wavenumber (cm-1),Absorbance\n");
        for (var x = 4000; x >= 400; x -= 8)
        {
            var y = 0.02 + (0.6 * Math.Exp(-Math.Pow((x - 2925) / 30.0, 2))) + (
                growth * Math.Exp(-Math.Pow((x - 1720) / 20.0, 2)));
            text.Append(CultureInfo.InvariantCulture, $"{x},{y:F6}\n");
        }

        return _folder.Write(name, text.ToString());
    }

    internal string WriteText(string name, string text) => _folder.Write(name, text);

    /// <summary>The names of what is in the output folder, save the run manifest.</summary>
    internal string[] Outputs() => Directory.Exists(Out)
        ? [.. Directory.EnumerateFileSystemEntries(Out).Select(f => System.IO.Path.GetFileName(f))
            .Where(f => !f.StartsWith("spectral-run.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];

    public void Dispose() => _folder.Dispose();
}
