using System.Reflection;
using System.Runtime.Loader;

namespace SpectralAnalyzer.Dashboard.Hosting;

/// <summary>
/// Loads the server and ASP.NET Core, which pwsh does not have, separately from all other modules. The contracts and this
/// assembly are shared with the default context.
/// </summary>
internal sealed class ServerLoadContext(string folder) : AssemblyLoadContext("SpectralAnalyzer.Dashboard")
{
    private static readonly Assembly[] s_shared = [typeof(ISpectralEngine).Assembly, typeof(ServerLoadContext).Assembly];

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Array.Find(s_shared, a => a.GetName().Name == assemblyName.Name) is { } shared)
            return shared;
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
