using System.Text;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// What runs with the same fingerprint, which are or were at work while this one is, have made in the output folder: their
/// outputs of a spectrum are this run's. Nothing is read until a name is taken. Safe for several threads at once.
/// </summary>
internal sealed class ConcurrentRuns
{
    private const int LongestStart = 64;

    private static readonly string[] s_kinds = [StartLine.Kind, SavingLine.Kind];

    private readonly string _folder;
    private readonly string _fingerprint;
    private readonly byte[] _ownRun;
    private readonly ManifestPaths _paths;
    private readonly Lock _sync = new();
    private readonly Dictionary<int, long> _readTo;
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);
    // hashes instead of paths: a million outputs of other runs take some tens of megabytes
    private readonly Dictionary<(ulong Spectrum, ulong File), MadeOutput> _made = [];
    private readonly Dictionary<(ulong Spectrum, ulong Extension), string> _names = [];

    private ConcurrentRuns(string folder, ManifestClaim claim, TempWorkspace workspace)
    {
        (_folder, _fingerprint) = (folder, claim.Content.Fingerprint);
        _ownRun = Encoding.UTF8.GetBytes($"\"run\":\"{claim.Content.Run}\"");
        _paths = new ManifestPaths(folder);
        _readTo = ManifestClaim.FindSince(folder, ManifestClaim.Others(workspace, folder, _fingerprint, claim.Content.Run));
    }

    /// <summary>Starts to look for runs at the same time. The own claim is there already, so that of two runs that begin at
    /// once, each sees the other or is seen by it before it writes.</summary>
    internal static ConcurrentRuns Start(string folder, ManifestClaim claim, TempWorkspace workspace) =>
        new(folder, claim, workspace);

    /// <summary>Returns the output that another run has made of a spectrum.</summary>
    /// <param name="path">Full path that this run would give it.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="underAnyName">Whether an output under another name counts as well.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The output as it was announced, and as it is there; or null.</returns>
    internal SpectralFileStamp? FindMade(
        string path, SpectrumIdentity spectrum, bool underAnyName, CancellationToken cancellationToken)
    {
        Refresh(cancellationToken);
        foreach (var key in spectrum.Keys)
        {
            if (FindMade(Path.GetFileName(path), key, cancellationToken) is { } made)
                return made;
            string? other = null;
            if (underAnyName)
            {
                lock (_sync)
                    other = _names.GetValueOrDefault((key, OutputNamer.FileKey(Path.GetExtension(path))));
            }

            if (other is not null && FindMade(other, key, cancellationToken) is { } renamed)
                return renamed;
        }

        return null;
    }

    private SpectralFileStamp? FindMade(string name, ulong spectrum, CancellationToken cancellationToken)
    {
        MadeOutput made;
        lock (_sync)
        {
            if (!_made.TryGetValue((spectrum, OutputNamer.FileKey(name)), out made))
                return null;
        }

        try
        {
            // another program may have taken the name before the run that announced it
            var file = new FileInfo(_paths.ToFull(name));
            if (!file.Exists || file.Length != made.Length)
                return null;
            var stamp = FileStamps.Compute(file.FullName, cancellationToken);
            return OutputNamer.Hash(stamp.Sha256) == made.Sha256 ? stamp : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // what cannot be read is not known to be this output
            return null;
        }
    }

    private void Refresh(CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            var count = ManifestParts.Count(_folder);
            for (var number = 1; number <= count; number++)
            {
                try
                {
                    ReadNewLines(number, cancellationToken);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // a part that cannot be read now says nothing new
                }
            }
        }
    }

    private void ReadNewLines(int number, CancellationToken cancellationToken)
    {
        var part = ManifestParts.PathOf(_folder, number);
        var from = _readTo.GetValueOrDefault(number);
        if (RegularFile.LengthOf(part) <= from)
            return;
        foreach (var raw in ManifestLineReader.Read(part, from, cancellationToken))
        {
            if (!raw.IsEnded)
                return;
            var start = raw.Bytes.Span[..Math.Min(raw.Bytes.Length, LongestStart)];
            if (start.IndexOf(_ownRun) < 0 && Array.Exists(s_kinds, kind => ManifestJson.IsOfKind(raw.Bytes.Span, kind)))
                Add(ManifestJson.Read(raw.Bytes.Span));
            _readTo[number] = raw.Offset + raw.Bytes.Length + 1;
        }
    }

    private void Add(ManifestLine? line)
    {
        switch (line)
        {
            case StartLine { Start: { } start } when start.Fingerprint == _fingerprint:
                _runs.Add(line.Run);
                break;
            case SavingLine { Saving: { } saving } when _runs.Contains(line.Run):
                foreach (var key in new SpectrumIdentity(
                    saving.Path, saving.RelativePath, saving.SeriesIndex, saving.InputSha256).Keys)
                {
                    foreach (var output in saving.Outputs)
                    {
                        _made[(key, OutputNamer.FileKey(output.Path))] =
                            new MadeOutput(OutputNamer.Hash(output.Sha256), output.Length);
                        _names[(key, OutputNamer.FileKey(Path.GetExtension(output.Path)))] = output.Path;
                    }
                }

                break;
        }
    }

    private readonly record struct MadeOutput(ulong Sha256, long Length);
}
