using System.Management.Automation;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>What the build puts into the module's folder, and what its manifest says.</summary>
public sealed class StagedModuleTests
{
    private static readonly string[] s_runtimes =
        ["linux-arm64", "linux-musl-x64", "linux-x64", "osx", "win-arm64", "win-x64"];

    private static string[] Files { get; } =
        [.. Directory.EnumerateFiles(StagedModule.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(StagedModule.Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void It_takes_at_most_100_MB() =>
        Assert.InRange(Files.Sum(file => new FileInfo(Path.Combine(StagedModule.Folder, file)).Length), 1, 100_000_000);

    [Fact]
    public void Native_libraries_are_there_for_the_supported_platforms_alone()
    {
        var natives = Files.Where(file => file.Contains("/native/", StringComparison.Ordinal)).ToArray();
        Assert.All(natives, file => Assert.StartsWith("lib/runtimes/", file, StringComparison.Ordinal));
        Assert.All(natives, file => Assert.Equal("libSkiaSharp", Path.GetFileNameWithoutExtension(file)));
        Assert.Equal(s_runtimes, natives.Select(file => file.Split('/')[2]).Order(StringComparer.Ordinal));
    }

    // HarfBuzz is left out: letters from right to left, joined letters and signs beyond the typeface must be drawn without it
    [Theory]
    [InlineData("طيف")]
    [InlineData("ספקטרום")]
    [InlineData("光谱 αβγ µm ⁻¹")]
    public void Names_in_any_script_are_drawn_with_the_libraries_that_there_are(string name)
    {
        using var folder = new TempFolder();
        var sample = folder[name + ".csv"];
        File.Copy(Path.Combine(StagedModule.Examples, "lot-0412.csv"), sample);
        using var runspace = new ModuleRunspace();
        var results = runspace.Run(
            "Invoke-SpectralBatch -LiteralPath $sample $sample $out -Format Png, Jpg, Pdf, Svg -Dpi 50",
            ("sample", sample),
            ("out", folder["out"])).WithoutErrors().As<SpectralResult>();
        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(results).Status);
        Assert.Equal(4, Directory.GetFiles(folder["out"], name + "_vs_*").Length);
    }

    [Fact]
    public void There_are_no_symbol_files() =>
        Assert.DoesNotContain(Files, file => Path.GetExtension(file) is ".pdb" or ".dbg" or ".dSYM");

    [Fact]
    public void The_root_holds_the_cmdlets_and_the_contracts_and_lib_the_rest()
    {
        Assert.Equal(
            ["SpectralAnalyzer.Contracts.dll", "SpectralAnalyzer.PS.dll"],
            Files.Where(file => !file.Contains('/') && file.EndsWith(".dll", StringComparison.Ordinal)));
        Assert.Contains("lib/SpectralAnalyzer.Core.dll", Files);
        Assert.DoesNotContain("lib/SpectralAnalyzer.Contracts.dll", Files);
        Assert.DoesNotContain(Files, file => Path.GetFileName(file) == "System.Management.Automation.dll");
        Assert.Contains("LICENSE", Files);
        Assert.Contains("THIRD-PARTY-NOTICES.md", Files);
    }

    [Fact]
    public void Everything_that_the_engine_depends_on_is_there_and_nothing_else()
    {
        using var dependencies = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(StagedModule.Folder, "lib", "SpectralAnalyzer.Core.deps.json")));
        var expected = new SortedSet<string>(StringComparer.Ordinal) { "SpectralAnalyzer.Core.deps.json" };
        foreach (var library in dependencies.RootElement.GetProperty("targets").EnumerateObject().Single()
            .Value.EnumerateObject())
        {
            if (library.Value.TryGetProperty("runtime", out var assemblies))
                expected.UnionWith(assemblies.EnumerateObject().Select(asset => Path.GetFileName(asset.Name)));
            if (library.Value.TryGetProperty("runtimeTargets", out var natives))
                expected.UnionWith(natives.EnumerateObject().Select(asset => asset.Name));
        }

        expected.Remove("SpectralAnalyzer.Contracts.dll");
        Assert.Equal(
            expected,
            Files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal)).Select(file => file[4..])
                .Where(file => !IsAhead(file)));
    }

    // a Release build has them: they must be the very assemblies that lib/ holds, or a platform with them would run another
    // engine
    [Fact]
    public void What_is_compiled_ahead_is_the_same_as_what_is_not()
    {
        foreach (var file in Files.Where(file => file.StartsWith("lib/ahead/", StringComparison.Ordinal)))
        {
            var plain = Path.Combine(StagedModule.Folder, "lib", Path.GetFileName(file));
            Assert.Equal(ModuleVersionId(plain), ModuleVersionId(Path.Combine(StagedModule.Folder, file)));
        }
    }

    [Fact]
    public void Every_package_in_lib_is_named_in_the_notices()
    {
        var notices = File.ReadAllText(Path.Combine(StagedModule.Folder, "THIRD-PARTY-NOTICES.md"));
        var packages = Files
            .Where(file => file.StartsWith("lib/", StringComparison.Ordinal) && file.Count(c => c == '/') == 1)
            .Where(file => file.EndsWith(".dll", StringComparison.Ordinal)
                && !file.Contains("SpectralAnalyzer.", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.All(packages, package => Assert.Contains(package, notices, StringComparison.Ordinal));
    }

    [Fact]
    public void The_manifest_holds()
    {
        using var runspace = new ModuleRunspace(import: false);
        var module = runspace
            .Run("Test-ModuleManifest -Path $manifest", ("manifest", StagedModule.Manifest))
            .WithoutErrors().Single<PSModuleInfo>();
        var version = Assembly.LoadFrom(Path.Combine(StagedModule.Folder, "SpectralAnalyzer.PS.dll")).GetName().Version!;
        Assert.Equal(new Version(version.Major, version.Minor, version.Build), module.Version);
        Assert.Equal(["Core"], module.CompatiblePSEditions);
        Assert.Equal(new Version(7, 6), module.PowerShellVersion);
        Assert.NotEmpty(module.Tags);
        Assert.NotEqual("", module.Description);
    }

    [Fact]
    public void The_manifest_exports_exactly_the_compiled_cmdlets()
    {
        using var runspace = new ModuleRunspace();
        var exported = runspace.Run("(Get-Module SpectralAnalyzer.PS).ExportedCommands.Keys").WithoutErrors().As<string>();
        var compiled = Assembly.LoadFrom(Path.Combine(StagedModule.Folder, "SpectralAnalyzer.PS.dll")).GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}");
        Assert.Equal(compiled.Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
        var declared = runspace
            .Run("(Test-ModuleManifest -Path $manifest).ExportedCmdlets.Keys", ("manifest", StagedModule.Manifest))
            .WithoutErrors().As<string>();
        Assert.Equal(compiled.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    private static bool IsAhead(string file) => file.StartsWith("ahead/", StringComparison.Ordinal);

    private static Guid ModuleVersionId(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
