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
    private readonly string[] _domains;

    internal RequestGuard(DashboardSettings settings, int port)
    {
        _token = Encoding.UTF8.GetBytes(settings.Token);
        // cookies know no ports: two dashboards of one computer need two names
        _cookie = string.Create(CultureInfo.InvariantCulture, $"spectral-{port}");
        _scheme = settings.Certificate is null ? "http" : "https";
        var names = settings.Certificate is { } certificate ? NamesOf(certificate) : ["127.0.0.1", "localhost"];
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"{_scheme}://{names[0]}:{port}/"));
        _hosts = names.Select(Authority).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _domains = settings.Certificate is null ? [] : [.. DomainsOf(settings.Certificate).Select(d => Authority("x" + d)[1..])];

        string Authority(string name) =>
            new Uri(string.Create(CultureInfo.InvariantCulture, $"{_scheme}://{name}:{port}")).Authority;
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
        if (!IsOwn(request.Host.Value ?? ""))
            return Refuse(response, StatusCodes.Status421MisdirectedRequest, "This dashboard is not served under this name.");
        if (!IsFromPage(request))
            return Refuse(response, StatusCodes.Status403Forbidden, "The request comes from another site.");
        var isStart = HttpMethods.IsGet(request.Method) && request.Path == "/";
        if (IsToken(request.Cookies[_cookie]))
            return !(isStart && request.Query.ContainsKey(TokenKey)) || Go(response);
        if (isStart && IsToken(request.Query[TokenKey]))
        {
            response.Cookies.Append(_cookie, Encoding.UTF8.GetString(_token), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = _scheme == "https",
                Path = "/",
            });
            return Go(response);
        }

        // a link of another site leads here, so that the cookie did not come along
        if (isStart && !request.Query.ContainsKey(TokenKey) && request.Headers["Sec-Fetch-Site"] == "cross-site")
            return Go(response);
        return Refuse(
            response,
            StatusCodes.Status401Unauthorized,
            "The token is missing or is another one. Open the Url that Start-SpectralDashboard returned.");
    }

    // The address with the token would stay in the history and in the address line. A redirect after a link of another site is
    // that site's to the browser, which then keeps the cookie back; a page that goes on by itself is ours.
    private static bool Go(HttpResponse response) =>
        Answer(response, "text/html; charset=utf-8", """
            <!doctype html>
            <html lang="en"><title>Spectral dashboard</title><link rel="icon" href="icon.svg">
            <meta http-equiv="refresh" content="0;url=/">
            """);

    private bool IsFromPage(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var isOwn = origin.Length > 0
            && Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme == _scheme && IsOwn(from.Authority);
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

    // a certificate for *.lab.example is for one label before it
    private bool IsOwn(string authority) => _hosts.Contains(authority)
        || Array.Exists(_domains, d => authority.EndsWith(d, StringComparison.OrdinalIgnoreCase)
            && authority.IndexOf('.', StringComparison.Ordinal) == authority.Length - d.Length && authority.Length > d.Length);

    private static bool Refuse(HttpResponse response, int status, string reason)
    {
        response.StatusCode = status;
        return Answer(response, "text/plain; charset=utf-8", reason);
    }

    private static bool Answer(HttpResponse response, string type, string text)
    {
        response.ContentType = type;
        var bytes = Encoding.UTF8.GetBytes(text);
        response.ContentLength = bytes.Length;
        response.BodyWriter.Write(bytes);
        return false;
    }

    // the names that the certificate is for, then those of this computer
    private static string[] NamesOf(X509Certificate2 certificate)
    {
        var stated = Alternatives(certificate).SelectMany(a => a.EnumerateDnsNames())
            .Where(n => !n.Contains('*', StringComparison.Ordinal))
            .Concat(DomainsOf(certificate).Select(d => Environment.MachineName.Split('.')[0] + d))
            .Concat(Alternatives(certificate).SelectMany(a => a.EnumerateIPAddresses()).Select(Format));
        return [.. stated.Concat([Environment.MachineName, "localhost", "127.0.0.1"]).Concat(OwnAddresses())
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // ".lab.example" of "*.lab.example"
    private static IEnumerable<string> DomainsOf(X509Certificate2 certificate) =>
        Alternatives(certificate).SelectMany(a => a.EnumerateDnsNames())
            .Where(n => n.StartsWith("*.", StringComparison.Ordinal) && n.IndexOf('*', 1) < 0).Select(n => n[1..]);

    private static X509SubjectAlternativeNameExtension[] Alternatives(X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()];

    private static IEnumerable<string> OwnAddresses() =>
        System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork)
            .Select(Format);

    private static string Format(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
