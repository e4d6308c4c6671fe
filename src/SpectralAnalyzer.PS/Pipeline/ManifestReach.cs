namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// Which files that a run manifest names are opened. A manifest may come from a stranger, and already opening a share sends the
/// user's credentials to its server, so that shares are opened only where the manifest lies on the same one, and devices never.
/// </summary>
/// <param name="manifest">Full path of the manifest, which the user has named.</param>
internal sealed class ManifestReach(string manifest)
{
    private static readonly string[] s_deviceFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>Returns whether a file may be opened.</summary>
    /// <param name="path">Its path.</param>
    internal bool Includes(string path)
    {
        var slashes = path.Replace('\\', '/');
        if (slashes.StartsWith("//./", StringComparison.Ordinal) || slashes.StartsWith("//?/", StringComparison.Ordinal))
            return false;
        if (!OperatingSystem.IsWindows() && s_deviceFolders.Any(folder => slashes.StartsWith(folder, StringComparison.Ordinal)))
            return false;
        return ShareOf(slashes) is not { } share
            || share.Equals(ShareOf(manifest.Replace('\\', '/')), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns a result without the graphs that may not be opened.</summary>
    internal SpectralResult Limit(SpectralResult result) => result.OutputPath.All(Includes)
        ? result
        : result with { OutputPath = [.. result.OutputPath.Where(Includes)] };

    // \\server\share, or null
    private static string? ShareOf(string slashes) =>
        slashes.StartsWith("//", StringComparison.Ordinal) ? string.Join('/', slashes[2..].Split('/').Take(2)) : null;
}
