namespace SpectralAnalyzer.Core.Output;

/// <summary>A verified output in the workspace that has not yet got its name.</summary>
/// <param name="Target">The output that it becomes.</param>
/// <param name="File">The file in the workspace.</param>
internal sealed record PreparedOutput(OutputTarget Target, SpectralFileStamp File)
{
    /// <summary>Gets whether a run at the same time has made the output; <see cref="File"/> is then what it made.</summary>
    internal bool IsMade { get; init; }

    /// <summary>Returns an output as another run has made it.</summary>
    internal static PreparedOutput FromMade(OutputTarget target, SpectralFileStamp made) =>
        new(target with { Path = made.Path }, made) { IsMade = true };
}
