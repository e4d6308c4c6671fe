using System.Globalization;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Packs the outputs of a batch, a thousand to a ZIP and the rest at its end. A batch that is stopped does not pack the rest.
/// </summary>
/// <param name="context">The context of the batch, which has a run manifest.</param>
internal sealed class OutputPacking(BatchContext context)
{
    private const int PerPack = 1000;

    private readonly OutputCommitter _committer = new(context.Workspace!, ConflictResolution.Skip, context.Naming.Rename);
    private readonly Lock _sync = new();
    private OutputPack? _current;
    private int _count;

    /// <summary>Returns the ZIP that the outputs of a result go to.</summary>
    /// <param name="result">A result whose outputs are saved.</param>
    /// <returns>The pack, or null if the result has no outputs of its own.</returns>
    internal OutputPack? Announce(SpectralResult result)
    {
        // outputs of an earlier run stay where they are
        return result.Status != SpectralResultStatus.Succeeded || result.Outputs.Count == 0
            ? null
            : Announce(result.Outputs.Count);
    }

    /// <summary>
    /// Finishes what an earlier run was killed in: outputs that it was to pack are still loose. Those that are in its ZIP are
    /// removed, the others are announced like those of a new result.
    /// </summary>
    /// <param name="reused">The result of the earlier run, which still applies.</param>
    /// <param name="warning">A warning if loose files stay, or null.</param>
    /// <returns>The pack, or null if nothing is left to pack.</returns>
    internal OutputPack? AnnounceLoose(SpectralResult reused, out string? warning)
    {
        warning = null;
        if (reused.ArchivePath is not { } archive || !reused.Outputs.Any(output => File.Exists(output.Path)))
            return null;
        if (context.History?.IsPacked(archive, context.Options.AlwaysHash) != true)
            return Announce(reused.Outputs.Count);
        var packed = new OutputPack(archive, IsCompressed);
        packed.Add(reused.Outputs);
        warning = RemoveLoose(packed);
        return null;
    }

    private OutputPack Announce(int outputs)
    {
        lock (_sync)
        {
            var pack = _current ??= new OutputPack(NextPath(), IsCompressed);
            pack.Announced += outputs;
            if (pack.Announced >= PerPack)
                Close();
            return pack;
        }
    }

    /// <summary>Adds the outputs of a result that is in the manifest.</summary>
    /// <param name="pack">The pack that was announced.</param>
    /// <param name="result">The result.</param>
    /// <returns>The pack if it is complete, else null.</returns>
    internal OutputPack? Add(OutputPack pack, SpectralResult result)
    {
        lock (_sync)
        {
            pack.Add(result.Outputs);
            return pack.IsReady ? pack : null;
        }
    }

    /// <summary>Ends the packing after the last result.</summary>
    /// <returns>The last pack if it is complete, else null.</returns>
    internal OutputPack? Finish()
    {
        lock (_sync)
        {
            var last = _current;
            Close();
            return last is { IsReady: true } ? last : null;
        }
    }

    /// <summary>Writes a complete pack and removes the loose files.</summary>
    /// <returns>A warning if loose files stay, else null.</returns>
    internal string? Make(OutputPack pack, CancellationToken cancellationToken)
    {
        PreparedOutput? prepared = null;
        try
        {
            prepared = pack.Prepare(context.Workspace!, cancellationToken);
            // the loose files are removed only when the manifest says where their bytes are
            if (context.Manifest!.WritePacking(prepared.File with { Path = pack.Path }) is { } warning)
                return warning + " The outputs are not packed.";
            if (_committer.Commit(prepared) is null)
                return $"The outputs are not packed: '{pack.Path}' exists already.";
            prepared = null;
            return RemoveLoose(pack);
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return $"The outputs could not be packed into '{pack.Path}'. {ExceptionMapper.ToError(e, BatchStage.Saving).Message}";
        }
        finally
        {
            if (prepared is not null)
                _committer.Discard(prepared);
        }
    }

    private static string? RemoveLoose(OutputPack pack) => pack.RemoveLoose() is { } left
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"The outputs are packed into '{pack.Path}', but {left.Count} of the loose files could not be removed. {left.Why}")
        : null;

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
