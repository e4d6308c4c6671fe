using System.Text;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Writes method files, each whole or not at all.</summary>
internal static class MethodFiles
{
    private const string SchemaName = "spectral-method.schema.json";

    /// <summary>Writes a file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="text">The content.</param>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    internal static void Write(string path, string text, bool overwrite)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(unfinished, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(unfinished, path, overwrite);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Writes the schema that the first line of a method file names, unless it is there.</summary>
    /// <returns>The path of the schema; null where it is there already.</returns>
    internal static string? WriteSchema(string methodPath, string schema)
    {
        var path = Path.Combine(Path.GetDirectoryName(methodPath) ?? "", SchemaName);
        if (File.Exists(path))
            return null;
        Write(path, schema, overwrite: false);
        return path;
    }
}
