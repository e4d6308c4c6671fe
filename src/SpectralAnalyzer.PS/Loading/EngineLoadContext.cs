using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace SpectralAnalyzer.PowerShell.Loading;

/// <summary>
/// Loads the engine and its packages separately from other modules, which may use other versions of the packages. Only the
/// contracts are shared with the default context.
/// </summary>
internal sealed class EngineLoadContext(string enginePath) : AssemblyLoadContext("SpectralAnalyzer")
{
    private static readonly Assembly s_contracts = typeof(ISpectralEngine).Assembly;

    private readonly AssemblyDependencyResolver _resolver = new(enginePath);

    // the same assemblies, compiled ahead of time for this platform
    private readonly string _ahead = Path.Combine(
        Path.GetDirectoryName(enginePath)!,
        "ahead",
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());

    /// <summary>Loads the assembly of the engine.</summary>
    public Assembly LoadEngine() => LoadFromAssemblyPath(PreferCompiled(enginePath));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == s_contracts.GetName().Name)
            return s_contracts;
        var path = _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(PreferCompiled(path));
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    private string PreferCompiled(string path)
    {
        var ahead = Path.Combine(_ahead, Path.GetFileName(path));
        return File.Exists(ahead) ? ahead : path;
    }
}
