namespace SpectralAnalyzer.PowerShell.Loading;

/// <summary>
/// The engine of this process. It is loaded when it is first used, so that importing the module is fast. All runspaces share it,
/// and it stays loaded when the module is removed and imported again.
/// </summary>
internal static class EngineHost
{
    private const string EngineAssembly = "SpectralAnalyzer.Core";
    private const string EngineType = "SpectralAnalyzer.Core.SpectralEngine";

    private static readonly Lazy<ISpectralEngine> s_engine = new(Load);

    /// <summary>Gets the engine.</summary>
    /// <exception cref="SpectralException">The lib folder of the module is incomplete.</exception>
    public static ISpectralEngine Engine => s_engine.Value;

    private static ISpectralEngine Load()
    {
        var moduleFolder = Path.GetDirectoryName(typeof(EngineHost).Assembly.Location)!;
        var enginePath = Path.Combine(moduleFolder, "lib", EngineAssembly + ".dll");
        if (!File.Exists(enginePath))
            throw Incomplete($"'{enginePath}' is missing.");
        var engine = new EngineLoadContext(enginePath).LoadEngine();
        var type = engine.GetType(EngineType) ?? throw Incomplete($"'{enginePath}' has no {EngineType}.");
        return (ISpectralEngine)Activator.CreateInstance(type)!;
    }

    private static SpectralException Incomplete(string what) => new(
        SpectralErrorIds.ModuleIncomplete,
        SpectralErrorCategory.Internal,
        $"The engine of the module cannot be loaded: {what}",
        "Install the module again, or build it with 'dotnet build'.");
}
