namespace SpectralAnalyzer.PowerShell.Defaults;

/// <summary>The defaults of the session and of the user.</summary>
internal static class DefaultStore
{
    /// <summary>Returns the defaults of a scope, in the order of their names.</summary>
    /// <exception cref="SpectralException">The user's file cannot be used.</exception>
    internal static IReadOnlyList<SpectralDefault> Read(SpectralDefaultScope scope)
    {
        var isSession = scope == SpectralDefaultScope.Session;
        var path = isSession ? null : DefaultsFile.Path;
        var values = isSession ? SessionDefaults.Values : DefaultsFile.Read();
        return
        [
            .. DefaultNames.All.Where(values.ContainsKey).Select(name => new SpectralDefault
            {
                Name = name,
                Value = values[name],
                Scope = scope,
                Path = path,
            }),
        ];
    }

    /// <summary>Returns the default that applies for each name.</summary>
    /// <exception cref="SpectralException">The user's file cannot be used.</exception>
    internal static IReadOnlyList<SpectralDefault> ReadApplied()
    {
        var session = Read(SpectralDefaultScope.Session);
        var user = Read(SpectralDefaultScope.User);
        return
        [
            .. DefaultNames.All
                .Select(name => session.FirstOrDefault(d => d.Name == name) ?? user.FirstOrDefault(d => d.Name == name))
                .OfType<SpectralDefault>(),
        ];
    }

    /// <summary>Changes defaults of a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="change">Changes the values by name.</param>
    /// <exception cref="SpectralException">The user's file cannot be used.</exception>
    internal static void Change(SpectralDefaultScope scope, Action<Dictionary<string, object>> change)
    {
        if (scope == SpectralDefaultScope.Session)
        {
            change(SessionDefaults.Values);
            return;
        }

        var values = DefaultsFile.Read();
        change(values);
        DefaultsFile.Write(values);
    }
}
