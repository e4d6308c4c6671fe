using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the wavelengths of usual Raman lasers.</summary>
public sealed class LaserCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("532", "532 nm: Nd:YAG, doubled"),
            new("633", "633 nm: HeNe; its line is at 632.8 nm"),
            new("785", "785 nm: diode"),
            new("830", "830 nm: diode"),
            new("1064", "1064 nm: Nd:YAG, as in FT-Raman"),
        ];
    }
}
