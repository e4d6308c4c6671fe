using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>Everything that a script gave.</summary>
internal sealed class RunOutcome
{
    /// <summary>The objects, in order; those before a terminating error too.</summary>
    internal required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>The non-terminating errors.</summary>
    internal required IReadOnlyList<ErrorRecord> Errors { get; init; }

    /// <summary>The error that ended the script, or null.</summary>
    internal ErrorRecord? Terminating { get; init; }

    internal required IReadOnlyList<string> Warnings { get; init; }

    internal required IReadOnlyList<string> Verbose { get; init; }

    internal required IReadOnlyList<string> Debug { get; init; }

    internal required IReadOnlyList<string> Information { get; init; }

    internal required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>The objects as what they are.</summary>
    internal IReadOnlyList<T> As<T>() => [.. Output.Select(item => Assert.IsAssignableFrom<T>(item.BaseObject))];

    /// <summary>The one object.</summary>
    internal T Single<T>() => Assert.IsAssignableFrom<T>(Assert.Single(Output).BaseObject);

    /// <summary>Asserts that nothing went wrong.</summary>
    internal RunOutcome WithoutErrors()
    {
        Assert.Null(Terminating);
        Assert.Empty(Errors);
        return this;
    }
}
