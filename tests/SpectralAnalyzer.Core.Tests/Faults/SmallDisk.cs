using System.Diagnostics;

namespace SpectralAnalyzer.Core.Tests.Faults;

/// <summary>A real disk of a stated size: a file system in memory, mounted by root on Linux for as long as the test
/// runs.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    internal string Path { get; }

    /// <summary>Mounts one, or skips the test where that is not allowed.</summary>
    /// <param name="kilobytes">Its size.</param>
    internal static SmallDisk MountOrSkip(int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has tmpfs.");
        var path = Directory.CreateTempSubdirectory("spectral-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", path) != 0)
        {
            Directory.Delete(path);
            Assert.Skip("A small disk can only be mounted by root.");
        }

        return new SmallDisk(path);
    }

    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static int Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
