using System.Management.Automation;
using System.Reflection;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>
/// No package shows through: what a user or another module touches is .NET's, PowerShell's or the module's own.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Reachable =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static Assembly[] Assemblies { get; } =
        [.. ((string[])["SpectralAnalyzer.Contracts.dll", "SpectralAnalyzer.PS.dll"])
            .Select(file => Assembly.LoadFrom(Path.Combine(StagedModule.Folder, file)))];

    private static Type[] Types { get; } = [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes())];

    [Fact]
    public void Neither_assembly_references_a_package()
    {
        var references = Assemblies
            .SelectMany(assembly => assembly.GetReferencedAssemblies(), (assembly, reference) => (assembly, reference))
            .Where(pair => !IsOurOwn(pair.reference.Name!))
            .Select(pair => $"{pair.assembly.GetName().Name} -> {pair.reference.Name}");
        Assert.Empty(references);
    }

    [Fact]
    public void No_member_has_the_type_of_a_package()
    {
        var foreign = Types
            .SelectMany(type => Signature(type).Prepend(type.BaseType).Concat(type.GetInterfaces()).OfType<Type>(),
                (type, used) => (type, used))
            .Where(pair => !IsOurOwn(pair.used.Assembly.GetName().Name!))
            .Select(pair => $"{pair.type} shows {pair.used}");
        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_cmdlet_states_what_it_emits_in_types_of_its_own()
    {
        var cmdlets = Types.Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null).ToArray();
        Assert.NotEmpty(cmdlets);
        foreach (var cmdlet in cmdlets)
        {
            Assert.True(cmdlet.IsSealed, $"{cmdlet.Name} is not sealed.");
            var outputs = cmdlet.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).ToArray();
            Assert.NotEmpty(outputs);
            Assert.All(outputs,
                output => Assert.True(IsOurOwn(output.Type!.Assembly.GetName().Name!), $"{cmdlet.Name} emits {output.Name}."));
        }
    }

    [Fact]
    public void The_cmdlets_show_nothing_but_themselves() =>
        Assert.All(
            Assemblies[1].GetExportedTypes(),
            type => Assert.True(
                typeof(Cmdlet).IsAssignableFrom(type) || typeof(Attribute).IsAssignableFrom(type)
                    || typeof(IArgumentCompleter).IsAssignableFrom(type)
                    // PowerShell calls it for a member that the types file adds
                    || type.Name is "ComparisonMembers" or "SerializedForm",
                $"{type} is public."));

    private static IEnumerable<Type> Signature(Type type)
    {
        var members = type.GetMembers(Reachable);
        var used = members.OfType<MethodBase>().Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)
                .Append(method is MethodInfo info ? info.ReturnType : typeof(void)))
            .Concat(members.OfType<FieldInfo>().Where(field => field.IsPublic || field.IsFamily)
                .Select(field => field.FieldType));
        return used.SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static bool IsOurOwn(string assembly) =>
        assembly is "SpectralAnalyzer.Contracts" or "SpectralAnalyzer.PS" or "System.Management.Automation"
            or "netstandard" or "mscorlib"
        || IsDotNet(assembly);

    // .NET's own: it lies in the folder of the shared framework.
    private static bool IsDotNet(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));
}
