using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using SpectralAnalyzer.Dashboard.Serving;

namespace SpectralAnalyzer.Dashboard.Server.Serving;

/// <summary>
/// Lets in only who has the token, under a name of this computer, and from the page itself. The token comes with the address
/// once, then in a cookie that scripts cannot read and that other sites cannot send.
/// </summary>
internal sealed class RequestGuard
{
    private const string TokenKey = "token";
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly byte[] _token;
    private readonly string _cookie;
    private readonly string _scheme;
    private readonly HashSet<string> _hosts;

    internal RequestGuard(DashboardSettings settings, int port)
    {
        _token = Encoding.UTF8.GetBytes(settings.Token);
        // cookies know no ports: two dashboards of one computer need two names
        _cookie = string.Create(CultureInfo.InvariantCulture, $"spectral-{port}");
        _scheme = settings.Certificate is null ? "http" : "https";
        var names = settings.Certificate is { } certificate ? NamesOf(certificate) : ["127.0.0.1", "localhost"];
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"{_scheme}://{names[0]}:{port}/"));
        _hosts = names.Select(n => new Uri($"{_scheme}://{n}:{port.ToString(CultureInfo.InvariantCulture)}").Authority)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Gets the address of the page, without the token.</summary>
    internal Uri Address { get; }

    /// <summary>Returns whether a request may go on; one that may not, is answered.</summary>
    internal bool Admit(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";

        // a name that leads here without being ours is another site's (DNS rebinding)
        if (!_hosts.Contains(request.Host.Value ?? ""))
            return Refuse(response, StatusCodes.Status421MisdirectedRequest, "This dashboard is not served under this name.");
        if (!IsFromPage(request))
            return Refuse(response, StatusCodes.Status403Forbidden, "The request comes from another site.");
        if (IsToken(request.Cookies[_cookie]))
            return !LeaveToken(context);
        if (HttpMethods.IsGet(request.Method) && request.Path == "/" && IsToken(request.Query[TokenKey]))
        {
            response.Cookies.Append(_cookie, Encoding.UTF8.GetString(_token), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = _scheme == "https",
                Path = "/",
            });
            response.Redirect("/");
            return false;
        }

        return Refuse(
            response,
            StatusCodes.Status401Unauthorized,
            "The token is missing or is another one. Open the Url that Start-SpectralDashboard returned.");
    }

    // an address with the token is shown in the history and in the address line
    private static bool LeaveToken(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !context.Request.Query.ContainsKey(TokenKey))
            return false;
        context.Response.Redirect("/");
        return true;
    }

    private bool IsFromPage(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var isOwn = origin.Length > 0
            && Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme == _scheme && _hosts.Contains(from.Authority);
        if (HttpMethods.IsGet(request.Method))
        {
            var site = request.Headers["Sec-Fetch-Site"].ToString();
            // a link or a bookmark opens the page, and nothing else
            var isNavigation = request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate";
            return origin.Length > 0 ? isOwn : site is "" or "same-origin" or "none" || isNavigation;
        }

        return HttpMethods.IsPost(request.Method) && isOwn;
    }

    private bool IsToken(string? value) =>
        value is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), _token);

    private static bool Refuse(HttpResponse response, int status, string reason)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        var bytes = Encoding.UTF8.GetBytes(reason);
        response.ContentLength = bytes.Length;
        response.BodyWriter.Write(bytes);
        return false;
    }

    // the names that the certificate is for, then those of this computer
    private static string[] NamesOf(X509Certificate2 certificate)
    {
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToArray();
        var stated = alternatives.SelectMany(a => a.EnumerateDnsNames())
            .Where(n => !n.Contains('*', StringComparison.Ordinal))
            .Concat(alternatives.SelectMany(a => a.EnumerateIPAddresses()).Select(Format));
        return [.. stated.Concat([Environment.MachineName, "localhost", "127.0.0.1"]).Concat(OwnAddresses())
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<string> OwnAddresses() =>
        System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork)
            .Select(Format);

    private static string Format(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
