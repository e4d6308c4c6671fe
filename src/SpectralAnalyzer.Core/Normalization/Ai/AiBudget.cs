namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>The bounds of a batch: requests and tokens. Safe for several threads at once.</summary>
/// <param name="options">The bounds.</param>
internal sealed class AiBudget(AiOptions options)
{
    // letters and figures of text to a token, from below
    private const int CharactersPerToken = 3;

    private readonly Lock _sync = new();
    private int _requests;
    private long _tokens;
    private long _reserved;

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Tokens so far.</summary>
    public long Tokens => Interlocked.Read(ref _tokens);

    /// <summary>About how many tokens a text has.</summary>
    public static int Estimate(int characters) => (characters / CharactersPerToken) + 1;

    /// <summary>Takes the room for a request.</summary>
    /// <param name="estimate">About how many tokens it has.</param>
    /// <exception cref="AiException">There is none.</exception>
    public void Take(int estimate)
    {
        lock (_sync)
        {
            if (_requests >= options.MaxRequests)
                throw Reached(FormattableString.Invariant($"The {options.MaxRequests} requests that a batch may make are used up (-AiMaxRequests)"));
            if (_tokens + _reserved + estimate > options.MaxTokens)
                throw Reached(FormattableString.Invariant($"The {options.MaxTokens} tokens that a batch may use are used up (-AiMaxTokens)"));
            _requests++;
            _reserved += estimate;
        }
    }

    /// <summary>Says what a request took.</summary>
    /// <param name="estimate">What was taken for it.</param>
    /// <param name="tokens">What the server tells; null: the estimate counts.</param>
    public void Settle(int estimate, long? tokens)
    {
        lock (_sync)
        {
            _reserved -= estimate;
            _tokens += tokens ?? estimate;
        }
    }

    private static AiException Reached(string what) => new(AiErrorKind.LimitReached, new SpectralError(
        "AiBoundsReached", SpectralErrorCategory.Resource, what + ".", "Raise the bound, or save recipes with Save-SpectralRecipe."));
}
