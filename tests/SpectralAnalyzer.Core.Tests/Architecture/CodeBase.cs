using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace SpectralAnalyzer.Core.Tests.Architecture;

/// <summary>
/// The compiled types of the product, the source files that declare them, and the references between the files.
/// </summary>
internal sealed partial class CodeBase
{
    // a type by its full name, and the file that declares it
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Loads assemblies and finds the files of their types.</summary>
    /// <param name="folders">The source folders of the assemblies, relative to the repository.</param>
    /// <param name="assemblies">The assemblies.</param>
    internal CodeBase(IEnumerable<string> folders, params Assembly[] assemblies)
    {
        foreach (var path in folders.SelectMany(Repository.SourceFiles))
        {
            var text = File.ReadAllText(path);
            var file = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
            foreach (Match type in TopLevelType().Matches(text))
                _files.TryAdd($"{NamespaceLine().Match(text).Groups[1].Value}.{type.Groups[1].Value}", file);
        }

        References =
        [
            .. new ArchLoader().LoadAssemblies(assemblies).Build().Types
                .SelectMany(type => type.Dependencies)
                .Select(dependency => (From: FileOf(dependency.Origin), To: FileOf(dependency.Target), dependency))
                .Where(pair => pair is { From: not null, To: not null } && pair.From != pair.To)
                .Select(pair =>
                    new FileReference(pair.From!, pair.To!, pair.dependency.Origin.FullName, pair.dependency.Target.FullName))
                .Distinct(),
        ];
    }

    /// <summary>Gets the references from a type of one file to a type of another.</summary>
    internal IReadOnlyList<FileReference> References { get; }

    /// <summary>Finds the groups of files that refer to each other in a circle.</summary>
    /// <returns>A text for each group, with the references that form it.</returns>
    internal IReadOnlyList<string> FindCircles()
    {
        var targets = References.ToLookup(reference => reference.From, reference => reference.To);
        var reachable = targets.ToDictionary(group => group.Key, group => Reach(group.Key, targets));
        bool IsInCircle(FileReference reference) => reachable.GetValueOrDefault(reference.To)?.Contains(reference.From) == true;

        return
        [
            .. References.Where(IsInCircle)
                .GroupBy(reference => string.Join(", ", reachable[reference.From]
                    .Where(file => reachable.GetValueOrDefault(file)?.Contains(reference.From) == true)
                        .Order(StringComparer.Ordinal)))
                .Select(circle => string.Join(Environment.NewLine,
                    circle.Select(r => $"{r.From} -> {r.To} ({r.Origin} -> {r.Target})").Prepend("circle:"))),
        ];
    }

    private static HashSet<string> Reach(string file, ILookup<string, string> targets)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(targets[file]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
                Array.ForEach([.. targets[next]], open.Push);
        }

        return reached;
    }

    // null for generated code and for other assemblies; a nested type belongs to the file of the outermost
    private string? FileOf(IType type) => _files.GetValueOrDefault(type.FullName.Split('+', '/')[0].Split('`')[0]);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(
        @"^(?:public|internal)[\w ]* (?:class|struct|record|interface|enum|delegate [\w<>?]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}

/// <summary>A reference from one source file to another.</summary>
/// <param name="From">The file that refers, relative to the repository.</param>
/// <param name="To">The file that is referred to.</param>
/// <param name="Origin">The type that refers.</param>
/// <param name="Target">The type that is referred to.</param>
internal sealed record FileReference(string From, string To, string Origin, string Target);
