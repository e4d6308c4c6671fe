using System.Reflection;
using SpectralAnalyzer.Core.Tests.Architecture;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>The files of the cmdlets refer to each other without circles.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void No_files_refer_to_each_other_in_a_circle()
    {
        var code = new CodeBase(
            ["src/SpectralAnalyzer.PS"], Assembly.LoadFrom(Path.Combine(StagedModule.Folder, "SpectralAnalyzer.PS.dll")));

        Assert.True(code.References.Count > 100, $"Only {code.References.Count} references were found.");
        Assert.Empty(code.FindCircles());
    }
}
