using System.Net;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>Checks the address of a service.</summary>
internal static class ServiceAddress
{
    private const string Operation = "/chat/completions";

    /// <summary>Returns the address for the client, without name, password and query.</summary>
    /// <exception cref="SpectralException">The address is not valid, or the key would be sent unencrypted.</exception>
    internal static Uri Validate(AiOptions options)
    {
        var address = options.Endpoint;
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            // the message does not repeat it: it may hold a password
            throw new SpectralException(
                SpectralErrorIds.AiEndpointInvalid,
                SpectralErrorCategory.InvalidArgument,
                "The address of the AI service is not valid.",
                "State it with scheme and version: https://api.openai.com/v1, http://localhost:11434/v1.");
        }

        if (address.Scheme == "http" && !address.IsLoopback && options.Key is not null)
        {
            throw new SpectralException(
                SpectralErrorIds.AiEndpointInsecure,
                SpectralErrorCategory.InvalidArgument,
                $"'{address.Scheme}://{address.Authority}' would receive the key unencrypted.",
                "Use https, or no key for a service in your own network that needs none.");
        }

        var path = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        return path.EndsWith(Operation, StringComparison.OrdinalIgnoreCase) ? new Uri(path[..^Operation.Length]) : new Uri(path);
    }

    /// <summary>Returns the address that requests are sent to.</summary>
    internal static Uri ForRequests(AiOptions options) => new(Validate(options).AbsoluteUri.TrimEnd('/') + Operation);

    /// <summary>Returns whether the service runs on this machine or in its network, and so may need no key.</summary>
    internal static bool IsLocal(Uri address) =>
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
