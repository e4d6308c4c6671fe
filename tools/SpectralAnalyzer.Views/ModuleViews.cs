namespace SpectralAnalyzer.Views;

/// <summary>The views of the module's types, a file for each kind. Numbers are shortened here and nowhere else.</summary>
internal static class ModuleViews
{
    /// <summary>Gets the views.</summary>
    internal static IReadOnlyList<TypeView> All { get; } =
    [
        .. JudgedViews.All,
        .. ResultViews.All,
        .. ReadingViews.All,
        .. LayoutViews.All,
        .. RunViews.All,
        .. OutputViews.All,
        .. MethodViews.All,
        .. LibraryViews.All,
        .. ModelViews.All,
        .. DefaultViews.All,
    ];
}
