using System.Reflection;
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

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Contracts.GetName().Name)
            return Contracts;
        var path = _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }
}
