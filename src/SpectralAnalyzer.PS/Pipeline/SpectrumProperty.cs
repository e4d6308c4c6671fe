using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The value that a name or a script block takes of a spectrum.</summary>
internal static class SpectrumProperty
{
    /// <summary>Returns the value; null where there is none.</summary>
    /// <param name="property">
    /// The name of a property or of an entry of the metadata, in any case, or a script block with the spectrum as $_.
    /// </param>
    /// <param name="spectrum">The spectrum.</param>
    internal static object? ValueOf(object? property, Spectrum spectrum) => property is ScriptBlock script
        ? script.InvokeWithContext(null, [new PSVariable("_", spectrum)]).LastOrDefault()
        : Named(spectrum, property?.ToString() ?? "");

    private static object? Named(Spectrum spectrum, string name) =>
        PSObject.AsPSObject(spectrum).Properties[name]?.Value
        ?? spectrum.Metadata.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
