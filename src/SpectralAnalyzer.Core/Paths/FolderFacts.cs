using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace SpectralAnalyzer.Core.Paths;

/// <summary>What the file system of this computer says of its folders.</summary>
internal sealed partial class FolderFacts : IFolderFacts
{
    /// <summary>The only instance.</summary>
    internal static readonly FolderFacts Default = new();

    private const int FileIdInfo = 18;
    private const uint OpenExisting = 3;
    private const uint BackupSemantics = 0x02000000;
    private const uint ShareAll = 7;

    /// <inheritdoc/>
    public bool IgnoresCaseByDefault { get; } = OperatingSystem.IsWindows();

    /// <inheritdoc/>
    public string? FindId(string folder) => OperatingSystem.IsWindows() ? FindWindowsId(folder) : null;

    /// <inheritdoc/>
    public bool? IgnoresCase(string folder, string name)
    {
        try
        {
            if (!Directory.Exists(folder))
                return IgnoresCaseByDefault;
            var other = string.Concat(name.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));
            if (other == name || !Path.Exists(Path.Combine(folder, name)))
                return null;
            // where case counts, both may be there
            return Path.Exists(Path.Combine(folder, other))
                && Directory.EnumerateFileSystemEntries(folder)
                    .Where(entry => string.Equals(Path.GetFileName(entry), name, StringComparison.OrdinalIgnoreCase))
                    .Take(2).Count() == 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return IgnoresCaseByDefault;
        }
    }

    // the serial number of the volume and the number of the folder in it; a file system without such numbers has no identity
    [SupportedOSPlatform("windows")]
    private static string? FindWindowsId(string folder)
    {
        using var handle = CreateFile(folder, 0, ShareAll, 0, OpenExisting, BackupSemantics, 0);
        return !handle.IsInvalid && GetFileInformationByHandleEx(handle, FileIdInfo, out var id, Marshal.SizeOf<FolderId>())
            ? $"{id.Volume:x16}:{id.High:x16}{id.Low:x16}"
            : null;
    }

    [LibraryImport(
        "kernel32.dll", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [SupportedOSPlatform("windows")]
    private static partial SafeFileHandle CreateFile(
        string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [SupportedOSPlatform("windows")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetFileInformationByHandleEx(SafeFileHandle file, int kind, out FolderId id, int size);

    [StructLayout(LayoutKind.Sequential)]
    private struct FolderId
    {
        internal ulong Volume;
        internal ulong Low;
        internal ulong High;
    }
}
