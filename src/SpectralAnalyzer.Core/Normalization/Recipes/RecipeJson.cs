using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>Recipes as JSON: the form of their files and of an AI's answers.</summary>
internal static class RecipeJson
{
    private const int Version = 1;
    private const int MostColumns = 20_000;
    private const int LongestReason = 500;

    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The words for delimiters, the usual one of each first.</summary>
    public static IReadOnlyDictionary<string, Delimiter> Delimiters { get; } = new Dictionary<string, Delimiter>(StringComparer.OrdinalIgnoreCase)
    {
        ["comma"] = Delimiter.Comma,
        ["semicolon"] = Delimiter.Semicolon,
        ["tab"] = Delimiter.Tab,
        ["pipe"] = Delimiter.Pipe,
        ["blanks"] = Delimiter.Blanks,
        [","] = Delimiter.Comma,
        [";"] = Delimiter.Semicolon,
        ["\t"] = Delimiter.Tab,
        ["|"] = Delimiter.Pipe,
        [" "] = Delimiter.Blanks,
        ["blank"] = Delimiter.Blanks,
        ["space"] = Delimiter.Blanks,
        ["spaces"] = Delimiter.Blanks,
        ["whitespace"] = Delimiter.Blanks,
        ["none"] = Delimiter.None,
    };

    /// <summary>The words for arrangements.</summary>
    public static IReadOnlyDictionary<string, TableArrangement> Arrangements { get; } = new Dictionary<string, TableArrangement>(StringComparer.OrdinalIgnoreCase)
    {
        ["columns"] = TableArrangement.Columns,
        ["column_pairs"] = TableArrangement.ColumnPairs,
        ["rows"] = TableArrangement.Rows,
        ["implicit_x"] = TableArrangement.ImplicitX,
        ["packed"] = TableArrangement.Packed,
        ["key_value"] = TableArrangement.KeyValue,
    };

    /// <summary>The layout's fields as an AI is to answer them.</summary>
    public static JsonObject Fields(TableLayout layout) => new()
    {
        ["delimiter"] = Word(layout.Delimiter),
        ["decimal_mark"] = Word(layout.DecimalMark),
        ["header_line"] = layout.HeaderLine,
        ["first_data_line"] = layout.FirstDataLine,
        ["x_column"] = layout.XColumn,
        ["y_columns"] = new JsonArray([.. layout.YColumns.Take(50).Select(y => JsonValue.Create(y))]),
        ["x_unit"] = Word(layout.Axis.Unit),
        ["ordinate"] = Word(layout.Ordinate.Kind),
        ["arrangement"] = Word(layout.Arrangement),
    };

    /// <summary>The text of a recipe's file.</summary>
    public static string Write(LayoutRecipe recipe)
    {
        var json = new JsonObject
        {
            ["version"] = Version,
            ["fingerprint"] = recipe.Fingerprint,
            ["name"] = recipe.Name,
            ["approved"] = recipe.IsApproved,
            ["origin"] = recipe.Origin.ToString().ToLowerInvariant(),
            ["model"] = recipe.Model,
            ["created"] = recipe.Created.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["delimiter"] = Word(recipe.Delimiter),
            ["decimal_mark"] = Word(recipe.DecimalMark),
            ["header_line"] = recipe.HeaderLine,
            ["first_data_line"] = recipe.FirstDataLine,
            ["x_column"] = recipe.XColumn,
            ["y_columns"] = new JsonArray([.. recipe.YColumns.Select(y => JsonValue.Create(y))]),
            ["x_unit"] = Word(recipe.XUnit),
            ["ordinate"] = Word(recipe.Ordinate),
            ["arrangement"] = Word(recipe.Arrangement),
            ["confidence"] = Math.Round(recipe.Confidence, 4),
            ["reason"] = recipe.Reason,
        };
        return json.ToJsonString(s_readable) + "\n";
    }

    /// <summary>Reads a recipe.</summary>
    /// <param name="text">JSON; the fields that an AI answers are enough.</param>
    /// <exception cref="SpectralException">It is no recipe; the message says what is wrong with it.</exception>
    public static LayoutRecipe Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : throw Invalid("it is no JSON object");
        }
        catch (JsonException e)
        {
            throw Invalid("it is no JSON", e);
        }
    }

    private static LayoutRecipe Read(JsonElement json)
    {
        if (json.TryGetProperty("version", out var version) && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == Version))
            throw Invalid(FormattableString.Invariant($"'version' is not {Version}: it is of another version of this program"));
        var recipe = new LayoutRecipe
        {
            Fingerprint = Text(json, "fingerprint") ?? "",
            Name = Text(json, "name"),
            IsApproved = json.TryGetProperty("approved", out var approved) && approved.ValueKind == JsonValueKind.True,
            Origin = Text(json, "origin") == "ai" ? RecipeOrigin.Ai : RecipeOrigin.Human,
            Model = Text(json, "model"),
            Created = DateTime.TryParse(Text(json, "created"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var made) ? made : default,
            Delimiter = Delimiters.TryGetValue(Needed(json, "delimiter"), out var delimiter) ? delimiter : throw Invalid("'delimiter' is none of comma, semicolon, tab, pipe, blanks"),
            DecimalMark = Needed(json, "decimal_mark").ToLowerInvariant() switch
            {
                "point" or "." or "dot" or "period" => DecimalMark.Point,
                "comma" or "," => DecimalMark.Comma,
                _ => throw Invalid("'decimal_mark' is neither point nor comma"),
            },
            HeaderLine = Line(json, "header_line", needed: false),
            FirstDataLine = Line(json, "first_data_line", needed: true)!.Value,
            XColumn = Line(json, "x_column", needed: true)!.Value,
            YColumns = Columns(json),
            XUnit = Unit(Text(json, "x_unit")),
            Ordinate = Kind(Text(json, "ordinate")),
            Arrangement = Arrangement(json),
            Confidence = json.TryGetProperty("confidence", out var sure) && sure.ValueKind == JsonValueKind.Number && sure.GetDouble() is >= 0 and <= 1 and var value
                ? value : throw Invalid("'confidence' is no number from 0 to 1"),
            Reason = Text(json, "reason") is { } reason ? reason[..Math.Min(reason.Length, LongestReason)] : null,
        };
        if (recipe.HeaderLine >= recipe.FirstDataLine)
            throw Invalid("'header_line' is not before 'first_data_line'");
        if (recipe.YColumns.Contains(recipe.XColumn))
            throw Invalid("'x_column' is one of 'y_columns'");
        return recipe;
    }

    private static TableArrangement Arrangement(JsonElement json) =>
        Text(json, "arrangement") is not { Length: > 0 } word ? TableArrangement.Columns
        : Arrangements.TryGetValue(word, out var arrangement) ? arrangement
        : throw Invalid($"'arrangement' is none of {string.Join(", ", Arrangements.Keys)}");

    private static string? Text(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Invalid($"'{name}' is no text");

    private static string Needed(JsonElement json, string name) => Text(json, name) ?? throw Invalid($"'{name}' is missing");

    private static int? Line(JsonElement json, string name, bool needed)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return needed ? throw Invalid($"'{name}' is missing") : null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1
            ? number : throw Invalid($"'{name}' is no whole number from 1 on");
    }

    private static int[] Columns(JsonElement json)
    {
        if (!json.TryGetProperty("y_columns", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MostColumns)
            throw Invalid("'y_columns' is no list of columns");
        var columns = new HashSet<int>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out var column) || column < 1 || !columns.Add(column))
                throw Invalid("'y_columns' has an entry that is no column, or the same twice");
        }

        return [.. columns];
    }

    /// <summary>The unit that a word means; Unknown where it is none.</summary>
    public static AxisUnit Unit(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return AxisUnit.Unknown;
        var plain = word.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (Enum.TryParse<AxisUnit>(plain, ignoreCase: true, out var unit) && Enum.IsDefined(unit) && !char.IsAsciiDigit(plain[0]))
            return unit == AxisUnit.Other ? AxisUnit.Unknown : unit;
        if (plain is "deg" or "degree" or "degrees" or "°")
            return AxisUnit.DegreeTwoTheta;
        unit = StatedUnits.Axis(word, isRaman: false).Unit;
        return unit == AxisUnit.Other ? AxisUnit.Unknown : unit;
    }

    /// <summary>The ordinate that a word means; Unknown where it is none.</summary>
    public static OrdinateKind Kind(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return OrdinateKind.Unknown;
        var plain = word.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (Enum.TryParse<OrdinateKind>(plain, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(plain[0]))
            return kind == OrdinateKind.Other ? OrdinateKind.Unknown : kind;
        return OrdinateWords.Read(word);
    }

    private static string Word(Delimiter delimiter) => delimiter.ToString().ToLowerInvariant();

    private static string Word(DecimalMark mark) => mark.ToString().ToLowerInvariant();

    private static string Word(TableArrangement arrangement) => Arrangements.First(a => a.Value == arrangement).Key;

    private static string Word(AxisUnit unit) => unit switch
    {
        AxisUnit.Wavenumber => "cm-1",
        AxisUnit.RamanShift => "raman_shift",
        AxisUnit.Nanometer => "nm",
        AxisUnit.Micrometer => "um",
        AxisUnit.ElectronVolt => "eV",
        AxisUnit.DegreeTwoTheta => "deg",
        _ => "unknown",
    };

    private static string Word(OrdinateKind kind) => kind switch
    {
        OrdinateKind.PercentTransmittance => "percent_transmittance",
        OrdinateKind.PercentReflectance => "percent_reflectance",
        OrdinateKind.KubelkaMunk => "kubelka_munk",
        OrdinateKind.Other => "unknown",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static SpectralException Invalid(string why, Exception? cause = null) => new(
        "InvalidRecipe",
        SpectralErrorCategory.InvalidData,
        $"The recipe does not hold: {why}.",
        "See docs/guides/ai-normalisation.md for its fields, or make it with Save-SpectralRecipe.",
        null,
        cause);
}
