using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Help;

/// <summary>
/// Runs the examples of the help that need no more than the engine's own commands, in a console of 76 columns, and holds what they
/// print against the page. The others run in pwsh: tests/Pester.
/// </summary>
public sealed class HelpExampleTests(HelpExampleTests.PrintedExamples printed) : IClassFixture<HelpExampleTests.PrintedExamples>
{
    [Fact]
    public void Examples_print_what_their_pages_show() => Assert.All(printed.Runs, run =>
    {
        var expected = Lines(run.Example.Output);
        var actual = Lines(run.Printed);
        Assert.True(expected.SequenceEqual(actual), $"{run.Example.Page}, {run.Example.Title}, prints:\n{run.Printed}\n./build.ps1 -Task Docs writes it into the page.");
    });

    [Fact]
    public void There_are_some_for_each_cmdlet_that_the_engine_alone_can_run() => Assert.InRange(printed.Runs.Count, 5, 200);

    [Fact]
    public void What_is_not_run_says_why() =>
        Assert.All(HelpExample.All.Where(example => example.NotRun.Length > 0), example => Assert.InRange(example.NotRun.Length, 10, 100));

    // results come out as they are done: the lines are the same, their order may not be
    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).Order(StringComparer.Ordinal)];

    internal sealed record Run(HelpExample Example, string Printed);

    public sealed class PrintedExamples : IDisposable
    {
        private const string Mark = "##### example";
        private readonly TempFolder _folder = new();

        public PrintedExamples()
        {
            var examples = HelpExample.All.Where(IsForTheEngineAlone).ToArray();
            var script = new StringBuilder();
            for (var i = 0; i < examples.Length; i++)
            {
                var place = _folder[i.ToString()];
                Copy(Path.Combine(StagedModule.RepositoryRoot, "docs", "examples"), place);
                script.AppendLine($"[Console]::Out.WriteLine('{Mark}')");
                script.AppendLine($"$ExecutionContext.SessionState.Path.SetLocation('{place}') | Out-Null");
                script.AppendLine($"& {{\n{examples[i].Code}\n}} | Out-Default");
            }

            // a console leaves its last column free
            var (exitCode, output, error) = ShellProcess.Run(77, _folder.Write("examples.ps1", script.ToString()));
            Assert.Equal("", error);
            Assert.Equal(0, exitCode);
            Runs = [.. examples.Zip(output.Split(Mark + "\n").Skip(1), (example, text) => new Run(example, text.Replace('\\', '/')))];
            Assert.Equal(examples.Length, Runs.Count);
        }

        internal IReadOnlyList<Run> Runs { get; }

        public void Dispose() => _folder.Dispose();

        private static HashSet<string> Known { get; } = KnownCommands();

        // a warning, a line for -WhatIf and an error look different in each console
        private static bool IsForTheEngineAlone(HelpExample example) =>
            example.NotRun.Length == 0
            && !example.Output.Contains("WARNING:", StringComparison.Ordinal)
            && !example.Code.Contains("-WhatIf", StringComparison.Ordinal)
            && Parser.ParseInput(example.Code, out _, out _)
                .FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true)
                .All(ast => Known.Contains(((CommandAst)ast).GetCommandName()));

        private static HashSet<string> KnownCommands()
        {
            using var runspace = new ModuleRunspace();
            return runspace.Run("Get-Command -CommandType Cmdlet").WithoutErrors().As<CmdletInfo>()
                .Select(command => command.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }

        private static void Copy(string from, string to)
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }
}
