using System.Collections;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the steps that prepare spectra.</summary>
public sealed class ProcessingStepCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) =>
            EngineHost.Engine.Processing.Steps
                .Where(step => Starts(step.Name, word) || (step.Kind is { } kind && Starts(kind, word)))
                .Select(step => Result(Text(step), step.ToString(), step.Summary));

        private static bool Starts(string name, string word) =>
            name.StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase);

        // what must be stated has a place; the rest is left to its defaults
        private static string Text(ProcessingStepInfo step)
        {
            var needed = step.Parameters.Where(p => p.Default is null && !p.IsOptional).Select(p => $"{p.Name} = ").ToList();
            if (step.Kind is null)
                return needed.Count == 0 ? step.Name : $"@{{ {step.Name} = @{{ {string.Join("; ", needed)}}} }}";
            return needed.Count == 0
                ? $"@{{ {step.Name} = '{step.Kind}' }}"
                : $"@{{ {step.Name} = @{{ kind = '{step.Kind}'; {string.Join("; ", needed)}}} }}";
        }
    }
}
