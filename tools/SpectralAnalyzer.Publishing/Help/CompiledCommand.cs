using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>Reads the facts of a cmdlet from its compiled type.</summary>
internal static class CompiledCommand
{
    /// <summary>The facts of a cmdlet.</summary>
    internal static CommandFacts Facts(CmdletInfo cmdlet)
    {
        var cmdletObject = Activator.CreateInstance(cmdlet.ImplementingType)!;
        var sets = cmdlet.ParameterSets.OrderByDescending(set => set.IsDefault).ThenBy(set => set.Name, StringComparer.Ordinal)
            .ToArray();
        var parameters = cmdlet.Parameters.Values
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => (parameter.Name, FactsOf(parameter, sets, cmdletObject)))
            .ToArray();
        return new CommandFacts
        {
            Name = cmdlet.Name,
            HelpUri = cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()?.HelpUri ?? "",
            Sets = [.. sets.Select(set => set.Name)],
            Parameters = parameters,
            Inputs = [.. parameters.Where(p => p.Item2.Sets.Any(s => s.ByValue || s.ByPropertyName))
                .Select(p => p.Item2.Type).Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty("None")],
            Outputs = [.. cmdlet.OutputType.Select(output => output.Name).Distinct().Order(StringComparer.Ordinal)
                .DefaultIfEmpty("None")],
        };
    }

    private static ParameterFacts FactsOf(ParameterMetadata parameter, CommandParameterSetInfo[] sets, object cmdlet)
    {
        var uses = sets
            .Select(set => (set.Name, Parameter: set.Parameters.FirstOrDefault(p => p.Name == parameter.Name)))
            .Where(use => use.Parameter is not null)
            .Select(use => new ParameterSetFacts(
                use.Name,
                use.Parameter!.Position == int.MinValue ? null : use.Parameter.Position,
                use.Parameter.IsMandatory,
                use.Parameter.ValueFromPipeline,
                use.Parameter.ValueFromPipelineByPropertyName))
            .ToArray();
        if (uses.Length == sets.Length && uses.All(use => use with { Name = "" } == uses[0] with { Name = "" }))
            uses = [uses[0] with { Name = ParameterSetFacts.All }];
        return new ParameterFacts
        {
            Type = Plain(parameter.ParameterType).FullName!,
            DefaultValue = DefaultOf(parameter, cmdlet),
            SupportsWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            Aliases = [.. parameter.Aliases],
            Sets = uses,
            AcceptedValues = AcceptedValues(parameter),
            HelpMessage = parameter.Attributes.OfType<ParameterAttribute>().Select(a => a.HelpMessage)
                .FirstOrDefault(text => !string.IsNullOrEmpty(text)) ?? "",
        };
    }

    private static string DefaultOf(ParameterMetadata parameter, object cmdlet)
    {
        if (parameter.Attributes.OfType<PSDefaultValueAttribute>().SingleOrDefault() is { } stated)
            return stated.Help;
        var value = cmdlet.GetType().GetProperty(parameter.Name)?.GetValue(cmdlet);
        var range = parameter.Attributes.OfType<ValidateRangeAttribute>().SingleOrDefault();
        return value switch
        {
            null => "",
            SwitchParameter or false => "False",
            string text => text,
            // A value that is not accepted marks the parameter as not given: it is no default.
            IComparable number when range is { MinRange: not null } && number.CompareTo(range.MinRange) < 0 => "",
            IEnumerable items => string.Join(", ", items.Cast<object>()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string[] AcceptedValues(ParameterMetadata parameter)
    {
        var type = Plain(parameter.ParameterType);
        var item = type.IsArray ? type.GetElementType()! : type;
        return item.IsEnum
            ? Enum.GetNames(item)
            : [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)
                .Concat(parameter.Attributes.SelectMany(WordsOf))];
    }

    // the cmdlets are loaded by path, so that their attributes are known by the names of their members only
    private static IEnumerable<string> WordsOf(Attribute attribute) =>
        attribute.GetType().GetProperty("AcceptedValues")?.GetValue(attribute) as IEnumerable<string> ?? [];

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
