namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>A folder that lives as long as its test.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("spectral-tests-").FullName;

    /// <summary>Full path of something in it.</summary>
    internal string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Makes a file and, where they are missing, the folders it lies in.</summary>
    internal string Write(string name, string text)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        // settled: no batch has to wait for it
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-1));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
