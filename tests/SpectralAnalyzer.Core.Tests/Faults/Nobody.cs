using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Tests.Faults;

/// <summary>Does something as a user without rights to the files of others, so that permissions count where the tests run as
/// root.</summary>
internal static partial class Nobody
{
    private const uint Id = 65534;

    /// <summary>Does it on a thread of its own; threads that it starts have its rights.</summary>
    internal static void Do(Action action)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Rights are taken away by a call of Linux.");
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                if (Environment.IsPrivilegedProcess)
                    _ = SetFileSystemUser(Id);
                action();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>Says what everybody may do with a file or folder; skips the test on Windows, which has other
    /// permissions.</summary>
    internal static void Protect(string path, int mode)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has other permissions.");
        else
            File.SetUnixFileMode(path, (UnixFileMode)mode);
    }

    /// <summary>Does something with the rights of the test's own user again; on the thread of <see cref="Do"/>.</summary>
    internal static void Undo(Action action)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            action();
            return;
        }

        _ = SetFileSystemUser(0);
        action();
        _ = SetFileSystemUser(Id);
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint id);
}
