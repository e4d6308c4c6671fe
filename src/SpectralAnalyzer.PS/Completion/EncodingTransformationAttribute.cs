using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts an encoding or the number of a code page instead of a name, as the cmdlets of PowerShell do.</summary>
public sealed class EncodingTransformationAttribute : WordTransformationAttribute
{
    /// <inheritdoc/>
    protected override object? Find(object value) => value switch
    {
        Encoding encoding => encoding.WebName,
        int page => page.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
