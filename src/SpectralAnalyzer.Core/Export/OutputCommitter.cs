using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Export;

/// <summary>Writes outputs in a workspace, verifies them and gives them their final names.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="resolution">What happens if another process has taken a name.</param>
/// <param name="rename">Gives an output whose name was taken another one.</param>
internal sealed class OutputCommitter(
    TempWorkspace workspace, ConflictResolution resolution, Func<OutputTarget, OutputTarget> rename)
{
    /// <summary>Writes and verifies an output.</summary>
    /// <returns>The output, which has not got its name yet.</returns>
    /// <exception cref="SpectralException">The output cannot be written, or is not as it was written.</exception>
    internal PreparedOutput Prepare<TContent>(
        OutputTarget target, IOutputFormat<TContent> format, TContent content, CancellationToken cancellationToken)
    {
        Action<string>? verify = format is IVerifiedOutputFormat<TContent> verified
            ? path => verified.Verify(content, path)
            : null;
        return new PreparedOutput(
            target, AtomicFile.Prepare(
                workspace, target.Extension, stream => format.Write(content, stream, cancellationToken), verify));
    }

    /// <summary>Gives an output its final name.</summary>
    /// <param name="output">The output.</param>
    /// <param name="onRenamed">Is called each time the output has got another name, before it is saved under it.</param>
    /// <param name="isOwn">Returns whether another process has made the same output under a name.</param>
    /// <returns>The output under its final name, or as a run at the same time has made it; null if another file stays in its
    /// place.</returns>
    /// <exception cref="SpectralException">The name is taken, and the resolution is to fail.</exception>
    internal PreparedOutput? Commit(
        PreparedOutput output, Action<PreparedOutput>? onRenamed = null, Func<OutputTarget, bool>? isOwn = null)
    {
        while (true)
        {
            var replaces = resolution == ConflictResolution.Overwrite || output.Target.ReplacesOwn;
            if (replaces && File.Exists(output.Target.Path) && FindMade(output, underAnyName: false) is { } there)
                return there;
            if (AtomicFile.TryCommit(output.File.Path, output.Target.Path, replaces))
                return output;
            if (FindMade(output, underAnyName: true) is { } made)
                return made;
            switch (resolution)
            {
                case not ConflictResolution.Fail when isOwn?.Invoke(output.Target) == true:
                    output = output with { Target = output.Target with { ReplacesOwn = true } };
                    break;
                case ConflictResolution.AutoIncrement or ConflictResolution.Timestamp:
                    output = output with { Target = rename(output.Target) };
                    onRenamed?.Invoke(output);
                    break;
                case ConflictResolution.Fail:
                    throw output.Target.Taken();
                default:
                    File.Delete(output.File.Path);
                    return null;
            }
        }
    }

    // a run at the same time was first: its output stays, and these bytes go
    private PreparedOutput? FindMade(PreparedOutput output, bool underAnyName)
    {
        if (output.Target.FindMade?.Invoke(output.Target.Path, underAnyName) is not { } made)
            return null;
        workspace.Abandon(output.File.Path);
        return PreparedOutput.FromMade(output.Target, made);
    }

    /// <summary>Removes an output that gets no name.</summary>
    internal void Discard(PreparedOutput output) => workspace.Abandon(output.File.Path);
}
