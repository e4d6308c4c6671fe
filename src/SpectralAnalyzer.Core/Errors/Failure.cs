using System.Security;

namespace SpectralAnalyzer.Core.Errors;

/// <summary>Tells what an exception means to the user, and whether trying again is worth it.</summary>
internal static class Failure
{
    private const int DiskFullUnix = 28;
    private const int ReadOnlyUnix = 30;
    private const int WriteProtectedWindows = unchecked((int)0x80070013);
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);
    private const int SharingViolationWindows = unchecked((int)0x80070020);
    private const int LockViolationWindows = unchecked((int)0x80070021);

    /// <summary>The error of an exception.</summary>
    /// <param name="exception">The exception; no cancellation.</param>
    /// <param name="stage">The stage in which it came.</param>
    internal static SpectralError Explain(Exception exception, BatchStage stage)
    {
        var writing = stage >= BatchStage.GraphGeneration;
        return exception switch
        {
            SpectralException known => known.Error,
            FileNotFoundException or DirectoryNotFoundException when !writing => new SpectralError(
                "FileNotFound", SpectralErrorCategory.NotFound, exception.Message, "It may have been moved or removed meanwhile."),
            DirectoryNotFoundException => new SpectralError(
                "OutputDirectoryGone",
                SpectralErrorCategory.NotFound,
                exception.Message,
                "The output folder was removed or its share is gone; make it again and run the batch again."),
            PathTooLongException => new SpectralError(
                "PathTooLong", SpectralErrorCategory.InvalidArgument, exception.Message, "Use a shorter path."),
            IOException io when IsReadOnly(io) => new SpectralError(
                "AccessDenied", SpectralErrorCategory.Permission, exception.Message, "The disk or share is read-only now: write to another with -OutputDirectory."),
            UnauthorizedAccessException or SecurityException => new SpectralError(
                "AccessDenied", SpectralErrorCategory.Permission, exception.Message, "Check the permissions of the file and its folder."),
            IOException io when IsDiskFull(io) => new SpectralError(
                "DiskFull", SpectralErrorCategory.Resource, exception.Message, "Free some space on the disk of the output folder."),
            IOException io when IsInUse(io) => new SpectralError(
                "FileInUse", SpectralErrorCategory.Busy, exception.Message, "Close the program that holds it, or try again later."),
            IOException => new SpectralError(
                writing ? "WriteFailed" : "ReadFailed",
                writing ? SpectralErrorCategory.Write : SpectralErrorCategory.Read,
                exception.Message,
                "Check the disk or the network share."),
            OutOfMemoryException => new SpectralError(
                "OutOfMemory",
                SpectralErrorCategory.Resource,
                "The memory is used up.",
                "Lower -ThrottleLimit or -MemoryLimitMB, or split the file."),
            _ => new SpectralError(
                "UnexpectedError",
                SpectralErrorCategory.Internal,
                $"{exception.GetType().Name}: {exception.Message}",
                "This is a fault of the program: please report it with the file."),
        };
    }

    /// <summary>True for what may pass by itself: a file in use, a hiccup of a disk or a share; false for a bad format.</summary>
    /// <param name="exception">The exception.</param>
    internal static bool IsTransient(Exception exception) =>
        exception is SpectralException { Error.Category: SpectralErrorCategory.Busy }
        || (exception is IOException io
            and not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException or EndOfStreamException)
            && !IsDiskFull(io)
            && !IsReadOnly(io));

    private static bool IsReadOnly(IOException exception) => exception.HResult is ReadOnlyUnix or WriteProtectedWindows;

    private static bool IsDiskFull(IOException exception) =>
        exception.HResult is DiskFullUnix or DiskFullWindows or HandleDiskFullWindows;

    /// <summary>True where another process holds the file.</summary>
    internal static bool IsInUse(IOException exception) =>
        exception.HResult is SharingViolationWindows or LockViolationWindows
        || (!OperatingSystem.IsWindows() && exception.HResult is 11 or 35);
}
