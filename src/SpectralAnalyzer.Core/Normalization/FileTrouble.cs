using SpectralAnalyzer.Core.Errors;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Tells trouble with a file in the user's words.</summary>
internal static class FileTrouble
{
    /// <summary>Does something with a file.</summary>
    /// <exception cref="SpectralException">The file cannot be read.</exception>
    internal static T Explained<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(Failure.Explain(e, BatchStage.Loading), e);
        }
    }
}
