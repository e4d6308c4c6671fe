using System.Collections;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the identifiers of the runs of -Manifest, the last one first.</summary>
public sealed class RunIdCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) =>
            FindRuns(Text(bound, "Manifest"))
                .Reverse()
                .Where(run => run.Id.StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase))
                .Select(run => Result(Quote(run.Id), run.Id, run.ToString()));

        private static IReadOnlyList<SpectralRun> FindRuns(string? manifest)
        {
            try
            {
                return manifest is not null && Resolve(manifest, literal: true) is [var path]
                    ? EngineHost.Engine.Runs.Read(path, CancellationToken.None)
                    : [];
            }
            catch (SpectralException)
            {
                // the cmdlet reports that there is no manifest
                return [];
            }
        }
    }
}
