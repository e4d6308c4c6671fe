using System.Globalization;

namespace SpectralAnalyzer;

/// <summary>One step of the preparation of a spectrum, with its parameters. Immutable.</summary>
public sealed record SpectralStep
{
    /// <summary>The name of the step, for example <c>crop</c> or <c>background</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The line of the method file that states the step, from 1; null for one that was made elsewhere.</summary>
    public int? Line { get; init; }

    /// <summary>
    /// The parameters by name, complete and checked: each value is a <see cref="double"/>, a <see cref="bool"/>, a text, or a
    /// list of <see cref="double"/> or of <see cref="SpectralRange"/>, as <see cref="StepParameterInfo.Type"/> says.
    /// </summary>
    public IReadOnlyDictionary<string, object> Parameters { get; init => field = NamedValues<string, object>.Wrap(value); } =
        NamedValues<string, object>.Wrap(new Dictionary<string, object>());

    /// <inheritdoc/>
    public override string ToString() => Parameters.Count == 0
        ? Name
        : $"{Name} ({string.Join(", ", Parameters.Select(p => $"{p.Key} = {Text(p.Value)}"))})";

    private static string Text(object value) => value switch
    {
        IEnumerable<double> numbers => string.Join(" ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))),
        IEnumerable<SpectralRange> ranges => string.Join(" ", ranges),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
