using SpectralAnalyzer.PowerShell.Tests.Hosting;
using SpectralAnalyzer.Publishing.Help;

namespace SpectralAnalyzer.PowerShell.Tests.Help;

/// <summary>The help as it lies in the repository.</summary>
internal static class HelpPages
{
    /// <summary>What brings everything in step.</summary>
    public const string Remedy = "dotnet run --project tools/SpectralAnalyzer.Publishing -- help";

    /// <summary>Folder of the pages.</summary>
    public static string Folder { get; } = Path.Combine(StagedModule.RepositoryRoot, HelpBuild.Pages);

    /// <summary>The pages of the cmdlets.</summary>
    public static IReadOnlyList<CommandPage> Commands { get; } =
        [.. Directory.EnumerateFiles(Folder, "*-*.md").Order(StringComparer.Ordinal).Select(file => PageReader.Read(Text(file)))];

    /// <summary>The names of the cmdlets that have a page.</summary>
    public static TheoryData<string> Names { get; } = [.. Commands.Select(page => page.Name)];

    /// <summary>The page of a cmdlet.</summary>
    public static CommandPage Of(string name) => Commands.Single(page => page.Name == name);

    /// <summary>Text of a file, with the same ends of lines everywhere.</summary>
    public static string Text(string file) => File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
}
