using SpectralAnalyzer.Core.Telemetry;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>Counts the requests and tokens of a batch and holds them within its limits. Thread-safe.</summary>
/// <param name="options">The limits.</param>
internal sealed class AiBudget(AiOptions options)
{
    // a low estimate for text
    private const int CharactersPerToken = 3;

    private readonly Lock _sync = new();
    private int _requests;
    private long _tokens;
    private long _reserved;

    /// <summary>Gets the number of requests so far.</summary>
    internal int Requests => Volatile.Read(ref _requests);

    /// <summary>Gets the number of tokens so far.</summary>
    internal long Tokens => Interlocked.Read(ref _tokens);

    /// <summary>Estimates the number of tokens of a text.</summary>
    internal static int Estimate(int characters) => (characters / CharactersPerToken) + 1;

    /// <summary>Reserves the tokens of a request.</summary>
    /// <exception cref="AiException">A limit is reached.</exception>
    internal void Reserve(int estimate)
    {
        lock (_sync)
        {
            if (_requests >= options.MaxRequests)
                throw LimitReached(FormattableString.Invariant($"{options.MaxRequests} requests"), "-MaxRequests");
            if (_tokens + _reserved + estimate > options.MaxTokens)
                throw LimitReached(FormattableString.Invariant($"{options.MaxTokens} tokens"), "-MaxTokens");
            _requests++;
            _reserved += estimate;
        }

        SpectralMeter.AddRequest();
    }

    /// <summary>Replaces a reservation by what the request used.</summary>
    /// <param name="estimate">The reservation.</param>
    /// <param name="tokens">The tokens that the server reports; null: the estimate counts.</param>
    internal void Release(int estimate, long? tokens)
    {
        lock (_sync)
        {
            _reserved -= estimate;
            _tokens += tokens ?? estimate;
        }
    }

    private static AiException LimitReached(string limit, string parameter) => new(AiErrorKind.LimitReached, new SpectralError(
        SpectralErrorIds.AiBoundsReached,
        SpectralErrorCategory.Resource,
        $"The {limit} that a batch may use are used up ({parameter}).",
        "Raise the limit, or save recipes with Save-SpectralRecipe."));
}
