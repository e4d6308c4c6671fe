using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes what is done with an uncertain layout, and says that this is about files, not about y.</summary>
public sealed class NormalizationModeCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        private static readonly (NormalizationMode Mode, string ToolTip)[] s_modes =
        [
            (NormalizationMode.Auto, "Layout of the file: a recipe that fits, else an AI if one is set up, else the best guess."),
            (NormalizationMode.Ai, "Layout of the file: an AI is asked for every layout without a recipe."),
            (NormalizationMode.Heuristic, "Layout of the file: an approved recipe, else the best guess with a warning; no AI."),
            (NormalizationMode.Off, "Layout of the file: only certain layouts are read; others fail with the reason."),
        ];

        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) => s_modes
            .Where(m => m.Mode.ToString().StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase))
            .Select(m => Result(m.Mode.ToString(), m.Mode.ToString(), m.ToolTip));
    }
}
