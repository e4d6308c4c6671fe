using System.Globalization;

namespace SpectralAnalyzer.Core.Methods.Forms;

/// <summary>Returns what the value of a parameter of a step is.</summary>
internal static class ParameterForms
{
    /// <summary>Returns the form of a parameter.</summary>
    /// <param name="info">The parameter.</param>
    /// <param name="folder">The folder that paths of files are relative to.</param>
    internal static ValueForm<object> Create(StepParameterInfo info, string folder) => info.Type switch
    {
        StepParameterType.Number => new ParameterForm<double>(
            new NumberForm(info.Minimum, info.Maximum), static v => v, ToNumber),
        StepParameterType.Integer => new ParameterForm<int>(
            new IntegerForm(Whole(info.Minimum), Whole(info.Maximum)), static v => (double)v, static v => (int)ToNumber(v)),
        StepParameterType.Switch => new ParameterForm<bool>(new SwitchForm(), static v => v, static v => (bool)v),
        StepParameterType.Choice => new ParameterForm<string>(new WordForm(info.Choices), static v => v, ToText),
        StepParameterType.SpectrumFile => new ParameterForm<string>(new FileForm(folder), static v => v, ToText),
        StepParameterType.Numbers => new ParameterForm<IReadOnlyList<double>>(
            new NumbersForm("a number, or a list of different numbers", int.MaxValue), static v => v.ToArray(),
            static v => [.. (IEnumerable<double>)v]),
        StepParameterType.Ranges => new ParameterForm<IReadOnlyList<SpectralRange>>(
            new RangesForm(), static v => v.Select(r => (double[])[r.Min, r.Max]).ToArray(),
            static v => [.. (IEnumerable<SpectralRange>)v]),
        _ => new ParameterForm<string>(new TextForm(), static v => v, ToText),
    };

    private static int Whole(double bound) => bound >= int.MaxValue ? int.MaxValue
        : bound <= int.MinValue ? int.MinValue
        : (int)bound;

    private static double ToNumber(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static string ToText(object value) => value.ToString() ?? "";
}
