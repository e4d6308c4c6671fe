using System.Security.Cryptography;
using System.Text;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>The style sheet and the script of every report.</summary>
internal static class ReportAsset
{
    /// <summary>Gets the style sheet.</summary>
    internal static string Style { get; } = Load("report.css");

    /// <summary>Gets the script.</summary>
    internal static string Script { get; } = Load("report.js");

    /// <summary>Gets the content security policy: the page runs this script only, whatever a file is named.</summary>
    internal static string Policy { get; } =
        "default-src 'none'; img-src * data: file:; style-src 'unsafe-inline'; "
        + $"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";

    /// <summary>Returns an asset as text.</summary>
    internal static string Load(string name)
    {
        var resource = $"{typeof(ReportAsset).Namespace}.{name}";
        using var stream = typeof(ReportAsset).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
