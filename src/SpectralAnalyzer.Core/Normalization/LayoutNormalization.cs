using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Normalization.Ai;
using SpectralAnalyzer.Core.Normalization.Recipes;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Resolves layouts outside of a batch and manages recipes.</summary>
internal sealed class LayoutNormalization(SpectrumReader reader) : ILayoutNormalization
{
    public ILayoutSession Start(NormalizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LayoutSession(reader, options);
    }

    public AiRequest ShowRequest(
        string path, ReadOptions reading, NormalizationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var ai = options.Ai ?? new AiOptions { Endpoint = new Uri("https://api.openai.com/v1") };
        var address = options.Ai is null ? null : ServiceAddress.ForRequests(ai);
        var report = ExceptionMapper.Translate(() => reader.Read(path, reading, cancellationToken)).Report;
        if (report is not { Format: TextFormat.FormatName, Layout: { } layout })
        {
            throw new SpectralException(
                SpectralErrorIds.NoLayoutToAsk,
                SpectralErrorCategory.InvalidData,
                $"A {report.Format} file states its own layout; no AI request is ever sent for it.");
        }

        var document = OpenText(path, reading, cancellationToken);
        var excerpt = LayoutExcerpt.Create(document, layout.FirstDataLine, ai.RedactMetadata);
        var body = ChatService.CreateBody(
            ai, ServerCapabilities.For(ai.Endpoint), LayoutPrompt.Create(excerpt, report, withSchema: false));
        var (isSent, reason) = WouldBeSent(document, report, reading, options);
        return new AiRequest(path, report.Confidence, isSent, reason, address, body, AiBudget.Estimate(body.Length));
    }

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

    public string Fingerprint(string path, ReadOptions reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return LayoutFingerprint.Compute(OpenText(path, reading));
    }

    public LayoutRecipe ParseRecipe(string json) => RecipeJson.Read(json);

    public SpectralFileContent ApplyRecipe(
        string path, LayoutRecipe recipe, ReadOptions reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(reading);
        return ExceptionMapper.Translate(
            () => RecipeReader.Read(SpectralSource.Load(path, reading.MaxFileBytes), recipe, reading, cancellationToken));
    }

    public LayoutRecipe SaveRecipe(LayoutRecipe recipe, string? folder)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        if (recipe.Fingerprint.Length == 0)
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidRecipe,
                SpectralErrorCategory.InvalidArgument,
                "The recipe has no fingerprint.",
                "State a file of this layout; the recipe gets its fingerprint.");
        }

        try
        {
            return (folder is null ? RecipeStore.Own(null) : new RecipeStore(folder)).Save(recipe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(SpectralErrorIds.RecipeNotSaved, $"The recipe cannot be saved. {e.Message}", "Check the folder.", e);
        }
    }

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
            throw NotWritten(
                SpectralErrorIds.RecipeNotRemoved,
                $"The recipe cannot be removed. {e.Message}",
                "Check the permissions of its folder.",
                e);
        }
    }

    private static TextDocument OpenText(string path, ReadOptions reading, CancellationToken cancellationToken = default) =>
        ExceptionMapper.Translate(() => TextDocument.Open(
            SpectralSource.Load(path, reading.MaxFileBytes).Unpack(cancellationToken), reading.Encoding));

    private static SpectralException NotWritten(string id, string message, string recommendation, Exception cause) =>
        new(id, SpectralErrorCategory.Write, message, recommendation, null, cause);

    private static (bool IsSent, string Reason) WouldBeSent(
        TextDocument document, SpectralFileReport report, ReadOptions reading, NormalizationOptions options)
    {
        if (options.Mode is NormalizationMode.Heuristic or NormalizationMode.Off)
            return (false, $"The mode is {options.Mode}: no AI request is ever sent.");
        if (options.Ai is null)
            return (false, "No AI is set up: without -Ai no request is ever sent.");
        if (options.Ai.Key is null && !ServiceAddress.IsLocal(options.Ai.Endpoint))
            return (false, "There is no key for the service: no request is sent to it.");
        if (LayoutNormalizer.StatesLayout(reading))
            return (false, "The layout is stated: no request is sent.");
        if (report.Confidence >= LayoutResolution.Certain && options.Mode != NormalizationMode.Ai)
            return (false, "The layout is certain.");
        using var cache = new RecipeCache(options);
        return cache.Find(LayoutFingerprint.Compute(document)) is { Count: > 0 } recipes
            ? (false, $"There is a recipe for the layout: {recipes[0].Id}. A request is sent only if it does not fit.")
            : (true, "The layout is not certain, and no recipe is known.");
    }
}
