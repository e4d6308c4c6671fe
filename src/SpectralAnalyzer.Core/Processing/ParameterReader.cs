using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using SpectralAnalyzer.Core.Errors;

namespace SpectralAnalyzer.Core.Processing;

/// <summary>Checks what is stated of a step against the descriptors of its parameters, and adds the defaults.</summary>
/// <param name="step">The step.</param>
internal sealed class ParameterReader(ProcessingStepInfo step)
{
    /// <summary>Reads a table of parameters by name.</summary>
    internal Dictionary<string, object> Read(IEnumerable<KeyValuePair<string, object?>> stated)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        if (step.Kind is not null)
            values.Add(ProcessingSteps.Kind, step.Kind);
        foreach (var (name, value) in stated)
        {
            var parameter = step.Parameters.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw Unknown(name);
            if (!values.TryAdd(parameter.Name, Parse(parameter, value)))
                throw StepErrors.Invalid(step, $"the parameter '{parameter.Name}' is stated twice.");
        }

        foreach (var parameter in step.Parameters.Where(p => !p.IsOptional && !values.ContainsKey(p.Name)))
        {
            values.Add(parameter.Name, parameter.Default
                ?? throw StepErrors.Invalid(step, $"the parameter '{parameter.Name}' is missing: {parameter.Summary}"));
        }

        return values;
    }

    private SpectralException Unknown(string name)
    {
        var names = step.Parameters.Select(p => p.Name).ToArray();
        return new SpectralException(
            SpectralErrorIds.UnknownStepParameter, SpectralErrorCategory.InvalidArgument,
            $"The step '{step}' has no parameter '{name}'.",
            names.Length == 0 ? "It has none." : NearestWord.Advise(name, names).TrimStart());
    }

    private object Parse(StepParameterInfo parameter, object? value) => parameter.Type switch
    {
        StepParameterType.Number or StepParameterType.Integer => ParseNumber(parameter, value),
        StepParameterType.Switch => ParseSwitch(parameter, value),
        StepParameterType.Choice => ParseChoice(parameter, value),
        StepParameterType.Numbers => ParseNumbers(parameter, value),
        StepParameterType.Ranges => ParseRanges(parameter, value),
        _ => value is string { Length: > 0 } text ? text : throw Wrong(parameter, value, "a text is needed"),
    };

    private double ParseNumber(StepParameterInfo parameter, object? value)
    {
        if (ToNumber(value) is not { } number)
            throw Wrong(parameter, value, "a number is needed");
        if (parameter.Type == StepParameterType.Integer && number != Math.Floor(number))
            throw Wrong(parameter, value, "a whole number is needed");
        if (number < parameter.Minimum || number > parameter.Maximum)
        {
            throw Wrong(parameter, value, double.IsPositiveInfinity(parameter.Maximum)
                ? Invariant($"at least {parameter.Minimum} is needed")
                : double.IsNegativeInfinity(parameter.Minimum)
                    ? Invariant($"at most {parameter.Maximum} is allowed")
                    : Invariant($"{parameter.Minimum} to {parameter.Maximum} is allowed"));
        }

        return number;
    }

    private bool ParseSwitch(StepParameterInfo parameter, object? value) => value switch
    {
        bool flag => flag,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => throw Wrong(parameter, value, "true or false is needed"),
    };

    private string ParseChoice(StepParameterInfo parameter, object? value)
    {
        var text = value as string ?? "";
        return parameter.Choices.FirstOrDefault(c => c.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw Wrong(parameter, value, $"one of {string.Join(", ", parameter.Choices)} is needed"
                + (NearestWord.Find(text, parameter.Choices) is { } nearest ? $"; did you mean '{nearest}'?" : ""));
    }

    private ReadOnlyCollection<double> ParseNumbers(StepParameterInfo parameter, object? value)
    {
        double[] numbers = ToNumber(value) is { } single
            ? [single]
            : [.. Items(value).Select(item => ToNumber(item) ?? throw Wrong(parameter, item, "a list of numbers is needed"))];
        return numbers.Length > 0
            ? Array.AsReadOnly(numbers)
            : throw Wrong(parameter, value, "a list of numbers is needed");
    }

    private ReadOnlyCollection<SpectralRange> ParseRanges(StepParameterInfo parameter, object? value)
    {
        var items = Items(value);
        SpectralRange[] ranges = items.Length == 2 && items.All(item => ToNumber(item) is not null)
            ? [Range(parameter, items)]
            : [.. items.Select(item => item is SpectralRange range ? range : Range(parameter, Items(item)))];
        return ranges.Length > 0 ? Array.AsReadOnly(ranges) : throw NoRange(parameter, value);
    }

    private SpectralRange Range(StepParameterInfo parameter, object?[] ends) =>
        ends.Length == 2 && ToNumber(ends[0]) is { } first && ToNumber(ends[1]) is { } second && first != second
            ? new SpectralRange(first, second)
            : throw NoRange(parameter, ends);

    private SpectralException NoRange(StepParameterInfo parameter, object? value) => Wrong(
        parameter, value, "a range of two different numbers, or a list of such, is needed, for example [4000, 550]");

    private SpectralException Wrong(StepParameterInfo parameter, object? value, string needed) =>
        StepErrors.Invalid(step, $"'{Text(value)}' does not hold for '{parameter.Name}': {needed}.");

    private static object?[] Items(object? value) => value switch
    {
        SpectralRange range => [range],
        string or null => [],
        IEnumerable items => [.. items.Cast<object?>()],
        _ => [],
    };

    private static double? ToNumber(object? value)
    {
        double? number = value switch
        {
            double d => d,
            byte or sbyte or short or ushort or int or uint or long or ulong or float or decimal =>
                Convert.ToDouble(value, CultureInfo.InvariantCulture),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) => d,
            _ => null,
        };
        return number is { } n && double.IsFinite(n) ? n : null;
    }

    private static string Text(object? value) => value switch
    {
        string text => text,
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
