using System.Management.Automation;
using System.Reflection;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>What all parameters of all cmdlets have in common.</summary>
public sealed class ParameterTests
{
    public static TheoryData<string> Names => [.. Cmdlets.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, Type> Cmdlets { get; } =
        Assembly.LoadFrom(Path.Combine(StagedModule.Folder, "SpectralAnalyzer.PS.dll")).GetExportedTypes()
            .Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null)
            .ToDictionary(type => type.Name, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_switch_is_on_by_default(string name)
    {
        var cmdlet = Activator.CreateInstance(Cmdlets[name]);
        Assert.All(
            Parameters(name).Where(p => p.PropertyType == typeof(SwitchParameter)),
            p => Assert.False(((SwitchParameter)p.GetValue(cmdlet)!).IsPresent, $"-{p.Name} of {name} is on by default."));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_time_is_a_TimeSpan_that_takes_seconds(string name)
    {
        Assert.DoesNotContain(
            Parameters(name),
            p => p.Name.EndsWith("Seconds", StringComparison.Ordinal) || p.Name.EndsWith("Minutes", StringComparison.Ordinal));
        Assert.All(
            Parameters(name).Where(p => p.PropertyType == typeof(TimeSpan)),
            p =>
            {
                var attributes = p.GetCustomAttributes().Select(a => a.GetType().Name).ToList();
                Assert.Contains("TimeSpanTransformationAttribute", attributes);
                Assert.Contains("ValidateTimeSpanAttribute", attributes);
            });
    }

    private static PropertyInfo[] Parameters(string name) =>
        [.. Cmdlets[name].GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute)))];
}
