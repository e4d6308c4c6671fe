using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes forms of a shard.</summary>
public sealed class ShardCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("1/2", "the first of two shards"),
            new("1/4", "the first of four shards"),
            new("\"$env:SLURM_ARRAY_TASK_ID/16\"", "the task of a Slurm job array 1-16"),
            new("\"$(1 + $env:JOB_COMPLETION_INDEX)/16\"", "the task of a Kubernetes Indexed Job with 16 completions"),
        ];
    }
}
