namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>What one question took: counted where requests are made, so that those without an answer count too.</summary>
internal sealed class AiUsage
{
    /// <summary>Requests, repeated ones included.</summary>
    public int Requests { get; set; }

    /// <summary>Tokens, as the server tells.</summary>
    public long Tokens { get; set; }

    /// <summary>What it cost; null where the server does not tell.</summary>
    public decimal? Cost { get; set; }

    /// <summary>Takes in an answer.</summary>
    public void Add(AiAnswer reply)
    {
        Tokens += reply.Tokens ?? 0;
        if (reply.Cost is { } cost)
            Cost = (Cost ?? 0) + cost;
    }
}
