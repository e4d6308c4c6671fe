using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// Gives a file a second name only if that name is free, in one step of the file system. File.Move without overwriting
/// looks first and renames then, on Unix: another process can take the name in between, and would lose its file.
/// </summary>
internal static partial class HardLink
{
    private const int Exists = 17;

    /// <summary>Tries it.</summary>
    /// <param name="existing">The file.</param>
    /// <param name="name">The new name.</param>
    /// <returns>True: done. False: the name is taken. Null: this file system has no hard links, or something else is wrong.</returns>
    internal static bool? TryCreate(string existing, string name)
    {
        if (Link(existing, name) == 0)
            return true;
        return Marshal.GetLastPInvokeError() == Exists ? false : null;
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
