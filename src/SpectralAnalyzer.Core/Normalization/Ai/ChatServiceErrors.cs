using System.ClientModel;
using System.Globalization;
using System.Security.Authentication;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>Says in the user's words why a service does not answer.</summary>
internal static class ChatServiceErrors
{
    private const int LongestComplaint = 200;

    /// <summary>A status that is no success.</summary>
    /// <param name="status">The status.</param>
    /// <param name="retryAfter">The header of that name, or null.</param>
    /// <param name="isOutOfCredit">True where the server says that the account is used up.</param>
    /// <param name="options">The service.</param>
    public static AiException FromStatus(int status, string? retryAfter, bool isOutOfCredit, AiOptions options)
    {
        var host = options.Endpoint.Authority;
        if (status is 401 or 403)
        {
            return new AiException(AiErrorKind.ServiceUnusable, new SpectralError(
                "AiUnauthorized",
                SpectralErrorCategory.Permission,
                FormattableString.Invariant($"{host} does not accept the key (status {status}). Nothing more is asked in this batch."),
                options.Key is null ? "State a key with -AiCredential, or in OPENAI_API_KEY." : "Check the key, its rights, and that it belongs to this service."));
        }

        if (isOutOfCredit)
        {
            return new AiException(AiErrorKind.ServiceUnusable, new SpectralError(
                "AiUnauthorized",
                SpectralErrorCategory.Permission,
                $"The account at {host} has no credit left. Nothing more is asked in this batch.",
                "Charge the account, or use another service."));
        }

        if (status is 408 or 429 or >= 500)
        {
            var what = status == 429 ? "wants fewer requests" : status == 408 ? "took too long" : "has a fault";
            return new AiException(
                AiErrorKind.Transient,
                new SpectralError(
                    "AiUnavailable", SpectralErrorCategory.Busy, FormattableString.Invariant($"{host} {what} (status {status})."), "Try again later."),
                Wish(retryAfter));
        }

        return new AiException(AiErrorKind.RequestFailed, new SpectralError(
            "AiRefused",
            SpectralErrorCategory.InvalidArgument,
            FormattableString.Invariant($"{host} does not answer there (status {status})."),
            status == 404
                ? $"Check -AiEndpoint, which usually ends in /v1, and the model '{options.Model}'."
                : "Check -AiEndpoint."));
    }

    /// <summary>A request whose form the server does not take, however it is put.</summary>
    public static AiException Rejected(int status, string complaint, string model)
    {
        var said = complaint.Length > LongestComplaint ? complaint[..LongestComplaint] + "…" : complaint;
        return new AiException(AiErrorKind.RequestFailed, new SpectralError(
            "AiRefused",
            SpectralErrorCategory.InvalidArgument,
            FormattableString.Invariant($"The service does not take the request (status {status}): {said.ReplaceLineEndings(" ")}"),
            $"Check the model '{model}' (-AiModel)."));
    }

    /// <summary>A request that took longer than it may.</summary>
    public static AiException TimedOut(AiOptions options, Exception cause) => new(
        AiErrorKind.Transient,
        new SpectralError(
            "AiTimeout",
            SpectralErrorCategory.Timeout,
            FormattableString.Invariant($"{options.Endpoint.Authority} did not answer within {options.Timeout.TotalSeconds:0.###} s."),
            "Raise -AiTimeoutSeconds, or use a faster model."),
        cause: cause);

    /// <summary>What goes wrong on the way; null for an exception that is none of that.</summary>
    public static AiException? FromNetwork(Exception exception, AiOptions options)
    {
        var host = options.Endpoint.Authority;
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case ResponseTooLargeException:
                    return new AiException(AiErrorKind.RequestFailed, new SpectralError(
                        "AiAnswerTooLarge", SpectralErrorCategory.InvalidData, FormattableString.Invariant($"{host} answered more than {ResponseSizeLimitHandler.MostBytes} bytes."), "Use another model or service."));
                case AuthenticationException:
                    return new AiException(AiErrorKind.ServiceUnusable, new SpectralError(
                        "AiTlsFailed",
                        SpectralErrorCategory.Permission,
                        $"There is no secure connection to {host}: its certificate or protocol is not accepted. Nothing was sent, and nothing more is asked in this batch.",
                        "Check the address; install the certificate of your own service's authority in the system."));
            }
        }

        return exception is HttpRequestException or IOException or ClientResultException or System.Net.Sockets.SocketException
            ? new AiException(
                AiErrorKind.Transient,
                new SpectralError("AiUnreachable", SpectralErrorCategory.Read, $"{host} cannot be reached, or the connection broke.", "Check -AiEndpoint and the network, and that the service runs."),
                cause: exception)
            : null;
    }

    /// <summary>A service that failed so often that it is not asked for a while.</summary>
    public static SpectralError Unavailable(Uri endpoint) => new(
        "AiUnavailable", SpectralErrorCategory.Busy, $"{endpoint.Authority} failed several times in a row and is not asked for some minutes.", "Try again later.");

    private static TimeSpan? Wish(string? retryAfter)
    {
        if (double.TryParse(retryAfter, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e6)
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(retryAfter, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > DateTimeOffset.UtcNow
            ? date - DateTimeOffset.UtcNow
            : null;
    }
}
