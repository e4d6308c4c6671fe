namespace SpectralAnalyzer;

/// <summary>What would be sent to an AI about a file, to the letter.</summary>
/// <param name="Path">Full path of the file. It is not sent.</param>
/// <param name="Confidence">How sure the reading is without an AI.</param>
/// <param name="WouldBeSent">True where a batch with the same parameters would ask about this file.</param>
/// <param name="Reason">Why it would be sent or not.</param>
/// <param name="Address">The address that it would go to, or null where no AI is set up.</param>
/// <param name="Body">The body of the request: JSON. The key is not in it; it goes into the header <c>Authorization</c>.</param>
/// <param name="EstimatedTokens">About how many tokens the request has.</param>
public sealed record AiRequest(
    string Path, double Confidence, bool WouldBeSent, string Reason, Uri? Address, string Body, int EstimatedTokens)
{
    /// <inheritdoc/>
    public override string ToString() => Body;
}
