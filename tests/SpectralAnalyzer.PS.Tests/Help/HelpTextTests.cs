using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using SpectralAnalyzer.Publishing.Help;

namespace SpectralAnalyzer.PowerShell.Tests.Help;

/// <summary>What every page has to have.</summary>
public sealed partial class HelpTextTests
{
    private const int Columns = 76; // what Get-Help leaves of 80

    public static TheoryData<string> Names => HelpPages.Names;

    public static TheoryData<string> Topics =>
        [.. Directory.EnumerateFiles(HelpPages.Folder, "about_*.md").Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_of_a_page_is_written(string name)
    {
        var page = HelpPages.Of(name);
        Assert.EndsWith(".", page.Synopsis, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', page.Synopsis);
        (string Place, string Text)[] texts =
        [
            ("SYNOPSIS", page.Synopsis), ("DESCRIPTION", page.Description), ("NOTES", page.Notes), ("RELATED LINKS", page.Links),
            .. page.Parameters.Select(p => ("-" + p.Name, p.Text)),
            .. page.Inputs, .. page.Outputs, .. page.Examples,
        ];
        Assert.All(texts, text => Assert.False(
            string.IsNullOrWhiteSpace(text.Text) || text.Text.Contains("{{", StringComparison.Ordinal)
                || text.Place.Contains("{{", StringComparison.Ordinal),
            $"docs/en-US/{name}.md: the text of '{text.Place}' has still to be written."));
    }

    [Fact]
    public void An_example_that_is_not_run_says_why() =>
        Assert.All(HelpExample.All.Where(example => example.NotRun.Length > 0),
            example => Assert.InRange(example.NotRun.Length, 10, 100));

    [Theory]
    [MemberData(nameof(Names))]
    public void There_are_three_examples_and_more_each_with_code_and_an_explanation(string name)
    {
        var examples = HelpPages.Of(name).Examples;
        Assert.InRange(examples.Count, 3, 20);
        for (var i = 0; i < examples.Count; i++)
        {
            var (title, text) = examples[i];
            Assert.StartsWith($"Example {i + 1}: ", title, StringComparison.Ordinal);
            Assert.Single(HelpExample.CodeBlock().Matches(text));
            Assert.NotEqual("", Block().Replace(text, "").Trim());
        }

        Assert.True(
            examples.Count(example => example.Text.Contains("```output\n", StringComparison.Ordinal)) >= Math.Min(
                3, examples.Count - 1),
            $"{name}: examples need what they print.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_and_output_fit_a_console_of_80_columns(string name) => Assert.All(
        HelpPages.Of(name).Examples.SelectMany(example => Block().Matches(example.Text))
            .SelectMany(block => block.Value.Split('\n')),
        line => Assert.InRange(line.Length, 0, Columns));

    [Theory]
    [MemberData(nameof(Names))]
    public void Examples_are_correct_PowerShell_and_name_only_parameters_that_there_are(string name)
    {
        var parameters = HelpPages.Commands.ToDictionary(
            page => page.Name, page => page.Parameters.Select(p => p.Name).ToHashSet());
        foreach (var example in HelpExample.All.Where(example => example.Page == name))
        {
            var script = Parser.ParseInput(example.Code, out _, out var errors);
            Assert.Empty(errors);
            foreach (var command in script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
            {
                if (command.GetCommandName() is { } called && parameters.TryGetValue(called, out var known))
                {
                    Assert.All(
                        command.CommandElements.OfType<CommandParameterAst>().Select(p => p.ParameterName)
                            .Where(p => !Common.Contains(p)),
                        parameter => Assert.Contains(parameter, known));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_lead_to_pages(string name) => Assert.All(
        Link().Matches(HelpPages.Of(name).Links).Select(link => link.Groups[1].Value),
        target => Assert.True(
            target.StartsWith("http", StringComparison.Ordinal) || File.Exists(Path.Combine(HelpPages.Folder, target)), target));

    [Theory]
    [MemberData(nameof(Topics))]
    public void Topics_fit_a_console_of_80_columns_and_say_what_they_are_about(string topic)
    {
        var text = AboutWriter.Write(HelpPages.Text(Path.Combine(HelpPages.Folder, topic + ".md")));
        Assert.StartsWith($"TOPIC\n    {topic}\n\nSHORT DESCRIPTION\n    ", text, StringComparison.Ordinal);
        Assert.Contains("\nLONG DESCRIPTION\n", text, StringComparison.Ordinal);
        Assert.Contains("\nSEE ALSO\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    private static HashSet<string> Common { get; } =
        new(System.Management.Automation.Cmdlet.CommonParameters.Concat(
            System.Management.Automation.Cmdlet.OptionalCommonParameters), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^```\w+\n.*?\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
