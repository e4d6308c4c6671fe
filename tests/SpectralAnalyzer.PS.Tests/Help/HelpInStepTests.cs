using System.Management.Automation;
using System.Reflection;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using SpectralAnalyzer.Publishing.Help;

namespace SpectralAnalyzer.PowerShell.Tests.Help;

/// <summary>The pages, what Get-Help reads and the compiled cmdlets say the same.</summary>
public sealed class HelpInStepTests
{
    public static TheoryData<string> Names => HelpPages.Names;

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet()
    {
        var cmdlets = Assembly.LoadFrom(Path.Combine(StagedModule.Folder, "SpectralAnalyzer.PS.dll")).GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}")
            .ToArray();
        var pages = HelpPages.Commands.Select(page => page.Name).ToArray();
        Assert.True(
            cmdlets.All(pages.Contains),
            $"No page: {string.Join(", ", cmdlets.Except(pages))}. '{HelpPages.Remedy}' drafts it in docs/en-US; write its "
            + $"texts and three examples, then run it again.");
        Assert.True(pages.All(cmdlets.Contains), $"No cmdlet: {string.Join(", ", pages.Except(cmdlets))}. Remove its page.");
    }

    [Fact]
    public void Pages_and_what_Get_Help_reads_are_those_that_the_cmdlets_give()
    {
        var stale = HelpBuild.Files(StagedModule.RepositoryRoot)
            .Where(file => HelpPages.Text(Path.Combine(StagedModule.RepositoryRoot, file.Path)) != file.Text)
            .Select(file => file.Path)
            .ToArray();
        Assert.True(
            stale.Length == 0,
            $"Out of step: {string.Join(", ", stale)}. Build, run '{HelpPages.Remedy}', write the texts of what is new in "
            + $"docs/en-US, and run it again.");
    }

    [Fact]
    public void There_is_no_topic_whose_page_is_gone()
    {
        var topics = Directory.EnumerateFiles(Path.Combine(StagedModule.RepositoryRoot, "module", "en-US"), "about_*")
            .Select(file => Path.GetFileName(file)[..^".help.txt".Length]);
        Assert.All(topics, topic => Assert.True(File.Exists(Path.Combine(HelpPages.Folder, topic + ".md")), topic));
    }

    // what the generator holds to be so is held against what Get-Help shows and Get-Command knows
    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_shows_the_compiled_parameters(string name)
    {
        using var runspace = new ModuleRunspace();
        var command = runspace.Run("Get-Command $name", ("name", name)).WithoutErrors().Single<CmdletInfo>();
        var help = Assert.Single(runspace.Run("Get-Help $name -Full", ("name", name)).WithoutErrors().Output);
        Assert.Equal(name, Text(help, "Name"));
        var shown = Items(help, "parameters", "parameter").ToDictionary(p => Text(p, "name"), StringComparer.Ordinal);
        var compiled = command.Parameters.Values.Where(p => !Cmdlet.CommonParameters.Contains(p.Name)).ToArray();
        Assert.Equal(compiled.Select(p => p.Name).Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("ProgressAction", shown.Keys);
        foreach (var parameter in compiled)
        {
            var uses = parameter.ParameterSets.Values.ToArray();
            var of = shown[parameter.Name];
            Assert.Equal(TypeName(parameter.ParameterType), Text(of, "type", "name"));
            Assert.Equal(parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases), Text(of, "aliases"));
            Assert.Equal(uses[0].Position == int.MinValue ? "named" : uses[0].Position.ToString(), Text(of, "position"));
            Assert.Equal(
                uses.Any(use => use.ValueFromPipeline), Text(of, "pipelineInput").Contains("ByValue", StringComparison.Ordinal));
            Assert.Equal(uses.Any(use => use.ValueFromPipelineByPropertyName),
                Text(of, "pipelineInput").Contains("ByPropertyName", StringComparison.Ordinal));
            Assert.Equal(parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(), bool.Parse(Text(of, "globbing")));
            AssertDefault(command, parameter, Text(of, "defaultValue"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_shows_the_compiled_parameter_sets_and_outputs(string name)
    {
        using var runspace = new ModuleRunspace();
        var command = runspace.Run("Get-Command $name", ("name", name)).WithoutErrors().Single<CmdletInfo>();
        var help = Assert.Single(runspace.Run("Get-Help $name -Full", ("name", name)).WithoutErrors().Output);
        var shown = Items(help, "syntax", "syntaxItem").Select(item => string.Join(' ', Items(item, "parameter")
            .Select(p => $"{Text(p, "name")}/{Text(p, "position")}/{Text(p, "required")}").Order(StringComparer.Ordinal)));
        var compiled = command.ParameterSets.Select(set => string.Join(' ', set.Parameters
            .Where(p => !Cmdlet.CommonParameters.Contains(p.Name))
            .Select(p => $"{p.Name}/{(p.Position == int.MinValue ? "named" : p.Position)}/{(p.IsMandatory ? "true" : "false")}")
                .Order(StringComparer.Ordinal)));
        Assert.Equal(compiled.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        var returned = Items(help, "returnValues", "returnValue").Select(value => Text(value, "type", "name"));
        Assert.Equal(
            command.OutputType.Select(type => type.Name).Order(StringComparer.Ordinal), returned.Order(StringComparer.Ordinal));
        var taken = Items(help, "inputTypes", "inputType").Select(value => Text(value, "type", "name"));
        var piped = command.Parameters.Values
            .Where(p => p.ParameterSets.Values.Any(use => use.ValueFromPipeline || use.ValueFromPipelineByPropertyName))
            .Select(p => p.ParameterType.FullName!).Distinct().DefaultIfEmpty("None");
        Assert.Equal(piped.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    private static void AssertDefault(CmdletInfo command, ParameterMetadata parameter, string shown)
    {
        if (parameter.Attributes.OfType<PSDefaultValueAttribute>().SingleOrDefault() is { } stated)
        {
            Assert.Equal(stated.Help, shown);
            return;
        }

        var value = command.ImplementingType.GetProperty(parameter.Name)?.GetValue(
            Activator.CreateInstance(command.ImplementingType));
        switch (value)
        {
            case SwitchParameter or bool:
                Assert.Equal("False", shown);
                break;
            case string { Length: > 0 } or Enum or TimeSpan:
                Assert.Equal(value.ToString(), shown);
                break;
            case int or double when shown != "None":
                Assert.Equal(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture), shown);
                break;
            case null or "" or int or double:
                Assert.Equal("None", shown);
                break;
            case Array array:
                Assert.Equal(array.Length == 0 ? "None" : string.Join(", ", array.Cast<object>()), shown);
                break;
        }
    }

    private static string TypeName(Type type) => type switch
    {
        { IsArray: true } => TypeName(type.GetElementType()!) + "[]",
        _ when Nullable.GetUnderlyingType(type) is { } underlying => TypeName(underlying),
        _ when type == typeof(string) => "string",
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "long",
        _ when type == typeof(double) => "double",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(object) => "object",
        _ when type == typeof(PSCredential) => "pscredential",
        _ => type.Name,
    };

    private static PSObject[] Items(PSObject part, params string[] path) => Member(part, path) switch
    {
        null => [],
        object[] array => [.. array.Select(PSObject.AsPSObject)],
        var one => [PSObject.AsPSObject(one)],
    };

    private static string Text(PSObject part, params string[] path) => Member(part, path)?.ToString() ?? "";

    private static object? Member(PSObject part, string[] path)
    {
        object? value = part;
        foreach (var name in path)
            value = value is null ? null : PSObject.AsPSObject(value).Properties[name]?.Value;
        return value is PSObject { BaseObject: object[] array } ? array : value;
    }
}
