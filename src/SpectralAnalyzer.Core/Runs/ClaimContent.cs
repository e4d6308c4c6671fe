namespace SpectralAnalyzer.Core.Runs;

/// <summary>What a claim says: who appends to a part of the manifest, and since where in each part runs are at work at the same
/// time.</summary>
/// <param name="Run">The run.</param>
/// <param name="Fingerprint">What its outputs depend on besides their inputs.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Workspace">The name of the temporary folder in which the run holds a lock.</param>
/// <param name="StartedUtc">When the run started, or the run that it joined: the time in the names of their outputs.</param>
/// <param name="Since">The offset by part after which the lines of runs at the same time are.</param>
internal sealed record ClaimContent(
    string Run, string Fingerprint, string Machine, string Workspace, DateTime StartedUtc, Dictionary<int, long> Since);
