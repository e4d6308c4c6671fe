using System.Runtime.Loader;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>The module comes, goes and comes back, and its packages stay among themselves.</summary>
public sealed class LoadingTests
{
    private const string Import = "Import-Module -Name $manifest -Force:$force";
    private const string Read = "(Test-SpectralFile -LiteralPath $file).IsValid";

    private static (string, object?)[] Variables { get; } =
        [("manifest", StagedModule.Manifest), ("file", Path.Combine(StagedModule.Examples, "lot-0412.csv")), ("force", false)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_can_be_imported_twice(bool force)
    {
        using var runspace = new ModuleRunspace(import: false);
        var outcome = runspace.Run($"{Import}; {Read}; {Import}; {Read}; Get-Module", [.. Variables[..2], ("force", force)])
            .WithoutErrors();
        Assert.Equal(["True", "True", "SpectralAnalyzer.PS"], outcome.Output.Select(item => item.ToString()));
    }

    [Fact]
    public void It_can_be_removed_and_imported_again()
    {
        using var runspace = new ModuleRunspace(import: false);
        var outcome = runspace.Run(
            $"{Import}; {Read}; Remove-Module SpectralAnalyzer.PS; (Get-Command Test-Spectral* -ListImported).Count; "
            + $"{Import}; {Read}",
            Variables).WithoutErrors();
        Assert.Equal(["True", "0", "True"], outcome.Output.Select(item => item.ToString()));
    }

    [Fact]
    public async Task Two_runspaces_use_it_at_once()
    {
        using var together = new Barrier(2);
        var runs = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var runspace = new ModuleRunspace();
            together.SignalAndWait();
            return runspace.Run("foreach ($i in 1..20) { " + Read + " }", Variables).WithoutErrors().As<bool>();
        }));
        Assert.All(await Task.WhenAll(runs), answers => Assert.Equal(Enumerable.Repeat(true, 20), answers));
    }

    [Fact]
    public void The_engine_and_its_packages_are_loaded_apart_and_the_contracts_once()
    {
        using var runspace = new ModuleRunspace();
        runspace.Run(Read, Variables).WithoutErrors();
        var loaded = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic)
            .Select(assembly => (assembly.GetName().Name, Context: AssemblyLoadContext.GetLoadContext(assembly)!))
            .ToArray();
        var engine = Assert.Single(loaded, item => item.Name == "SpectralAnalyzer.Core");
        Assert.NotSame(AssemblyLoadContext.Default, engine.Context);
        var library = Path.Combine(StagedModule.Folder, "lib");
        Assert.All(
            engine.Context.Assemblies.Where(assembly => assembly.Location.Length > 0),
            assembly => Assert.StartsWith(library, assembly.Location, StringComparison.Ordinal));
        Assert.Same(AssemblyLoadContext.Default,
            Assert.Single(loaded, item => item.Name == "SpectralAnalyzer.Contracts").Context);
    }
}
