using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>
/// The base of the attributes that accept other words for the values of an enumeration. The parameter is text: PowerShell itself
/// completes an enumeration, with neither other words nor a tool tip.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
public abstract class EnumWordTransformationAttribute<T> : ArgumentTransformationAttribute
    where T : struct, Enum
{
    /// <summary>Gets the names of the values.</summary>
    public IReadOnlyList<string> AcceptedValues { get; } = Enum.GetNames<T>();

    private protected abstract IReadOnlyList<CompletionWord> Words { get; }

    /// <summary>Returns the name of a value.</summary>
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var text = ((inputData as PSObject)?.BaseObject ?? inputData)?.ToString() ?? "";
        return (FindByName(text) ?? CompletionWord.Find(Words, text) ?? Find(text)?.ToString() ?? FindByStart(text))
            ?? throw new ArgumentTransformationMetadataException($"'{text}' is none of: {string.Join(", ", Words)}.");
    }

    /// <summary>Returns the value that is meant by a word that is not listed, or null.</summary>
    private protected virtual T? Find(string text) => null;

    private string? FindByName(string text) =>
        AcceptedValues.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));

    // as PowerShell does
    private string? FindByStart(string text) =>
        AcceptedValues.Where(name => text.Length > 0 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList()
            is [var only] ? only : null;
}
