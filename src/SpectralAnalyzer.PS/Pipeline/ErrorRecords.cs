using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Creates error records from errors of the engine.</summary>
internal static class ErrorRecords
{
    /// <summary>Creates the record of an error, with the file or folder that it concerns as the target.</summary>
    internal static ErrorRecord From(SpectralError error, string target, Exception? exception = null)
    {
        var line = error.Line is { } number ? $", line {number}" : "";
        return new ErrorRecord(exception ?? new SpectralException(error), error.Id, CategoryOf(error.Category), target)
        {
            ErrorDetails = new ErrorDetails(ShownText.From($"{Path.GetFileName(target)}{line}: {error.Message}"))
            {
                RecommendedAction = ShownText.From(error.Recommendation ?? ""),
            },
        };
    }

    /// <summary>Creates the record of an exception, with the file or folder that it concerns as the target.</summary>
    internal static ErrorRecord From(SpectralException exception, string target) => From(exception.Error, target, exception);

    /// <summary>
    /// Creates the record of a result's error: a short line beside the row of the result, whose Error holds the recommendation.
    /// </summary>
    internal static ErrorRecord FromResult(SpectralError error, string target)
    {
        var record = From(error, target);
        record.ErrorDetails.RecommendedAction = "";
        return record;
    }

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
