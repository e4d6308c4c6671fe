using System.Globalization;
using System.Management.Automation;
using System.Text;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Packaging.Licenses;
using NuGet.Versioning;

namespace SpectralAnalyzer.Publishing.Packing;

/// <summary>Packs the staged module for Install-PSResource; the package's metadata comes from the module's manifest.</summary>
internal static class ModulePackage
{
    /// <summary>Packs a module.</summary>
    /// <param name="module">The staged module's folder.</param>
    /// <param name="folder">Where the package goes.</param>
    /// <param name="projectUri">Address of the project's page, written into the manifest and the package; null for none.</param>
    /// <returns>Path of the package.</returns>
    internal static string Write(string module, string folder, string? projectUri)
    {
        var manifest = StagedModule.Manifest(module);
        var builder = new PackageBuilder(deterministic: true)
        {
            Id = manifest.Name,
            Version = new NuGetVersion(VersionOf(manifest)),
            Description = manifest.Description,
            Copyright = manifest.Copyright,
            ReleaseNotes = Changelog.NotesOf(Path.Combine(module, "CHANGELOG.md"), VersionOf(manifest)),
            Icon = "icon.png",
            Readme = "README.md",
            LicenseMetadata = new LicenseMetadata(
                LicenseType.Expression, "MIT", NuGetLicenseExpression.Parse("MIT"), [], LicenseMetadata.CurrentVersion),
        };
        if (projectUri is not null)
        {
            builder.ProjectUrl = new Uri(projectUri);
            builder.IconUrl = new Uri(IconUri(projectUri));
        }

        builder.Authors.Add(manifest.Author);
        builder.Owners.Add(manifest.CompanyName);
        builder.Tags.AddRange(Tags(manifest));
        foreach (var file in Directory.EnumerateFiles(module, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            builder.Files.Add(FileOf(module, file, manifest.Name + ".psd1", projectUri));
        foreach (var needed in manifest.RequiredModules)
        {
            var version = new NuGetVersion(needed.Version);
            builder.DependencyGroups.Add(new PackageDependencyGroup(
                NuGetFramework.AnyFramework,
                [new PackageDependency(needed.Name, new VersionRange(version, true, version, true))]));
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{builder.Id}.{builder.Version}.nupkg");
        using var stream = File.Create(path);
        builder.Save(stream);
        return path;
    }

    // The tags that clients of the gallery search by, as Publish-PSResource writes them.
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

    private static PhysicalPackageFile FileOf(string module, string file, string manifest, string? projectUri)
    {
        var target = Path.GetRelativePath(module, file).Replace('\\', '/');
        return target == manifest && projectUri is not null
            ? new PhysicalPackageFile(new MemoryStream(WithAddresses(file, projectUri))) { TargetPath = target }
            : new PhysicalPackageFile { SourcePath = file, TargetPath = target };
    }

    private static byte[] WithAddresses(string manifest, string projectUri)
    {
        const string Before = "    PSData = @{\n";
        var text = File.ReadAllText(manifest).ReplaceLineEndings("\n");
        if (!text.Contains(Before, StringComparison.Ordinal))
            throw new InvalidDataException($"'{manifest}' has no line 'PSData = @{{'.");
        var addresses = $"      ProjectUri = {Quoted(projectUri)}\n      IconUri = {Quoted(IconUri(projectUri))}\n";
        return Encoding.UTF8.GetBytes(text.Replace(Before, Before + addresses, StringComparison.Ordinal));
    }

    // The gallery shows an icon by its address alone: that of the file on GitHub.
    private static string IconUri(string projectUri) => projectUri.TrimEnd('/') + "/raw/main/module/icon.png";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
