using System.Management.Automation;
using System.Reflection;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using SpectralAnalyzer.Publishing.Help;

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

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_says_what_it_is_for(string name)
    {
        var summaries = new CodeSummaries(StagedModule.RepositoryRoot);
        Assert.All(
            Parameters(name),
            p =>
            {
                var message = p.GetCustomAttributes<ParameterAttribute>().Select(a => a.HelpMessage)
                    .FirstOrDefault(text => !string.IsNullOrEmpty(text));
                Assert.True(message is not null, $"-{p.Name} of {name} has no HelpMessage.");
                Assert.EndsWith(".", message, StringComparison.Ordinal);
                if (summaries.Find(Cmdlets[name], p.Name) is { } summary)
                    Assert.StartsWith(message, summary, StringComparison.Ordinal);
            });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cmdlet_has_a_page_on_the_web(string name)
    {
        var cmdlet = Cmdlets[name].GetCustomAttribute<CmdletAttribute>()!;
        Assert.True(Uri.TryCreate(cmdlet.HelpUri, UriKind.Absolute, out var address));
        Assert.Equal(("https", $"#{cmdlet.VerbName}-{cmdlet.NounName}"), (address.Scheme, address.Fragment));
    }

    private static PropertyInfo[] Parameters(string name) =>
        [.. Cmdlets[name].GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute)))];
}
