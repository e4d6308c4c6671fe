using System.IO.Compression;
using System.Management.Automation;
using System.Xml.Linq;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using SpectralAnalyzer.Publishing.Packing;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>The package that Install-PSResource takes.</summary>
public sealed class PackageTests(PackageTests.PackedModule packed) : IClassFixture<PackageTests.PackedModule>
{
    private const string ProjectUri = "https://example.org/o'brien/spectra";

    [Fact]
    public void It_takes_at_most_60_MB() => Assert.InRange(new FileInfo(packed.Package).Length, 1, 60_000_000);

    [Fact]
    public void Its_metadata_is_what_the_manifest_says()
    {
        var manifest = Manifest(StagedModule.Manifest);
        using var package = ZipFile.OpenRead(packed.Package);
        using var nuspec = package.GetEntry("SpectralAnalyzer.PS.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single().Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
        Assert.Equal("SpectralAnalyzer.PS", metadata["id"]);
        Assert.Equal(manifest.Version.ToString(), metadata["version"]);
        Assert.Equal(manifest.Author, metadata["authors"]);
        Assert.Equal(manifest.CompanyName, metadata["owners"]);
        Assert.Equal(manifest.Description, metadata["description"]);
        Assert.Equal(manifest.Copyright, metadata["copyright"]);
        Assert.Contains("Invoke-SpectralBatch", metadata["releaseNotes"], StringComparison.Ordinal);
        Assert.DoesNotContain("## [", metadata["releaseNotes"], StringComparison.Ordinal);
        Assert.Equal("icon.png", metadata["icon"]);
        Assert.Equal("README.md", metadata["readme"]);
        Assert.Equal(ProjectUri + "/raw/main/module/icon.png", metadata["iconUrl"]);
        Assert.Equal(manifest.LicenseUri.ToString(), metadata["licenseUrl"]);
        Assert.Equal("MIT", metadata["license"]);
        Assert.Equal(ProjectUri, metadata["projectUrl"]);
        var tags = metadata["tags"].Split(' ');
        Assert.Superset(manifest.Tags.ToHashSet(), tags.ToHashSet());
        Assert.Contains("PSModule", tags);
        Assert.Equal(
            manifest.ExportedCmdlets.Keys.Order(StringComparer.Ordinal),
            tags.Where(tag => tag.StartsWith("PSCmdlet_", StringComparison.Ordinal)).Select(tag => tag["PSCmdlet_".Length..]));
    }

    [Fact]
    public void It_holds_the_staged_module_and_nothing_else()
    {
        Assert.Equal(Relative(StagedModule.Folder), Relative(packed.Unpacked));
        Assert.All(
            Relative(packed.Unpacked).Where(name => name != "SpectralAnalyzer.PS.psd1"),
            name => Assert.Equal(File.ReadAllBytes(Path.Combine(StagedModule.Folder, name)),
                File.ReadAllBytes(Path.Combine(packed.Unpacked, name))));
    }

    [Fact]
    public void Its_manifest_has_the_addresses_of_the_project_and_its_icon()
    {
        var manifest = Manifest(Path.Combine(packed.Unpacked, "SpectralAnalyzer.PS.psd1"));
        Assert.Equal(ProjectUri, manifest.ProjectUri.OriginalString);
        Assert.Equal(ProjectUri + "/raw/main/module/icon.png", manifest.IconUri.OriginalString);
    }

    [Theory]
    [InlineData("1.0.0", "what 1.0.0 has")]
    [InlineData("1.1.0", "what is coming")]
    public void Its_release_notes_are_those_of_the_version(string version, string expected)
    {
        using var folder = new TempFolder();
        var changelog = folder.Write(
            "CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\nwhat is coming\n\n## [1.0.0] - 2026-01-01\n\nwhat 1.0.0 has\n");
        Assert.Equal(expected, Changelog.NotesOf(changelog, version));
    }

    private static PSModuleInfo Manifest(string path)
    {
        using var runspace = new ModuleRunspace(import: false);
        return runspace.Run("Test-ModuleManifest -Path $manifest", ("manifest", path)).WithoutErrors().Single<PSModuleInfo>();
    }

    private static string[] Relative(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal)];

    /// <summary>The package, and what an installation leaves of it.</summary>
    public sealed class PackedModule : IDisposable
    {
        private static readonly string[] s_packageParts =
            ["_rels", "package", "[Content_Types].xml", "SpectralAnalyzer.PS.nuspec"];
        private readonly TempFolder _folder = new();

        public PackedModule()
        {
            Package = ModulePackage.Write(StagedModule.Folder, _folder["packages"], ProjectUri);
            using var package = ZipFile.OpenRead(Package);
            foreach (var entry in package.Entries.Where(entry => !s_packageParts.Contains(entry.FullName.Split('/')[0])))
            {
                var file = Path.Combine(Unpacked, entry.FullName);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                entry.ExtractToFile(file);
            }
        }

        public string Package { get; }

        public string Unpacked => _folder["SpectralAnalyzer.PS"];

        public void Dispose() => _folder.Dispose();
    }
}
