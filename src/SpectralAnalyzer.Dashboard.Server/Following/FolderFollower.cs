namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>An output folder with its manifest and what was acknowledged of its alarms.</summary>
internal sealed class FolderFollower(string folder)
{
    private readonly Lock _sync = new();
    private string? _problem;

    /// <summary>Gets the name of the folder, as it is shown.</summary>
    internal string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } name ? name : folder;

    /// <summary>Gets the path of the folder.</summary>
    internal string Folder => folder;

    /// <summary>Gets the manifest.</summary>
    internal ManifestFollower Manifest { get; } = new(folder);

    /// <summary>Gets the alarms that somebody acknowledged.</summary>
    internal AlarmFile Alarms { get; } = new(folder);

    /// <summary>Gets why the folder cannot be read now, or null.</summary>
    internal string? Problem
    {
        get
        {
            lock (_sync)
                return _problem;
        }
    }

    /// <summary>Reads what is new. A folder that cannot be read now, as on a share that is away, is read again later.</summary>
    internal void Refresh(CancellationToken cancellationToken)
    {
        string? problem = null;
        try
        {
            Manifest.Refresh(cancellationToken);
            Alarms.Refresh();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problem = e.Message;
        }

        lock (_sync)
            _problem = problem;
    }
}
