using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Draws and saves the outputs of a spectrum. All are written and verified before the first is committed.</summary>
internal sealed class SpectrumSaver(BatchContext context, StageTimer clock)
{
    private readonly OutputCommitter _committer = new(
        context.Workspace!, context.Options.ConflictResolution, context.Naming.Rename);

    /// <summary>Writes and verifies outputs in the workspace.</summary>
    internal List<PreparedOutput> Prepare(
        ComparedSpectrum compared, IReadOnlyList<OutputTarget> targets, CancellationToken cancellationToken)
    {
        var prepared = new List<PreparedOutput>(targets.Count);
        try
        {
            foreach (var target in targets)
                prepared.Add(Prepare(compared, target, cancellationToken));
            return prepared;
        }
        catch
        {
            Discard(prepared);
            throw;
        }
    }

    /// <summary>
    /// Commits outputs. If another process has taken a name and existing files are to stay, that output is left out.
    /// </summary>
    /// <param name="prepared">
    /// The outputs; each is removed when it is done, so that another attempt continues with the rest.
    /// </param>
    /// <param name="saved">Receives the committed outputs.</param>
    /// <param name="announce">Is called with outputs before they are committed.</param>
    /// <param name="isOwn">Returns whether another process has made the same output under a name.</param>
    /// <exception cref="SpectralException">A name is taken, and the conflict resolution is to fail.</exception>
    internal void Commit(
        List<PreparedOutput> prepared,
        SavedOutputs saved,
        Action<IReadOnlyList<PreparedOutput>> announce,
        Func<OutputTarget, bool> isOwn)
    {
        announce(prepared);
        while (prepared.Count > 0)
        {
            saved.ThrowIfClosed();
            var committed = _committer.Commit(prepared[0], Rename, isOwn);
            prepared.RemoveAt(0);
            if (committed is not null)
                saved.Add(committed);
        }

        void Rename(PreparedOutput output)
        {
            prepared[0] = output;
            announce([output]);
            saved.ThrowIfClosed();
        }
    }

    /// <summary>Removes outputs that are not committed.</summary>
    internal void Discard(IEnumerable<PreparedOutput> prepared)
    {
        foreach (var output in prepared)
            _committer.Discard(output);
    }

    private PreparedOutput Prepare(ComparedSpectrum compared, OutputTarget target, CancellationToken cancellationToken)
    {
        switch (OutputFormats.Find(target.Extension))
        {
            case IOutputFormat<GraphContent> format:
                clock.Enter(BatchStage.GraphGeneration);
                return _committer.Prepare(target, format, Graph(compared), cancellationToken);
            case IOutputFormat<SpectrumContent> format:
                clock.Enter(BatchStage.Saving);
                var content = new SpectrumContent(compared.Spectrum, context.Options.IncludeMetadata);
                return _committer.Prepare(target, format, content, cancellationToken);
            default:
                throw new ArgumentException($"A batch does not write '{target.Extension}'.", nameof(target));
        }
    }

    private GraphContent Graph(ComparedSpectrum compared) => new(
        (write, stream, cancellationToken) =>
        {
            context.Renderer!.Render(Figure(compared), write, stream, cancellationToken);
            clock.Enter(BatchStage.Saving);
        });

    /// <summary>Returns what a graph of a spectrum shows.</summary>
    internal ComparisonFigure Figure(ComparedSpectrum compared)
    {
        var outcome = compared.Outcome!;
        var baseline = new FigureName(
            context.Options.Baseline, outcome.Baseline.Series, outcome.Baseline != context.Baseline.Main.Spectrum);
        var sample = new FigureName(compared.Spectrum.Path, compared.Spectrum.Series);
        return ComparisonFigure.Create(outcome.Baseline, baseline, outcome.Sample, sample, outcome.Comparison) with
        {
            Method = context.Options.Method is { } method
                ? new FigureMethod(
                    method,
                    compared.Judged?.Judgment.Verdict ?? SpectralVerdict.None,
                    compared.Judged?.Judgment.Limits ?? [])
                : null,
        };
    }
}
