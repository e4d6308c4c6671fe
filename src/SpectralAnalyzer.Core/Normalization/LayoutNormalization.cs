using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Normalization.Ai;
using SpectralAnalyzer.Core.Normalization.Recipes;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Uncertain layouts outside of a batch.</summary>
/// <param name="reader">Reads files.</param>
internal sealed class LayoutNormalization(SpectrumReader reader) : ILayoutNormalization
{
    /// <inheritdoc/>
    public ILayoutSession Start(NormalizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LayoutSession(reader, options);
    }

    /// <inheritdoc/>
    public AiRequest ShowRequest(string path, ReadOptions reading, NormalizationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var ai = options.Ai ?? new AiOptions { Endpoint = new Uri("https://api.openai.com/v1") };
        var address = options.Ai is null ? null : ServiceAddress.ForRequests(ai);
        var report = ExceptionMapper.Translate(() => reader.Read(path, reading, cancellationToken)).Report;
        if (report is not { Format: "Text", Layout: { } layout })
        {
            throw new SpectralException(
                "NoLayoutToAsk", SpectralErrorCategory.InvalidData, $"A {report.Format} file states its own layout; nothing is ever asked about it.");
        }

        var document = ExceptionMapper.Translate(() => TextDocument.Open(File.ReadAllBytes(path), reading.Encoding));
        var excerpt = LayoutExcerpt.Create(document, layout.FirstDataLine, ai.RedactMetadata);
        var traits = ServerCapabilities.For(ai.Endpoint);
        var body = ChatService.Body(ai, traits, LayoutPrompt.Ask(excerpt, report, withSchema: false));
        var (asks, reason) = Asks(document, report, reading, options);
        return new AiRequest(path, report.Confidence, asks, reason, address, body, AiBudget.Estimate(body.Length));
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayoutRecipe> FindRecipes(NormalizationOptions options, ICollection<string> unreadable)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(unreadable);
        return ExceptionMapper.Translate<IReadOnlyList<LayoutRecipe>>(() =>
        {
            var own = RecipeStore.Own(options.OwnRecipes).ReadAll(unreadable);
            return RecipeStore.Shared(options.RecipePath) is { } shared ? [.. shared.ReadAll(unreadable), .. own] : own;
        });
    }

    /// <inheritdoc/>
    public string Fingerprint(string path, ReadOptions reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return ExceptionMapper.Translate(() => LayoutFingerprint.Compute(TextDocument.Open(File.ReadAllBytes(path), reading.Encoding)));
    }

    /// <inheritdoc/>
    public LayoutRecipe ParseRecipe(string json) => RecipeJson.Read(json);

    /// <inheritdoc/>
    public SpectralFileContent ApplyRecipe(string path, LayoutRecipe recipe, ReadOptions reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return ExceptionMapper.Translate(() => RecipeReader.Read(new SpectralSource(path, File.ReadAllBytes(path)), recipe, reading, cancellationToken));
    }

    /// <inheritdoc/>
    public LayoutRecipe SaveRecipe(LayoutRecipe recipe, string? folder)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        if (recipe.Fingerprint.Length == 0)
        {
            throw new SpectralException(
                "InvalidRecipe", SpectralErrorCategory.InvalidArgument, "The recipe has no fingerprint.", "State a sample file, whose fingerprint it gets.");
        }

        try
        {
            return (folder is null ? RecipeStore.Own(null) : new RecipeStore(folder)).Save(recipe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException("RecipeNotSaved", SpectralErrorCategory.Write, $"The recipe cannot be saved. {e.Message}", "Check the folder.", null, e);
        }
    }

    /// <inheritdoc/>
    public void RemoveRecipe(LayoutRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        try
        {
            if (recipe.Path is { } path)
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException("RecipeNotRemoved", SpectralErrorCategory.Write, $"The recipe cannot be removed. {e.Message}", "Check the permissions of its folder.", null, e);
        }
    }

    private static (bool Asks, string Reason) Asks(
        TextDocument document, SpectralFileReport report, ReadOptions reading, NormalizationOptions options)
    {
        if (options.Mode is NormalizationMode.Heuristic or NormalizationMode.Off)
            return (false, $"The mode is {options.Mode}: an AI is never asked.");
        if (options.Ai is null)
            return (false, "No AI is set up: without -AiEndpoint nothing is ever sent.");
        if (options.Ai.Key is null && !ServiceAddress.IsNear(options.Ai.Endpoint))
            return (false, "There is no key for the service: nothing is sent to it.");
        if (LayoutNormalizer.StatesLayout(reading))
            return (false, "The layout is stated: nobody else is asked.");
        if (report.Confidence >= LayoutResolution.Certain && options.Mode != NormalizationMode.Ai)
            return (false, "The layout is certain.");
        using var shelf = new RecipeCache(options);
        return shelf.Find(LayoutFingerprint.Compute(document)) is { Count: > 0 } recipes
            ? (false, $"There is a recipe for the layout: {recipes[0].Id}. It is asked about only where that does not hold.")
            : (true, "The layout is not certain, and no recipe is known.");
    }
}
