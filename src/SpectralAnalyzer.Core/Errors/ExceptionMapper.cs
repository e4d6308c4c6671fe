using System.Security;

namespace SpectralAnalyzer.Core.Errors;

/// <summary>Maps exceptions to the errors that a user sees, and to whether a retry makes sense.</summary>
internal static class ExceptionMapper
{
    private const int DiskFullUnix = 28;
    private const int ReadOnlyUnix = 30;
    private const int WriteProtectedWindows = unchecked((int)0x80070013);
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);
    private const int SharingViolationWindows = unchecked((int)0x80070020);
    private const int LockViolationWindows = unchecked((int)0x80070021);

    /// <summary>Runs an action; what the file system throws becomes a <see cref="SpectralException"/>.</summary>
    /// <exception cref="SpectralException">The file cannot be read or written.</exception>
    internal static T Translate<T>(Func<T> action, BatchStage stage = BatchStage.Loading)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ToError(e, stage), e);
        }
    }

    /// <summary>Returns the error of an exception that is not a cancellation.</summary>
    internal static SpectralError ToError(Exception exception, BatchStage stage)
    {
        var writing = stage >= BatchStage.GraphGeneration;
        return exception switch
        {
            SpectralException known => known.Error,
            FileNotFoundException or DirectoryNotFoundException when !writing => new SpectralError(
                SpectralErrorIds.FileNotFound,
                SpectralErrorCategory.NotFound,
                exception.Message,
                "It may have been moved or removed in the meantime."),
            DirectoryNotFoundException => new SpectralError(
                SpectralErrorIds.OutputDirectoryGone,
                SpectralErrorCategory.NotFound,
                exception.Message,
                "The output folder was removed, or its share is not available. Create it and run the batch again."),
            PathTooLongException => new SpectralError(
                SpectralErrorIds.PathTooLong,
                SpectralErrorCategory.InvalidArgument,
                exception.Message,
                "Use a shorter path."),
            IOException io when IsReadOnly(io) => new SpectralError(
                SpectralErrorIds.AccessDenied,
                SpectralErrorCategory.Permission,
                exception.Message,
                "The disk or share is read-only; write to another one with -OutputDirectory."),
            UnauthorizedAccessException or SecurityException => new SpectralError(
                SpectralErrorIds.AccessDenied,
                SpectralErrorCategory.Permission,
                exception.Message,
                "Check the permissions of the file and its folder."),
            IOException io when IsDiskFull(io) => new SpectralError(
                SpectralErrorIds.DiskFull,
                SpectralErrorCategory.Resource,
                exception.Message,
                "Free some space on the disk of the output folder."),
            IOException io when IsInUse(io) => new SpectralError(
                SpectralErrorIds.FileInUse,
                SpectralErrorCategory.Busy,
                exception.Message,
                "Close the program that holds it, or try again later."),
            IOException => new SpectralError(
                writing ? SpectralErrorIds.WriteFailed : SpectralErrorIds.ReadFailed,
                writing ? SpectralErrorCategory.Write : SpectralErrorCategory.Read,
                exception.Message,
                "Check the disk or the network share."),
            OutOfMemoryException => new SpectralError(
                SpectralErrorIds.OutOfMemory,
                SpectralErrorCategory.Resource,
                "There is not enough memory.",
                "Lower -ThrottleLimit or -MemoryLimitMB, or split the file."),
            _ => new SpectralError(
                SpectralErrorIds.UnexpectedError,
                SpectralErrorCategory.Internal,
                $"{exception.GetType().Name}: {exception.Message}",
                "This is a bug. Please report it together with the file."),
        };
    }

    /// <summary>Returns whether a retry may succeed: a file in use, a disk or a share that failed for a moment.</summary>
    internal static bool IsTransient(Exception exception) =>
        exception is SpectralException { Error.Category: SpectralErrorCategory.Busy }
        || (exception is IOException io
            and not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException or EndOfStreamException)
            && !IsDiskFull(io)
            && !IsReadOnly(io));

    private static bool IsReadOnly(IOException exception) => exception.HResult is ReadOnlyUnix or WriteProtectedWindows;

    private static bool IsDiskFull(IOException exception) =>
        exception.HResult is DiskFullUnix or DiskFullWindows or HandleDiskFullWindows;

    /// <summary>Returns whether another process holds the file.</summary>
    internal static bool IsInUse(IOException exception) =>
        exception.HResult is SharingViolationWindows or LockViolationWindows
        || (!OperatingSystem.IsWindows() && exception.HResult is 11 or 35);
}
