using System.Text;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The syntax of a cmdlet with the parameters of one set.</summary>
internal static class SyntaxLine
{
    private const int Width = 100;

    /// <summary>Returns the parameters of a set in display order: by position, then mandatory ones, then by name.</summary>
    internal static IEnumerable<(string Name, string Text, ParameterFacts Facts)> Parameters(CommandPage page, string set) =>
        page.Parameters
        .Where(p => p.Facts.IsIn(set))
        .OrderBy(p => p.Facts.In(set).Position ?? int.MaxValue)
        .ThenBy(p => !p.Facts.In(set).IsRequired)
        .ThenBy(p => p.Name is "WhatIf" or "Confirm")
        .ThenBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>Returns the syntax in lines of at most 100 characters.</summary>
    internal static string Of(CommandPage page, string set)
    {
        var text = new StringBuilder(page.Name);
        var length = text.Length;
        foreach (var word in Parameters(page, set).Select(p => Word(p.Name, p.Facts, set)).Append("[<CommonParameters>]"))
        {
            if (length + 1 + word.Length > Width)
            {
                text.Append('\n');
                length = 0;
            }

            text.Append(' ').Append(word);
            length += 1 + word.Length;
        }

        return text.ToString();
    }

    private static string Word(string name, ParameterFacts facts, string set)
    {
        var use = facts.In(set);
        var named = use.Position is null ? $"-{name}" : $"[-{name}]";
        var type = TypeWord.Of(facts.Type);
        var word = type.Length == 0 ? named : $"{named} <{type}>";
        return use.IsRequired ? word : $"[{word}]";
    }
}
