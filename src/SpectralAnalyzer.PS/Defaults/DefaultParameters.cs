using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Defaults;

/// <summary>Sets the parameters of a cmdlet that are not stated to their defaults.</summary>
internal static class DefaultParameters
{
    /// <summary>Sets the parameters. Each is reported as a verbose message.</summary>
    /// <exception cref="SpectralException">The user's file cannot be used.</exception>
    internal static void Apply(PSCmdlet cmdlet)
    {
        var parameters = cmdlet.GetType().GetProperties()
            .Where(p => p.IsDefined(typeof(SuppliedByDefaultAttribute)) && IsOpen(cmdlet, p))
            .ToList();
        if (parameters.Count == 0)
            return;
        foreach (var one in DefaultStore.ReadApplied())
        {
            if (parameters.Find(p => p.Name == one.Name) is not { } parameter)
                continue;
            // no transformation applies to a default, only the conversion of PowerShell
            var value = LanguagePrimitives.ConvertTo(one.Value, parameter.PropertyType, CultureInfo.InvariantCulture);
            parameter.SetValue(cmdlet, value);
            var where = one.Path is { } path ? $"'{path}'" : "this session";
            cmdlet.WriteDetail($"-{one.Name} {one.Text}: the default of {where}.");
        }
    }

    // a parameter that would have no effect is not supplied either
    private static bool IsOpen(PSCmdlet cmdlet, PropertyInfo parameter) =>
        !cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter.Name)
        && parameter.GetCustomAttributes<ParameterAttribute>().Any(a =>
            a.ParameterSetName == ParameterAttribute.AllParameterSets || a.ParameterSetName == cmdlet.ParameterSetName)
        && ParameterRules.FindReason(cmdlet, parameter.Name) is null;
}
