using System.ClientModel;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>The errors of a chat service.</summary>
internal static class ChatServiceErrors
{
    private const int MaxMessageLength = 200;
    private const string NoMoreRequests = "No more requests are sent in this batch.";

    /// <summary>Returns the error for an HTTP status that is not a success.</summary>
    /// <param name="status">The status.</param>
    /// <param name="retryAfter">The header of that name, or null.</param>
    /// <param name="isOutOfCredit">Whether the server says that the account is used up.</param>
    /// <param name="options">The service.</param>
    internal static AiException FromStatus(int status, string? retryAfter, bool isOutOfCredit, AiOptions options)
    {
        var host = options.Endpoint.Authority;
        return status switch
        {
            401 or 403 => Unusable(
                SpectralErrorIds.AiUnauthorized,
                FormattableString.Invariant($"{host} does not accept the key (status {status}). {NoMoreRequests}"),
                options.Key is null
                    ? "State a key with New-SpectralAiOption -Credential, or in OPENAI_API_KEY."
                    : "Check the key, its rights, and that it belongs to this service."),
            _ when isOutOfCredit => Unusable(
                SpectralErrorIds.AiUnauthorized,
                $"The account at {host} has no credit left. {NoMoreRequests}",
                "Charge the account, or use another service."),
            408 or 429 or >= 500 => new AiException(
                AiErrorKind.Transient,
                new SpectralError(
                    SpectralErrorIds.AiUnavailable,
                    SpectralErrorCategory.Busy,
                    FormattableString.Invariant($"{host} {Describe(status)} (status {status})."),
                    "Try again later."),
                ParseRetryAfter(retryAfter)),
            _ => Refused(
                SpectralErrorIds.AiRefused,
                SpectralErrorCategory.InvalidArgument,
                FormattableString.Invariant($"{host} does not answer at this address (status {status})."),
                status == 404
                    ? $"Check the address, which usually ends in /v1, and the model '{options.Model}'."
                    : "Check the address of the service."),
        };
    }

    /// <summary>Returns the error for a request that the server rejects in every form.</summary>
    internal static AiException Rejected(int status, string message, string model)
    {
        var shown = message.Length > MaxMessageLength ? message[..MaxMessageLength] + "…" : message;
        return Refused(
            SpectralErrorIds.AiRefused,
            SpectralErrorCategory.InvalidArgument,
            FormattableString.Invariant($"The service rejects the request (status {status}): {shown.ReplaceLineEndings(" ")}"),
            $"Check the model '{model}' (New-SpectralAiOption -Model).");
    }

    /// <summary>Returns the error for a request without an answer in time.</summary>
    internal static AiException TimedOut(AiOptions options, Exception cause) => new(
        AiErrorKind.Transient,
        new SpectralError(
            SpectralErrorIds.AiTimeout,
            SpectralErrorCategory.Timeout,
            FormattableString.Invariant(
                $"{options.Endpoint.Authority} did not answer within {options.Timeout.TotalSeconds:0.###} s."),
            "Raise -Timeout of New-SpectralAiOption, or use a faster model."),
        cause: cause);

    /// <summary>Returns the error for an exception of the connection; null for any other exception.</summary>
    internal static AiException? FromNetwork(Exception exception, AiOptions options)
    {
        var host = options.Endpoint.Authority;
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case ResponseTooLargeException:
                    return Refused(
                        SpectralErrorIds.AiAnswerTooLarge,
                        SpectralErrorCategory.InvalidData,
                        FormattableString.Invariant($"{host} answered with more than {ResponseSizeLimitHandler.MaxBytes} bytes."),
                        "Use another model or service.");
                case AuthenticationException:
                    return Unusable(
                        SpectralErrorIds.AiTlsFailed,
                        $"There is no secure connection to {host}: its certificate or protocol is not accepted. "
                        + $"Nothing was sent. {NoMoreRequests}",
                        "Check the address. Install the certificate of your own service's authority in the system.");
            }
        }

        return exception is HttpRequestException or IOException or ClientResultException or SocketException
            ? new AiException(
                AiErrorKind.Transient,
                new SpectralError(
                    SpectralErrorIds.AiUnreachable,
                    SpectralErrorCategory.Read,
                    $"{host} cannot be reached, or the connection broke.",
                    "Check the address of the service, the network, and that the service runs."),
                cause: exception)
            : null;
    }

    /// <summary>Returns the error for a service that failed so often that no request is sent for a while.</summary>
    internal static AiException Unavailable(Uri endpoint) => Refused(
        SpectralErrorIds.AiUnavailable,
        SpectralErrorCategory.Busy,
        $"{endpoint.Authority} failed several times in a row. No requests are sent for some minutes.",
        "Try again later.");

    private static string Describe(int status) => status switch
    {
        429 => "wants fewer requests",
        408 => "took too long",
        _ => "has an error",
    };

    private static AiException Unusable(string id, string message, string recommendation) =>
        new(AiErrorKind.ServiceUnusable, new SpectralError(id, SpectralErrorCategory.Permission, message, recommendation));

    private static AiException Refused(string id, SpectralErrorCategory category, string message, string recommendation) =>
        new(AiErrorKind.RequestFailed, new SpectralError(id, category, message, recommendation));

    private static TimeSpan? ParseRetryAfter(string? header)
    {
        var culture = CultureInfo.InvariantCulture;
        if (double.TryParse(header, NumberStyles.AllowDecimalPoint, culture, out var seconds) && seconds < 1e6)
            return TimeSpan.FromSeconds(seconds);
        var isDate = DateTimeOffset.TryParse(header, culture, DateTimeStyles.AssumeUniversal, out var date);
        return isDate && date > DateTimeOffset.UtcNow ? date - DateTimeOffset.UtcNow : null;
    }
}
