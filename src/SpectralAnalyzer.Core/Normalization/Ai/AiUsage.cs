namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>What one layout request used; requests without an answer count too.</summary>
internal sealed class AiUsage
{
    /// <summary>Gets or sets the number of requests, retries included.</summary>
    internal int Requests { get; set; }

    /// <summary>Gets the tokens that the server reports.</summary>
    internal long Tokens { get; private set; }

    /// <summary>Gets the cost; null if the server does not report it.</summary>
    internal decimal? Cost { get; private set; }

    /// <summary>Adds the usage that an answer reports.</summary>
    internal void Add(AiAnswer answer)
    {
        Tokens += answer.Tokens ?? 0;
        if (answer.Cost is { } cost)
            Cost = (Cost ?? 0) + cost;
    }
}
