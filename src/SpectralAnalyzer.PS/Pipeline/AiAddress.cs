namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The addresses of AI services.</summary>
internal static class AiAddress
{
    /// <summary>The service that is used if none is stated.</summary>
    internal static Uri Default { get; } = new("https://api.openai.com/v1");

    /// <summary>Returns the host of a service without the secrets of its address, or an empty string if there is none.</summary>
    internal static string Host(Uri address) =>
        address is { IsAbsoluteUri: true, Authority.Length: > 0 } ? address.Authority : "";
}
