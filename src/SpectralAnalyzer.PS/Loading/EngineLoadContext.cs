using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace SpectralAnalyzer.PowerShell.Loading;

/// <summary>
/// Holds the engine and its packages, apart from what other modules of the session bring in other versions.
/// The contracts are the one assembly that both sides share.
/// </summary>
internal sealed class EngineLoadContext(string enginePath) : AssemblyLoadContext("SpectralAnalyzer")
{
    private static readonly Assembly Contracts = typeof(ISpectralEngine).Assembly;

    private readonly AssemblyDependencyResolver _resolver = new(enginePath);

    // what the build has compiled ahead of time for this platform: the same assemblies, with code that need not be compiled here
    private readonly string _ahead = Path.Combine(
        Path.GetDirectoryName(enginePath)!,
        "ahead",
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());

    /// <summary>Loads the engine's own assembly.</summary>
    public Assembly LoadEngine() => LoadFromAssemblyPath(AheadOf(enginePath));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Contracts.GetName().Name)
            return Contracts;
        var path = _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(AheadOf(path));
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    private string AheadOf(string path)
    {
        var ahead = Path.Combine(_ahead, Path.GetFileName(path));
        return File.Exists(ahead) ? ahead : path;
    }
}
