using static SpectralAnalyzer.Views.Column;

namespace SpectralAnalyzer.Views;

/// <summary>The views of the defaults of parameters.</summary>
internal static class DefaultViews
{
    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        new(typeof(SpectralDefault))
        {
            Table = [Left("Name", 16, "Name"), Left("Scope", 8, "Scope"), Rest("Value", "Text")],
            List = ["Name", "Scope", ("Value", "Text"), "Path"],
        },
    ];
}
