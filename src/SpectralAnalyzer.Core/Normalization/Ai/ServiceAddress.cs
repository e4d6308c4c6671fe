using System.Net;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>The address of a service.</summary>
internal static class ServiceAddress
{
    private const string Operation = "/chat/completions";

    /// <summary>The address with which the client is made, without name, password and query.</summary>
    /// <exception cref="SpectralException">It is none, or a key would go there unencrypted.</exception>
    public static Uri Validate(AiOptions options)
    {
        var address = options.Endpoint;
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            // it is not repeated: a name and a password may stand in it
            throw new SpectralException(
                "AiEndpointInvalid",
                SpectralErrorCategory.InvalidArgument,
                "What is stated as the address of the AI's service is none.",
                "State it with its scheme and version: https://api.openai.com/v1, http://localhost:11434/v1.");
        }

        if (address.Scheme == "http" && !address.IsLoopback && options.Key is not null)
        {
            throw new SpectralException(
                "AiEndpointInsecure",
                SpectralErrorCategory.InvalidArgument,
                $"'{address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}' would get the key unencrypted.",
                "Use https; a service in your own network that needs no key is asked without one.");
        }

        var path = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        return path.EndsWith(Operation, StringComparison.OrdinalIgnoreCase) ? new Uri(path[..^Operation.Length]) : new Uri(path);
    }

    /// <summary>The address that requests go to.</summary>
    public static Uri ForRequests(AiOptions options) => new(Validate(options).AbsoluteUri.TrimEnd('/') + Operation);

    /// <summary>True where the service is this machine or in its own network, and may need no key.</summary>
    public static bool IsNear(Uri address) =>
        address.IsLoopback
        || !address.Host.Contains('.', StringComparison.Ordinal)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IsPrivate(ip));

    private static bool IsPrivate(IPAddress ip)
    {
        if (ip.IsIPv6LinkLocal || ip.IsIPv6UniqueLocal)
            return true;
        var bytes = ip.MapToIPv4().GetAddressBytes();
        return bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168);
    }
}
