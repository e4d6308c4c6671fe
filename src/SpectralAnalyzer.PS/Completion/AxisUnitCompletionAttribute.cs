using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the units of x.</summary>
public sealed class AxisUnitCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    internal static IReadOnlyList<CompletionWord> Words { get; } =
    [
        new("Wavenumber", "Wavenumber in 1/cm, as of infrared spectra", "cm-1", "cm^-1", "1/cm"),
        new("RamanShift", "Raman shift in 1/cm: the distance from the laser line", "Raman", "Raman shift"),
        new("Nanometer", "Wavelength in nm", "nm", "nanometers"),
        new("Micrometer", "Wavelength in um", "um", "micron", "microns", "micrometers"),
        new("ElectronVolt", "Energy in eV", "eV"),
        new("DegreeTwoTheta", "Diffraction angle 2-theta in degrees", "deg", "2theta"),
    ];

    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words => AxisUnitCompletionAttribute.Words;
    }
}
