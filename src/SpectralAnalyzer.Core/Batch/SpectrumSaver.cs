using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Draws and saves the outputs of one spectrum: all are finished and checked before the first gets its name.</summary>
/// <param name="context">What the batch shares.</param>
/// <param name="clock">Measures the stages.</param>
internal sealed class SpectrumSaver(BatchContext context, StageTimer clock)
{
    private readonly OutputCommitter _committer = new(
        context.Workspace!, context.Options.ConflictResolution, context.Naming.Rename);

    /// <summary>Draws and checks.</summary>
    /// <param name="compared">The spectrum and its comparison.</param>
    /// <param name="targets">What is to be made.</param>
    /// <param name="cancellationToken">Ends it.</param>
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

    /// <summary>Gives finished outputs their names. One whose name was taken meanwhile is left out where the user wants existing files to stay.</summary>
    /// <param name="prepared">The outputs; those that are done with are taken out, so that another try goes on with the rest.</param>
    /// <param name="saved">Takes in those that have got their names.</param>
    /// <param name="announce">Is told of outputs before they get their names.</param>
    /// <exception cref="SpectralException">A name was taken meanwhile, and that is to fail.</exception>
    internal void Commit(List<PreparedOutput> prepared, SavedOutputs saved, Action<IReadOnlyList<PreparedOutput>> announce)
    {
        announce(prepared);
        while (prepared.Count > 0)
        {
            saved.ThrowIfClosed();
            var committed = _committer.Commit(prepared[0], Rename);
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

    /// <summary>Removes finished outputs that get no name.</summary>
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
            case IOutputFormat<Spectrum> format:
                clock.Enter(BatchStage.Saving);
                return _committer.Prepare(target, format, compared.Spectrum, cancellationToken);
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

    private ComparisonFigure Figure(ComparedSpectrum compared)
    {
        var outcome = compared.Outcome!;
        var sample = Path.GetFileNameWithoutExtension(compared.Spectrum.Path);
        var label = compared.Spectrum.Series is { } series ? $"{sample} [{series}]" : sample;
        var baseline = Path.GetFileNameWithoutExtension(context.Options.Baseline);
        return new ComparisonFigure(
            context.Baseline.Spectrum, outcome.Sample, outcome.Comparison, $"{label} compared with {baseline}", baseline, label);
    }
}
