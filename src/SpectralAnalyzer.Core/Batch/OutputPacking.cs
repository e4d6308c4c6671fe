using System.Globalization;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Packs the outputs of a batch, a thousand to a ZIP and the rest at its end. A batch that is stopped leaves the rest as it is.</summary>
/// <param name="context">What the batch shares; its run is written down.</param>
internal sealed class OutputPacking(BatchContext context)
{
    private const int PerPack = 1000;

    private readonly Lock _sync = new();
    private OutputPack? _current;
    private int _count;

    /// <summary>Says into which ZIP the outputs of a result go.</summary>
    /// <param name="result">A result whose outputs are saved.</param>
    /// <returns>The pack, or null where the result has no outputs of its own.</returns>
    internal OutputPack? Announce(SpectralResult result)
    {
        // what an earlier run made stays where that left it
        if (result.Status != SpectralResultStatus.Succeeded || result.Outputs.Count == 0)
            return null;
        lock (_sync)
        {
            var pack = _current ??= new OutputPack(NextPath(), IsCompressed);
            pack.Announced += result.Outputs.Count;
            if (pack.Announced >= PerPack)
                Close();
            return pack;
        }
    }

    /// <summary>Takes in the outputs of a result that is written down.</summary>
    /// <param name="pack">The pack that was announced.</param>
    /// <param name="result">The result.</param>
    /// <returns>The pack, where it is to be made now.</returns>
    internal OutputPack? Add(OutputPack pack, SpectralResult result)
    {
        lock (_sync)
        {
            pack.Add(result.Outputs);
            return pack.IsReady ? pack : null;
        }
    }

    /// <summary>Says that no further result comes.</summary>
    /// <returns>The last pack, where there is one.</returns>
    internal OutputPack? Finish()
    {
        lock (_sync)
        {
            var last = _current;
            Close();
            return last is { IsReady: true } ? last : null;
        }
    }

    /// <summary>Makes a pack.</summary>
    /// <param name="pack">It is ready.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A warning where loose files stay, or null.</returns>
    internal string? Make(OutputPack pack, CancellationToken cancellationToken)
    {
        string? prepared = null;
        try
        {
            (prepared, var stamp) = pack.Prepare(context.Workspace!, cancellationToken);
            // the loose files go only once it is known where their bytes are
            if (context.Manifest!.WritePacking(stamp) is { } warning)
                return warning + " The outputs stay loose.";
            if (!AtomicFile.TryCommit(prepared, pack.Path, overwrite: false))
                return $"'{pack.Path}' exists already: the outputs stay loose.";
            prepared = null;
            return pack.RemoveLoose() is { } left
                ? string.Create(CultureInfo.InvariantCulture, $"The outputs are packed into '{pack.Path}', but {left.Count} of the loose files could not be removed. {left.Why}")
                : null;
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return $"The outputs stay loose: they could not be packed into '{pack.Path}'. {ExceptionMapper.ToError(e, BatchStage.Saving).Message}";
        }
        finally
        {
            if (prepared is not null)
                context.Workspace!.Abandon(prepared);
        }
    }

    private void Close()
    {
        if (_current is { } pack)
            pack.IsClosed = true;
        _current = null;
    }

    private static bool IsCompressed(string path) => OutputFormats.Find(Path.GetExtension(path)) is { Info.IsRaster: true };

    private string NextPath() => Path.Combine(
        context.Options.OutputDirectory,
        string.Create(CultureInfo.InvariantCulture, $"spectral-run-{context.Manifest!.RunId}-{++_count:D4}.zip"));
}
