using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// Gives a file a second name if that name is free, in one atomic step. On Unix, File.Move without overwriting checks first and
/// then renames: another process that takes the name in between would lose its file.
/// </summary>
internal static partial class HardLink
{
    private const int Exists = 17;

    /// <summary>Gives an existing file another name.</summary>
    /// <returns>True if it succeeded, false if the name is taken, null after any other error.</returns>
    internal static bool? TryCreate(string existing, string name)
    {
        if (Link(existing, name) == 0)
            return true;
        return Marshal.GetLastPInvokeError() == Exists ? false : null;
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
