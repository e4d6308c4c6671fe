using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>Reads and writes recipes as JSON: the format of their files and of an AI's answers.</summary>
internal static class RecipeJson
{
    private const int Version = 1;
    private const DateTimeStyles UniversalTime = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
    private const int MaxColumns = 20_000;
    private const int MaxCandidateColumns = 50;
    private const int MaxReasonLength = 500;

    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 16,
    };

    private static readonly Dictionary<string, Delimiter> s_delimiters = new(StringComparer.OrdinalIgnoreCase)
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

    private static readonly Dictionary<string, TableArrangement> s_arrangements = new(StringComparer.OrdinalIgnoreCase)
    {
        ["columns"] = TableArrangement.Columns,
        ["column_pairs"] = TableArrangement.ColumnPairs,
        ["rows"] = TableArrangement.Rows,
        ["implicit_x"] = TableArrangement.ImplicitX,
        ["packed"] = TableArrangement.Packed,
        ["key_value"] = TableArrangement.KeyValue,
    };

    /// <summary>Gets the names of the arrangements.</summary>
    internal static IReadOnlyCollection<string> Arrangements => s_arrangements.Keys;

    /// <summary>Writes the fields of a detected layout as an AI is asked to answer them.</summary>
    internal static JsonObject WriteLayout(TableLayout layout)
    {
        var recipe = new LayoutRecipe
        {
            Delimiter = layout.Delimiter,
            DecimalMark = layout.DecimalMark,
            HeaderLine = layout.HeaderLine,
            FirstDataLine = layout.FirstDataLine,
            YColumns = [.. layout.YColumns.Take(MaxCandidateColumns)],
            XUnit = layout.Axis.Unit,
            Ordinate = layout.Ordinate.Kind,
            Arrangement = layout.Arrangement,
        };
        var json = new JsonObject();
        AddLayout(json, recipe);
        json["x_column"] = layout.XColumn;
        return json;
    }

    /// <summary>Writes the text of a recipe's file.</summary>
    internal static string Write(LayoutRecipe recipe)
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
        };
        AddLayout(json, recipe);
        json["confidence"] = Math.Round(recipe.Confidence, 4);
        json["reason"] = recipe.Reason;
        return json.ToJsonString(s_indented) + "\n";
    }

    /// <summary>Reads a recipe.</summary>
    /// <param name="text">JSON; the fields that an AI answers are enough.</param>
    /// <exception cref="SpectralException">The text is not a recipe; the message says why.</exception>
    internal static LayoutRecipe Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, s_lenient);
            var json = document.RootElement;
            return json.ValueKind == JsonValueKind.Object ? Read(json) : throw Invalid("it is not a JSON object");
        }
        catch (JsonException e)
        {
            throw Invalid("it is not JSON", e);
        }
    }

    private static LayoutRecipe Read(JsonElement json)
    {
        if (json.TryGetProperty("version", out var version) && !(IsInteger(version, out var number) && number == Version))
            throw Invalid(FormattableString.Invariant($"'version' is not {Version}: another version of this program wrote it"));
        var recipe = new LayoutRecipe
        {
            Fingerprint = Text(json, "fingerprint") is not { Length: > 0 } fingerprint ? ""
                : LayoutFingerprint.IsValid(fingerprint) ? fingerprint
                : throw Invalid("'fingerprint' is not one that this program computes"),
            Name = Text(json, "name"),
            IsApproved = json.TryGetProperty("approved", out var approved) && approved.ValueKind == JsonValueKind.True,
            Origin = Text(json, "origin") == "ai" ? RecipeOrigin.Ai : RecipeOrigin.Human,
            Model = Text(json, "model"),
            Created = DateTime.TryParse(Text(json, "created"), CultureInfo.InvariantCulture, UniversalTime, out var created)
                ? created : default,
            Delimiter = s_delimiters.TryGetValue(Required(json, "delimiter"), out var delimiter)
                ? delimiter : throw Invalid("'delimiter' is none of comma, semicolon, tab, pipe, blanks"),
            DecimalMark = Required(json, "decimal_mark").ToLowerInvariant() switch
            {
                "point" or "." or "dot" or "period" => DecimalMark.Point,
                "comma" or "," => DecimalMark.Comma,
                _ => throw Invalid("'decimal_mark' is neither point nor comma"),
            },
            HeaderLine = Position(json, "header_line"),
            FirstDataLine = Position(json, "first_data_line") ?? throw Missing("first_data_line"),
            XColumn = Position(json, "x_column") ?? throw Missing("x_column"),
            YColumns = Columns(json),
            XUnit = Unit(Text(json, "x_unit")),
            Ordinate = Kind(Text(json, "ordinate")),
            Arrangement = Arrangement(json),
            Confidence = json.TryGetProperty("confidence", out var confidence) && confidence.ValueKind == JsonValueKind.Number
                && confidence.GetDouble() is >= 0 and <= 1 and var value
                ? value : throw Invalid("'confidence' is not a number from 0 to 1"),
            Reason = Text(json, "reason") is { } reason ? reason[..Math.Min(reason.Length, MaxReasonLength)] : null,
        };
        if (recipe.HeaderLine >= recipe.FirstDataLine)
            throw Invalid("'header_line' is not before 'first_data_line'");
        if (recipe.YColumns.Contains(recipe.XColumn))
            throw Invalid("'x_column' is one of 'y_columns'");
        return recipe;
    }

    private static TableArrangement Arrangement(JsonElement json) =>
        Text(json, "arrangement") is not { Length: > 0 } word ? TableArrangement.Columns
        : s_arrangements.TryGetValue(word, out var arrangement) ? arrangement
        : throw Invalid($"'arrangement' is none of {string.Join(", ", Arrangements)}");

    private static string? Text(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Invalid($"'{name}' is not a text");

    private static string Required(JsonElement json, string name) => Text(json, name) ?? throw Missing(name);

    private static bool IsInteger(JsonElement json, out int number)
    {
        number = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number);
    }

    private static int? Position(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : IsInteger(value, out var number) && number >= 1 ? number
        : throw Invalid($"'{name}' is not a whole number from 1 on");

    private static int[] Columns(JsonElement json)
    {
        if (!json.TryGetProperty("y_columns", out var list) || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() is 0 or > MaxColumns)
        {
            throw Invalid("'y_columns' is not a list of columns");
        }

        var columns = new HashSet<int>();
        foreach (var item in list.EnumerateArray())
        {
            if (!IsInteger(item, out var column) || column < 1 || !columns.Add(column))
                throw Invalid("'y_columns' has an entry that is not a column, or one twice");
        }

        return [.. columns];
    }

    /// <summary>Returns the unit that a word means; Unknown if it means none.</summary>
    private static AxisUnit Unit(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return AxisUnit.Unknown;
        if (IsMember<AxisUnit>(word, out var plain, out var unit))
            return unit == AxisUnit.Other ? AxisUnit.Unknown : unit;
        if (plain is "deg" or "degree" or "degrees" or "°")
            return AxisUnit.DegreeTwoTheta;
        unit = UnitWords.ToAxis(word, isRaman: false).Unit;
        return unit == AxisUnit.Other ? AxisUnit.Unknown : unit;
    }

    /// <summary>Returns the ordinate that a word means; Unknown if it means none.</summary>
    private static OrdinateKind Kind(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return OrdinateKind.Unknown;
        if (IsMember<OrdinateKind>(word, out _, out var kind))
            return kind == OrdinateKind.Other ? OrdinateKind.Unknown : kind;
        return OrdinateWords.Read(word);
    }

    private static bool IsMember<T>(string word, out string plain, out T member) where T : struct, Enum
    {
        plain = word.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Enum.TryParse(plain, ignoreCase: true, out member) && Enum.IsDefined(member) && !char.IsAsciiDigit(plain[0]);
    }

    private static void AddLayout(JsonObject json, LayoutRecipe recipe)
    {
        json["delimiter"] = Word(recipe.Delimiter);
        json["decimal_mark"] = Word(recipe.DecimalMark);
        json["header_line"] = recipe.HeaderLine;
        json["first_data_line"] = recipe.FirstDataLine;
        json["x_column"] = recipe.XColumn;
        json["y_columns"] = new JsonArray([.. recipe.YColumns.Select(y => JsonValue.Create(y))]);
        json["x_unit"] = Word(recipe.XUnit);
        json["ordinate"] = Word(recipe.Ordinate);
        json["arrangement"] = Word(recipe.Arrangement);
    }

    private static string Word(Delimiter delimiter) => delimiter.ToString().ToLowerInvariant();

    private static string Word(DecimalMark mark) => mark.ToString().ToLowerInvariant();

    private static string Word(TableArrangement arrangement) => s_arrangements.First(a => a.Value == arrangement).Key;

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

    private static SpectralException Missing(string name) => Invalid($"'{name}' is missing");

    private static SpectralException Invalid(string why, Exception? cause = null) => new(
        SpectralErrorIds.InvalidRecipe,
        SpectralErrorCategory.InvalidData,
        $"The recipe is not valid: {why}.",
        "See docs/guides/ai-normalization.md for its fields, or make it with Save-SpectralRecipe.",
        null,
        cause);
}
