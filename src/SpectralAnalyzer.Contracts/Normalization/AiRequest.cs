namespace SpectralAnalyzer;

/// <summary>The exact request that would be sent to an AI for a file.</summary>
/// <param name="Path">Full path of the file. It is not sent.</param>
/// <param name="Confidence">The confidence of the reading without an AI.</param>
/// <param name="WouldBeSent">Whether a batch with the same parameters would send it.</param>
/// <param name="Reason">Why it would be sent or not.</param>
/// <param name="Address">The address that it would be sent to; null if no AI is set up.</param>
/// <param name="Body">The body of the request: JSON. The key is not in it; it goes into the header <c>Authorization</c>.</param>
/// <param name="EstimatedTokens">The estimated number of tokens of the request.</param>
public sealed record AiRequest(
    string Path, double Confidence, bool WouldBeSent, string Reason, Uri? Address, string Body, int EstimatedTokens)
{
    /// <inheritdoc/>
    public override string ToString() => Body;
}
