using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the quantities of y.</summary>
public sealed class OrdinateCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    internal static IReadOnlyList<CompletionWord> Words { get; } =
    [
        new("Absorbance", "Absorbance, A = -log10 T", "abs", "A", "AU"),
        new("Transmittance", "Transmittance as a fraction, 0 to 1", "T"),
        new("PercentTransmittance", "Transmittance in percent, 0 to 100", "%T"),
        new("Reflectance", "Reflectance as a fraction, 0 to 1", "R"),
        new("PercentReflectance", "Reflectance in percent, 0 to 100", "%R"),
        new("Intensity", "Intensity: counts or arbitrary units", "counts", "a.u."),
        new("KubelkaMunk", "Kubelka-Munk function, (1 - R)^2 / 2R", "Kubelka-Munk"),
    ];

    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words => OrdinateCompletionAttribute.Words;
    }
}
