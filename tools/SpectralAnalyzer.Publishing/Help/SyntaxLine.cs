using System.Text;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>How a cmdlet is written with the parameters of one set.</summary>
internal static class SyntaxLine
{
    private const int Width = 100;

    /// <summary>The parameters of a set in the order in which they are shown: by position, then what is required, then by name.</summary>
    public static IEnumerable<(string Name, string Text, ParameterFacts Facts)> Parameters(CommandPage page, string set) => page.Parameters
        .Where(p => p.Facts.IsIn(set))
        .OrderBy(p => p.Facts.In(set).Position ?? int.MaxValue)
        .ThenBy(p => !p.Facts.In(set).IsRequired)
        .ThenBy(p => p.Name is "WhatIf" or "Confirm")
        .ThenBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>The syntax, in lines of at most 100 characters.</summary>
    public static string Of(CommandPage page, string set)
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
