namespace SpectralAnalyzer.PowerShell.Loading;

/// <summary>
/// The engine of this process. It is loaded with its first use, so that importing the module costs next to nothing, and
/// it stays: every runspace shares it, and a module that is removed and imported again finds it as it was.
/// </summary>
internal static class EngineHost
{
    private const string EngineAssembly = "SpectralAnalyzer.Core";
    private const string EngineType = "SpectralAnalyzer.Core.SpectralEngine";

    private static readonly Lazy<ISpectralEngine> Loaded = new(Load);

    /// <summary>The engine.</summary>
    /// <exception cref="SpectralException">The module's lib folder is incomplete.</exception>
    public static ISpectralEngine Engine => Loaded.Value;

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
        $"The module's engine cannot be loaded: {what}",
        "Install the module again, or build it with 'dotnet build'.");
}
