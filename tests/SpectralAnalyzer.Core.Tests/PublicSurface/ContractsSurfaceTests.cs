using System.Reflection;

namespace SpectralAnalyzer.Core.Tests.PublicSurface;

/// <summary>
/// Contracts is loaded into PowerShell's own context, together with every other module: it needs nothing but .NET itself, and
/// none of its members has a type of a package.
/// </summary>
public sealed class ContractsSurfaceTests
{
    private const BindingFlags Visible =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly s_contracts = typeof(Spectrum).Assembly;

    [Fact]
    public void Contracts_refers_to_dotnet_alone() =>
        Assert.All(s_contracts.GetReferencedAssemblies(),
            name => Assert.True(IsDotnet(name), $"Contracts refers to {name.Name}."));

    [Fact]
    public void No_member_that_a_user_sees_is_of_a_packages_type()
    {
        var seen = s_contracts.GetExportedTypes().SelectMany(TypesOf).ToArray();

        Assert.True(seen.Length > 200, "The walk along the members finds too little to be right.");
        Assert.All(seen, pair => Assert.True(
            pair.Type.Assembly == s_contracts || IsDotnet(pair.Type.Assembly.GetName()),
            $"{pair.Member} is of {pair.Type.FullName} from {pair.Type.Assembly.GetName().Name}."));
    }

    [Fact]
    public void The_walk_sees_into_generic_types_arrays_and_references() =>
        Assert.Equal(
            [typeof(Func<,>), typeof(List<>), typeof(Spectrum), typeof(int)],
            Parts(typeof(Func<List<Spectrum[]>, int>))
                .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type));

    private static IEnumerable<(string Member, Type Type)> TypesOf(Type type)
    {
        var found = new List<(string, Type?)> { (type.Name, type.BaseType) };
        found.AddRange(type.GetInterfaces().Select(face => (type.Name, (Type?)face)));
        foreach (var member in type.GetMembers(Visible))
        {
            var name = $"{type.Name}.{member.Name}";
            switch (member)
            {
                case MethodBase method when method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly:
                    found.AddRange(method.GetParameters().Select(parameter => (name, (Type?)parameter.ParameterType)));
                    found.Add((name, (method as MethodInfo)?.ReturnType));
                    found.AddRange(member.GetCustomAttributesData().Select(attribute => (name, (Type?)attribute.AttributeType)));
                    break;
                case FieldInfo field when field.IsPublic || field.IsFamily:
                    found.Add((name, field.FieldType));
                    break;
                case PropertyInfo property when property.GetMethod is { IsPublic: true }
                    || property.SetMethod is { IsPublic: true }:
                    found.Add((name, property.PropertyType));
                    break;
            }
        }

        return found.Where(pair => pair.Item2 is not null)
            .SelectMany(pair => Parts(pair.Item2!).Select(part => (pair.Item1, part)));
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericParameter ? [] : [type, .. type.GetGenericArguments().SelectMany(Parts)];
    }

    private static bool IsDotnet(AssemblyName name) =>
        name.Name is "System.Private.CoreLib" or "netstandard" || name.Name!.StartsWith("System.", StringComparison.Ordinal)
            && name.Name != "System.Management.Automation"
            && File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name.Name + ".dll"));
}
