using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the scale of the difference panel.</summary>
public sealed class DifferenceScaleCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("Auto", "follows the differences, and is at least a tenth of the height above"),
            new("0.05", "from -0.05 to 0.05 in every graph"),
            new("0.5", "from -0.5 to 0.5 in every graph"),
        ];
    }
}
