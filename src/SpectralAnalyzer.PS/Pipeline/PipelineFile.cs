using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The file that an object of the pipeline stands for.</summary>
internal static class PipelineFile
{
    private static readonly string[] s_properties = ["PSPath", "LiteralPath", "LP", "FullName", "SamplePath"];

    /// <summary>Returns the path, and whether it has no wildcards.</summary>
    /// <exception cref="SpectralException">The object is not a file.</exception>
    internal static (string Path, bool IsLiteral) GetPath(PSObject input)
    {
        if (input.BaseObject is string path)
            return (path, false);
        foreach (var name in s_properties)
        {
            if (input.Properties[name]?.Value is { } value
                && LanguagePrimitives.ConvertTo<string>(value) is { Length: > 0 } found)
                return (found, true);
        }

        throw new SpectralException(
            SpectralErrorIds.NotAFile,
            SpectralErrorCategory.InvalidArgument,
            $"An object of the type {input.TypeNames.FirstOrDefault()} is not a file.",
            "Pipe files, their paths, or objects that stand for a file.");
    }
}
