using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// Takes results, comparisons and spectra whole through Export-Clixml, jobs and remote sessions, which keep properties only. The
/// types file adds the text of the object as a hidden property, and names this type as the converter that reads it.
/// </summary>
public sealed class SerializedForm : PSTypeConverter
{
    private const string Property = nameof(SerializedForm);
    private const string Deserialized = "Deserialized.";

    /// <summary>Returns the text of an object.</summary>
    /// <param name="instance">A result, a comparison or a spectrum.</param>
    public static string? GetText(PSObject instance) => instance?.BaseObject is SpectralResult or SpectralComparison or Spectrum
        ? EngineHost.Engine.Serialize(instance.BaseObject)
        : null;

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        Text(sourceValue, destinationType) is not null;

    /// <inheritdoc/>
    public override object ConvertFrom(
        object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        try
        {
            return EngineHost.Engine.Deserialize(Text(sourceValue, destinationType) ?? "", destinationType);
        }
        catch (SpectralException e)
        {
            throw new PSInvalidCastException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(
        object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();

    private static string? Text(object? source, Type type)
    {
        if (source is null)
            return null;
        var wrapped = PSObject.AsPSObject(source);
        return wrapped.TypeNames.Contains(Deserialized + type?.FullName) ? wrapped.Properties[Property]?.Value as string : null;
    }
}
