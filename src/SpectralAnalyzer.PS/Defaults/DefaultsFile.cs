using System.Text.Json;

namespace SpectralAnalyzer.PowerShell.Defaults;

/// <summary>The file with the defaults of the user.</summary>
internal static class DefaultsFile
{
    private const string Variable = "SPECTRALANALYZER_DEFAULTS";

    private static readonly JsonDocumentOptions s_reading = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>
    /// Gets the full path: the one that the environment variable SPECTRALANALYZER_DEFAULTS names, else
    /// SpectralAnalyzer/defaults.json in the user's configuration folder.
    /// </summary>
    internal static string Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } stated
        ? System.IO.Path.GetFullPath(stated)
        : System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "SpectralAnalyzer",
            "defaults.json");

    /// <summary>Returns the values by name; none if there is no file.</summary>
    /// <exception cref="SpectralException">The file cannot be read, or is not valid.</exception>
    internal static Dictionary<string, object> Read()
    {
        var path = Path;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), s_reading);
            return DefaultsJson.Read(document.RootElement);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException e)
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidDefaults,
                SpectralErrorCategory.InvalidData,
                $"The defaults in '{path}' are not valid. {e.Message}",
                "Correct the file, or remove it with Clear-SpectralDefault -Scope User.",
                (int?)e.LineNumber + 1,
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(
                SpectralErrorIds.DefaultsUnreadable,
                e is IOException ? SpectralErrorCategory.Read : SpectralErrorCategory.Permission,
                $"The defaults in '{path}' cannot be read. {e.Message}",
                $"Check the file, or name another in the environment variable {Variable}.",
                innerException: e);
        }
    }

    /// <summary>Writes the values; without any, the file is removed.</summary>
    /// <exception cref="SpectralException">The file cannot be written.</exception>
    internal static void Write(Dictionary<string, object> values)
    {
        var path = Path;
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            if (values.Count == 0)
            {
                if (File.Exists(path))
                    File.Delete(path);
                return;
            }

            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(unfinished, DefaultsJson.Write(values));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw new SpectralException(
                SpectralErrorIds.WriteFailed,
                SpectralErrorCategory.Write,
                $"The defaults in '{path}' cannot be written. {e.Message}",
                $"Check the folder, or name another file in the environment variable {Variable}.",
                innerException: e);
        }
    }
}
