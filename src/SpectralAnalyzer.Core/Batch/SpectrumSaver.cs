using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Draws and saves the outputs of one spectrum: all are finished and checked before the first gets its name.</summary>
/// <param name="room">What the batch shares.</param>
/// <param name="clock">Measures the stages.</param>
internal sealed class SpectrumSaver(BatchContext room, StageTimer clock)
{
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
            var output = prepared[0];
            var committed = AtomicFile.TryCommit(
                output.File.Path, output.Target.Path, room.Options.ConflictResolution == ConflictResolution.Overwrite || output.Target.ReplacesOwn);
            if (!committed && room.Options.ConflictResolution is ConflictResolution.AutoIncrement or ConflictResolution.Timestamp)
            {
                prepared[0] = output with { Target = room.Rename(output.Target) };
                announce([prepared[0]]);
                continue;
            }

            if (!committed && room.Options.ConflictResolution == ConflictResolution.Fail)
                throw output.Target.Taken();
            prepared.RemoveAt(0);
            if (committed)
                saved.Add(output);
            else
                File.Delete(output.File.Path);
        }
    }

    /// <summary>Removes finished outputs that get no name.</summary>
    internal void Discard(IEnumerable<PreparedOutput> prepared)
    {
        foreach (var output in prepared)
            room.Workspace!.Abandon(output.File.Path);
    }

    private PreparedOutput Prepare(ComparedSpectrum compared, OutputTarget target, CancellationToken cancellationToken)
    {
        if (target.Extension == ".csv")
        {
            clock.Enter(BatchStage.Saving);
            var csv = AtomicFile.Prepare(
                room.Workspace!,
                target.Extension,
                stream => NormalizedCsv.Write(compared.Spectrum, stream, cancellationToken),
                path => NormalizedCsv.Verify(compared.Spectrum, path));
            return new PreparedOutput(target, csv);
        }

        clock.Enter(BatchStage.GraphGeneration);
        var format = Enum.GetValues<GraphFormat>().First(f => OutputNamer.ExtensionOf(f) == target.Extension);
        var graph = AtomicFile.Prepare(
            room.Workspace!,
            target.Extension,
            stream =>
            {
                room.Renderer!.Render(Figure(compared), format, stream, cancellationToken);
                clock.Enter(BatchStage.Saving);
            });
        return new PreparedOutput(target, graph);
    }

    private ComparisonFigure Figure(ComparedSpectrum compared)
    {
        var outcome = compared.Outcome!;
        var sample = Path.GetFileNameWithoutExtension(compared.Spectrum.Path);
        var label = compared.Spectrum.Series is { } series ? $"{sample} [{series}]" : sample;
        var baseline = Path.GetFileNameWithoutExtension(room.Options.Baseline);
        return new ComparisonFigure(
            room.Baseline.Spectrum, outcome.Sample, outcome.Comparison, $"{label} compared with {baseline}", baseline, label);
    }
}
