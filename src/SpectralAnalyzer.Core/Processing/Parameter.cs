namespace SpectralAnalyzer.Core.Processing;

/// <summary>Makes the descriptors of parameters.</summary>
internal static class Parameter
{
    internal static StepParameterInfo Number(
        string name, string summary, double? byDefault = null, double minimum = double.NegativeInfinity,
        double maximum = double.PositiveInfinity, bool isOptional = false)
    {
        return new StepParameterInfo
        {
            Name = name,
            Type = StepParameterType.Number,
            Summary = summary,
            Default = byDefault,
            Minimum = minimum,
            Maximum = maximum,
            IsOptional = isOptional,
        };
    }

    internal static StepParameterInfo Integer(string name, string summary, int? byDefault, int minimum, int maximum) => new()
    {
        Name = name,
        Type = StepParameterType.Integer,
        Summary = summary,
        Default = byDefault is { } value ? (double)value : null,
        Minimum = minimum,
        Maximum = maximum,
    };

    internal static StepParameterInfo Choice(string name, string summary, string? byDefault, IReadOnlyList<string> choices) =>
        new() { Name = name, Type = StepParameterType.Choice, Summary = summary, Default = byDefault, Choices = choices };

    internal static StepParameterInfo OptionalChoice(string name, string summary, IReadOnlyList<string> choices) => new()
    {
        Name = name,
        Type = StepParameterType.Choice,
        Summary = summary,
        Choices = choices,
        IsOptional = true,
    };

    internal static StepParameterInfo OptionalText(string name, string summary) =>
        new() { Name = name, Type = StepParameterType.Text, Summary = summary, IsOptional = true };

    internal static StepParameterInfo OptionalFile(string name, string summary) =>
        new() { Name = name, Type = StepParameterType.SpectrumFile, Summary = summary, IsOptional = true };

    internal static StepParameterInfo Numbers(string name, string summary) =>
        new() { Name = name, Type = StepParameterType.Numbers, Summary = summary };

    internal static StepParameterInfo Ranges(string name, string summary, bool isOptional = false) =>
        new() { Name = name, Type = StepParameterType.Ranges, Summary = summary, IsOptional = isOptional };
}
