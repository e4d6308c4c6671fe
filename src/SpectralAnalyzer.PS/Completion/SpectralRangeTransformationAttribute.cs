using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>
/// Accepts ranges of x as pairs of numbers in any order: <c>3100,2800</c>, <c>(3100,2800),(1850,650)</c>, or as text:
/// <c>'3100-2800'</c>.
/// </summary>
public sealed class SpectralRangeTransformationAttribute : ArgumentTransformationAttribute
{
    private const string Advice = "State the two ends of each range: 3100,2800 or (3100,2800),(1850,650).";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var ranges = new List<SpectralRange>();
        var ends = new List<double>();
        Add(inputData, ranges, ends);
        if (ends.Count % 2 != 0)
            throw new ArgumentTransformationMetadataException($"A range has two ends; here are {ends.Count} numbers. {Advice}");
        try
        {
            for (var i = 0; i < ends.Count; i += 2)
                ranges.Add(new SpectralRange(ends[i], ends[i + 1]));
        }
        catch (ArgumentException e)
        {
            throw new ArgumentTransformationMetadataException($"{e.Message} {Advice}", e);
        }

        return ranges.ToArray();
    }

    private static void Add(object? input, List<SpectralRange> ranges, List<double> ends)
    {
        switch ((input as PSObject)?.BaseObject ?? input)
        {
            case SpectralRange range:
                ranges.Add(range);
                break;
            case string text:
                foreach (var part in Ends(text))
                    ends.Add(Number(part));
                break;
            case IEnumerable several:
                foreach (var one in several)
                    Add(one, ranges, ends);
                break;
            case IConvertible number:
                ends.Add(number.ToDouble(CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentTransformationMetadataException($"'{input}' is not a range. {Advice}");
        }
    }

    // the hyphen between two ends is not the sign of the second
    private static string[] Ends(string text)
    {
        var hyphen = text.IndexOf('-', 1);
        while (hyphen > 0 && text[hyphen - 1] is 'e' or 'E')
            hyphen = text.IndexOf('-', hyphen + 1);
        return hyphen < 0 ? [text] : [text[..hyphen], text[(hyphen + 1)..]];
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentTransformationMetadataException($"'{text}' is not a number. {Advice}");
}
