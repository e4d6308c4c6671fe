using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Turns errors of the engine into error records: stable id, PowerShell's category, the file as target.</summary>
internal static class ErrorRecords
{
    /// <summary>The record of an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="target">The file or folder that it is about.</param>
    /// <param name="exception">The exception that carries it, or null.</param>
    internal static ErrorRecord From(SpectralError error, string target, Exception? exception = null)
    {
        var line = error.Line is { } number ? $", line {number}" : "";
        return new ErrorRecord(exception ?? new SpectralException(error), error.Id, CategoryOf(error.Category), target)
        {
            ErrorDetails = new ErrorDetails($"{Path.GetFileName(target)}{line}: {error.Message}")
            {
                RecommendedAction = error.Recommendation ?? "",
            },
        };
    }

    /// <summary>The record of an exception of the engine.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="target">The file or folder that it is about.</param>
    internal static ErrorRecord From(SpectralException exception, string target) => From(exception.Error, target, exception);

    private static ErrorCategory CategoryOf(SpectralErrorCategory category) => category switch
    {
        SpectralErrorCategory.InvalidData => ErrorCategory.InvalidData,
        SpectralErrorCategory.InvalidArgument => ErrorCategory.InvalidArgument,
        SpectralErrorCategory.NotFound => ErrorCategory.ObjectNotFound,
        SpectralErrorCategory.Exists => ErrorCategory.ResourceExists,
        SpectralErrorCategory.Permission => ErrorCategory.PermissionDenied,
        SpectralErrorCategory.Busy => ErrorCategory.ResourceBusy,
        SpectralErrorCategory.Read => ErrorCategory.ReadError,
        SpectralErrorCategory.Write => ErrorCategory.WriteError,
        SpectralErrorCategory.Resource => ErrorCategory.ResourceUnavailable,
        SpectralErrorCategory.Timeout => ErrorCategory.OperationTimeout,
        SpectralErrorCategory.Unsupported => ErrorCategory.NotImplemented,
        _ => ErrorCategory.NotSpecified,
    };
}
