using System.Text.RegularExpressions;

namespace SpectralAnalyzer.PowerShell.Tests.Help;

/// <summary>An example of a page.</summary>
/// <param name="Page">The cmdlet whose page it is on.</param>
/// <param name="Title">Its title.</param>
/// <param name="Code">What one types.</param>
/// <param name="Output">What it prints; empty for nothing.</param>
/// <param name="NotRun">Why it cannot run without more than the examples' files; empty where it can.</param>
internal sealed partial record HelpExample(string Page, string Title, string Code, string Output, string NotRun)
{
    /// <summary>The examples of all pages.</summary>
    public static IReadOnlyList<HelpExample> All { get; } =
        [.. HelpPages.Commands.SelectMany(page => page.Examples.Select(example => new HelpExample(
            page.Name,
            example.Title,
            CodeBlock().Match(example.Text).Groups[1].Value,
            OutputBlock().Match(example.Text).Groups[1].Value,
            Reason().Match(example.Text).Groups[1].Value)))];

    /// <summary>What one types.</summary>
    [GeneratedRegex(@"^```powershell\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    public static partial Regex CodeBlock();

    [GeneratedRegex(@"^```output\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex OutputBlock();

    [GeneratedRegex(@"<!-- not run: (.+?) -->")]
    private static partial Regex Reason();
}
