using System.Globalization;
using System.Management.Automation;
using System.Text;
using NuGet.Packaging;
using NuGet.Packaging.Licenses;
using NuGet.Versioning;

namespace SpectralAnalyzer.Publishing.Packing;

/// <summary>The package that Install-PSResource takes: the staged module, with what its manifest says as the package's metadata.</summary>
internal static class ModulePackage
{
    private const string ManifestName = "SpectralAnalyzer.PS.psd1";

    /// <summary>Packs a module.</summary>
    /// <param name="module">The staged module's folder.</param>
    /// <param name="folder">Where the package goes.</param>
    /// <param name="projectUri">Address of the project's page, written into the manifest and the package; null for none.</param>
    /// <returns>Path of the package.</returns>
    public static string Write(string module, string folder, string? projectUri)
    {
        var manifest = StagedModule.Manifest(module);
        var builder = new PackageBuilder(deterministic: true)
        {
            Id = manifest.Name,
            Version = new NuGetVersion(VersionOf(manifest)),
            Description = manifest.Description,
            Copyright = manifest.Copyright,
            ReleaseNotes = manifest.ReleaseNotes,
            LicenseMetadata = new LicenseMetadata(
                LicenseType.Expression, "MIT", NuGetLicenseExpression.Parse("MIT"), [], LicenseMetadata.CurrentVersion),
        };
        if (projectUri is not null)
            builder.ProjectUrl = new Uri(projectUri);
        builder.Authors.Add(manifest.Author);
        builder.Owners.Add(manifest.CompanyName);
        builder.Tags.AddRange(Tags(manifest));
        foreach (var file in Directory.EnumerateFiles(module, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            builder.Files.Add(FileOf(module, file, projectUri));

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{builder.Id}.{builder.Version}.nupkg");
        using var stream = File.Create(path);
        builder.Save(stream);
        return path;
    }

    // the tags that the gallery's clients search by, as Publish-PSResource writes them
    private static IEnumerable<string> Tags(PSModuleInfo manifest)
    {
        var cmdlets = manifest.ExportedCmdlets.Keys.Order(StringComparer.Ordinal).ToArray();
        return
        [
            "PSModule",
            .. manifest.Tags,
            "PSIncludes_Cmdlet",
            .. cmdlets.Select(name => "PSCmdlet_" + name),
            .. cmdlets.Select(name => "PSCommand_" + name),
        ];
    }

    private static string VersionOf(PSModuleInfo manifest)
    {
        var data = (System.Collections.Hashtable)((System.Collections.Hashtable)manifest.PrivateData)["PSData"]!;
        return data["Prerelease"] is string { Length: > 0 } label
            ? string.Create(CultureInfo.InvariantCulture, $"{manifest.Version}-{label.TrimStart('-')}")
            : manifest.Version.ToString();
    }

    private static PhysicalPackageFile FileOf(string module, string file, string? projectUri)
    {
        var target = Path.GetRelativePath(module, file).Replace('\\', '/');
        return target == ManifestName && projectUri is not null
            ? new PhysicalPackageFile(new MemoryStream(WithProjectUri(file, projectUri))) { TargetPath = target }
            : new PhysicalPackageFile { SourcePath = file, TargetPath = target };
    }

    private static byte[] WithProjectUri(string manifest, string projectUri)
    {
        const string Before = "    PSData = @{\n";
        var text = File.ReadAllText(manifest).ReplaceLineEndings("\n");
        if (!text.Contains(Before, StringComparison.Ordinal))
            throw new InvalidDataException($"'{manifest}' has no line 'PSData = @{{'.");
        return Encoding.UTF8.GetBytes(text.Replace(
            Before, $"{Before}      ProjectUri = '{projectUri.Replace("'", "''", StringComparison.Ordinal)}'\n", StringComparison.Ordinal));
    }
}
