using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Tests;

/// <summary>
/// Made-up files with an uncertain layout: every number has one digit, a comma and three digits, so that the comma may be a
/// decimal mark or separate thousands. Five layouts; the values, names and dates of each file are its own.
/// </summary>
internal static class OddFiles
{
    public const int LayoutCount = 5;

    private static readonly string[] s_people = ["Anna Weiss", "B. Okafor", "Chen", "Dr. D. de la Cruz"];

    /// <summary>The text of a file.</summary>
    /// <param name="layout">Its layout, from 0.</param>
    /// <param name="seed">Which file of that layout.</param>
    public static string Text(int layout, int seed)
    {
        var text = new StringBuilder();
        var delimiter = Delimiter(layout);
        if (layout == 2)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"Operator: {s_people[seed % s_people.Length]}\nDate: {1 + (seed % 28)}.{1 + (seed % 12)}.2024\n"
                + $"Sample: lot {seed * 7}\nx\ty\n");
        }

        for (var i = 0; i < 60 + (seed % 9); i++)
        {
            text.Append(Number(1100 + i));
            for (var k = 0; k < (layout == 3 ? 2 : 1); k++)
                text.Append(delimiter).Append(Number(2000 + ((((seed + k) * 131) + (i * i)) % 900)));
            text.Append(layout == 4 ? "\r\n" : "\n");
        }

        return text.ToString();
    }

    /// <summary>The layout that is right, as the schema has it.</summary>
    public static string Truth(int layout) => ChatServer.Layout(
        Delimiter(layout) switch { '\t' => "tab", ';' => "semicolon", _ => "pipe" },
        "comma",
        layout == 2 ? 4 : null,
        layout == 2 ? 5 : 1,
        1,
        layout == 3 ? [2, 3] : [2],
        "um",
        "intensity");

    /// <summary>The layout of a question, by what its excerpt shows.</summary>
    public static int LayoutOf(ChatCall call)
    {
        var first = call.Lines.First();
        if (first.StartsWith("Operator", StringComparison.Ordinal))
            return 2;
        if (first.Contains('|', StringComparison.Ordinal))
            return 4;
        return first.Contains('\t', StringComparison.Ordinal) ? 0 : first.Count(c => c == ';') == 2 ? 3 : 1;
    }

    /// <summary>A baseline that they can be compared with, whose layout is certain.</summary>
    public static string Baseline()
    {
        var text = new StringBuilder("Wavelength (um);Intensity (counts)\n");
        for (var i = 0; i < 80; i++)
            text.Append(CultureInfo.InvariantCulture, $"{1.095 + (i * 0.001):F4};{2.1 + (i % 7)}\n");
        return text.ToString();
    }

    private static char Delimiter(int layout) => layout switch { 0 or 2 => '\t', 4 => '|', _ => ';' };

    private static string Number(int thousandths) => $"{thousandths / 1000},{thousandths % 1000:D3}";
}
