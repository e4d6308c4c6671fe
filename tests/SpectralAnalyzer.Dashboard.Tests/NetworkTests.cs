using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>Beyond this computer: with a certificate and the token, and not otherwise.</summary>
[Collection(nameof(DashboardSession))]
public sealed class NetworkTests : IDisposable
{
    private readonly DashboardSession _session = new();
    private readonly TempFolder _folder = new();

    public NetworkTests() => File.WriteAllText(_folder[ManifestText.Name], ManifestText.Run("a"));

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_network_is_served_with_TLS_under_the_names_of_the_certificate()
    {
        using var certificate = Certificate("localhost", "spectra.lab.example");
        var dashboard = StartLan(certificate);
        Assert.Equal(("https", "localhost"), (dashboard.Url.Scheme, dashboard.Url.Host));
        var seen = "";
        using var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => (seen = shown!.Thumbprint).Length > 0,
        };
        using var client = new HttpClient(handler);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("api/about", null, null));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("api/about", null, dashboard.Token));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("api/about", "spectra.lab.example", dashboard.Token));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("api/about", "evil.example", dashboard.Token));
        Assert.Equal(certificate.Thumbprint, seen);
        using var entered = await client.GetAsync(dashboard.Url, TestContext.Current.CancellationToken);
        Assert.Contains("secure", entered.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);

        // without TLS there is no answer
        using var plain = new HttpClient();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => plain.GetAsync(
            new UriBuilder(dashboard.Url) { Scheme = "http" }.Uri, TestContext.Current.CancellationToken));

        async Task<HttpStatusCode> StatusAsync(string path, string? host, string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, dashboard.At(path));
            if (host is not null)
                request.Headers.Host = $"{host}:{dashboard.Url.Port}";
            if (token is not null)
                request.Headers.Add("Cookie", $"spectral-{dashboard.Url.Port}={token}");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_certificate_for_all_names_of_a_domain_is_for_one_label_before_it()
    {
        using var certificate = Certificate("*.lab.example");
        var dashboard = StartLan(certificate);
        var machine = Environment.MachineName.Split('.')[0];
        Assert.Equal($"{machine}.lab.example", dashboard.Url.Host, StringComparer.OrdinalIgnoreCase);
        using var handler = new HttpClientHandler
        {
            UseCookies = false,
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
        };
        using var client = new HttpClient(handler);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{machine}.lab.example"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("spectra.LAB.example"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("localhost"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("a.b.lab.example"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("lab.example"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("evil-lab.example"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("spectra.lab.example.evil.example"));

        async Task<HttpStatusCode> StatusAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://localhost:{dashboard.Url.Port}/api/about");
            request.Headers.TryAddWithoutValidation("Host", $"{host}:{dashboard.Url.Port}");
            request.Headers.Add("Cookie", $"spectral-{dashboard.Url.Port}={dashboard.Token}");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public void A_network_is_not_served_without_a_certificate_and_its_key()
    {
        var error = Assert.ThrowsAny<Exception>(() => _session.Start(_folder.Path, "-Lan -Certificate $null"));
        Assert.Contains("Certificate", error.Message, StringComparison.Ordinal);
        error = Assert.ThrowsAny<Exception>(() => _session.Start(_folder.Path, "-Lan"));
        Assert.Contains("Certificate", error.Message, StringComparison.Ordinal);
        using var certificate = Certificate("localhost");
        using var withoutKey = X509CertificateLoader.LoadCertificate(certificate.RawData);
        error = Assert.ThrowsAny<Exception>(() => StartLan(withoutKey));
        Assert.Contains("no private key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_Lan_no_other_computer_is_answered()
    {
        var dashboard = _session.Start(_folder.Path);
        Assert.Equal(("http", "127.0.0.1"), (dashboard.Url.Scheme, dashboard.Url.Host));
        // an address of this computer is what others reach; loopback has many, and the network's own where there is one
        foreach (var address in (IPAddress[])[IPAddress.Parse("127.0.0.2"), .. Dns.GetHostAddresses(Dns.GetHostName())])
        {
            if (address.Equals(IPAddress.Loopback) || (OperatingSystem.IsMacOS() && IPAddress.IsLoopback(address)))
                continue;
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Assert.Throws<SocketException>(() => socket.Connect(address, dashboard.Url.Port));
        }
    }

    private static X509Certificate2 Certificate(params string[] names)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + names[0], key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // on Windows, TLS takes no key that is in memory alone
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private StartedDashboard StartLan(X509Certificate2 certificate)
    {
        dynamic made = _session.Run(
            "param($folder, $certificate) Start-SpectralDashboard $folder -Lan -Certificate $certificate",
            _folder.Path, certificate).Single().BaseObject;
        return new StartedDashboard((Uri)made.Url, (string)made.Token);
    }
}
