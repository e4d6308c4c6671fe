using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SpectralAnalyzer.Dashboard.Hosting;
using SpectralAnalyzer.Dashboard.Serving;
using SpectralAnalyzer.PowerShell.Commands;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.Dashboard.Commands;

/// <summary>Serves a page that shows the runs of output folders while they go on, and past ones.</summary>
[Cmdlet(
    VerbsLifecycle.Start, "SpectralDashboard", DefaultParameterSetName = PathSet,
    HelpUri = DashboardHelp.Page + "Start-SpectralDashboard")]
[OutputType(typeof(SpectralDashboard))]
public sealed class StartSpectralDashboardCommand : SpectralCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const int TokenBytes = 24;
    private const int ShortestToken = 16;

    // one token a session: a page that is open finds the dashboard again after it was stopped and started
    private static readonly string s_token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    private readonly List<string> _folders = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private Func<string, string>? _keyOf;

    /// <summary>The output folders, or the run manifests in them; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet,
        HelpMessage = "The output folders, or the run manifests in them; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ManifestCompletion]
    public string[] Path { get; set; } = [];

    /// <summary>The output folders, or the run manifests in them, without wildcards.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "The output folders, or the run manifests in them, without wildcards.")]
    [Alias("PSPath", "LP", "FullName", "OutputDirectory", "Manifest")]
    [ValidateNotNullOrEmpty]
    [ManifestCompletion]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The port; 0 for one that is free.</summary>
    [Parameter(HelpMessage = "The port; 0 for one that is free.")]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Opens the page in the browser.</summary>
    [Parameter(HelpMessage = "Opens the page in the browser.")]
    public SwitchParameter Open { get; set; }

    /// <summary>The token that every request has to bring, 16 characters or more; by default one for each session.</summary>
    [Parameter(
        HelpMessage = "The token that every request has to bring, 16 characters or more; by default one for each session.")]
    [PSDefaultValue(Help = "random, one for each session")]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    /// <summary>Serves the network, not only this computer; with TLS and a certificate only.</summary>
    [Parameter(HelpMessage = "Serves the network, not only this computer; with TLS and a certificate only.")]
    public SwitchParameter Lan { get; set; }

    /// <summary>The certificate with its private key, for TLS.</summary>
    [Parameter(HelpMessage = "The certificate with its private key, for TLS.")]
    [ValidateNotNull]
    public X509Certificate2? Certificate { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(() =>
    {
        foreach (var item in FindItems(Path, LiteralPath))
        {
            var folder = Directory.Exists(item) ? item : System.IO.Path.GetDirectoryName(item)!;
            if (_keys.Add((_keyOf ??= Engine.StartIdentifying())(folder)))
                _folders.Add(folder);
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_folders.Count == 0)
            return;
        RequireEffect(nameof(Certificate), Lan, "without -Lan");
        if (FindRunning() is { } running)
        {
            Show(running);
            return;
        }

        var settings = new DashboardSettings
        {
            Folders = _folders,
            Engine = Engine,
            Token = RequireToken(),
            Port = Port,
            Certificate = Lan ? RequireCertificate() : null,
        };
        SpectralDashboard? dashboard = null;
        RunRequired(_folders[0], () => dashboard = RunningDashboards.Start(settings));
        Show(dashboard!);
    }

    // what is served already, unless something else is asked for
    private SpectralDashboard? FindRunning() =>
        IsStated(nameof(Port)) || IsStated(nameof(Token)) || Lan
            ? null
            : RunningDashboards.All.FirstOrDefault(d => d.Certificate is null && d.Token == s_token
                && d.Folder.Select(_keyOf!).ToHashSet(StringComparer.Ordinal).SetEquals(_keys));

    private void Show(SpectralDashboard dashboard)
    {
        if (Open)
            OpenWithSystem(dashboard.Url.AbsoluteUri, "The page", "Open the Url in a browser.");
        WriteObject(dashboard);
    }

    private string RequireToken()
    {
        if (Token is null)
            return s_token;
        var token = new NetworkCredential("", Token).Password;
        if (token.Length < ShortestToken || !token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~'))
        {
            Refuse(nameof(Token), new SpectralError(
                SpectralErrorIds.DashboardTokenUnusable,
                SpectralErrorCategory.InvalidArgument,
                $"The token is shorter than {ShortestToken} characters, or has others than A-Z, a-z, 0-9, '-', '_', '.' and '~'.",
                "Specify a longer one with -Token, or leave it out for a random one."));
        }

        return token;
    }

    private X509Certificate2 RequireCertificate()
    {
        if (Certificate is null)
        {
            Refuse(nameof(Certificate), new SpectralError(
                SpectralErrorIds.DashboardCertificateMissing,
                SpectralErrorCategory.InvalidArgument,
                "Beyond this computer, the dashboard is served with TLS only, and there is no certificate.",
                "Specify one with its private key with -Certificate, or leave out -Lan."));
        }

        if (!Certificate!.HasPrivateKey)
        {
            Refuse(nameof(Certificate), new SpectralError(
                SpectralErrorIds.DashboardCertificateUnusable,
                SpectralErrorCategory.InvalidArgument,
                $"The certificate '{Certificate.Subject}' has no private key, without which there is no TLS.",
                "Specify one that has, for example of a .pfx file with Get-PfxCertificate."));
        }

        return Certificate;
    }
}
