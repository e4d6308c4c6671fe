using SpectralAnalyzer.Core.Normalization.Ai;
using SpectralAnalyzer.Core.Normalization.Recipes;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>
/// Resolves the layouts of one batch: as detected, by a recipe, by an AI request, or by the best guess. It only decides on
/// layouts; the numbers are read by the deterministic reader. Thread-safe.
/// </summary>
internal sealed class LayoutNormalizer : IDisposable
{
    private readonly NormalizationOptions _options;
    private readonly RecipeCache? _recipes;
    private readonly LayoutRequestCoordinator? _requests;

    /// <summary>Reads the recipe stores; opens no connection.</summary>
    /// <param name="options">How layouts are resolved.</param>
    /// <param name="report">Reports a message that is not about one file.</param>
    /// <exception cref="SpectralException">An option is not valid.</exception>
    internal LayoutNormalizer(NormalizationOptions options, Func<BatchEvent, ValueTask> report)
    {
        _options = options;
        if (options.Mode == NormalizationMode.Ai && options.Ai is null)
        {
            throw new SpectralException(
                SpectralErrorIds.AiNotSetUp,
                SpectralErrorCategory.InvalidArgument,
                "No AI service is set up.",
                "State -Ai with its address or an object of New-SpectralAiOption, which also takes a key.");
        }

        if (options.Mode == NormalizationMode.Off)
            return;
        _recipes = new RecipeCache(options);
        if (options is { Ai: { } ai, Mode: NormalizationMode.Auto or NormalizationMode.Ai })
            _requests = new LayoutRequestCoordinator(ai, _recipes, report);
    }

    /// <summary>Gets the files of the stores that are not recipes, with the reason.</summary>
    internal IReadOnlyList<string> UnreadableRecipes => _recipes?.Unreadable ?? [];

    /// <summary>Gets the number of requests so far, retries included.</summary>
    internal int Requests => _requests?.Requests ?? 0;

    /// <summary>Gets the number of tokens so far.</summary>
    internal long Tokens => _requests?.Tokens ?? 0;

    private bool AsksAboutCertain => _options.Mode == NormalizationMode.Ai;

    /// <summary>Returns whether the user states the layout, so that nothing else decides on it.</summary>
    internal static bool StatesLayout(ReadOptions reading) =>
        reading.Delimiter is not null || reading.DecimalMark is not null || reading.SkipLines is not null
        || reading.XColumn is not null || reading.YColumns is { Count: > 0 };

    /// <summary>
    /// Returns whether it is worth to call <see cref="ResolvesDifferently"/> for a file that an earlier run read.
    /// </summary>
    /// <param name="past">The result of the earlier run.</param>
    /// <param name="since">The time of the earlier run.</param>
    /// <param name="reading">What the user states about the file.</param>
    internal bool MayResolveDifferently(SpectralResult past, DateTime since, ReadOptions reading) =>
        _recipes is { IsEmpty: false } && past.Format == TextFormat.FormatName && !StatesLayout(reading)
        // only an approved recipe overrides a layout that was certain
        && (past.Decision is not null || AsksAboutCertain || _recipes.NewestApprovedUtc > since);

    /// <summary>Returns whether a recipe applies to a file now that did not apply when an earlier run read it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="past">The result of the earlier run.</param>
    /// <param name="reading">What the user states about the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal bool ResolvesDifferently(
        SpectralSource source, SpectralResult past, ReadOptions reading, CancellationToken cancellationToken)
    {
        var confidence = past.Decision?.ConfidenceBefore ?? past.Confidence;
        var fingerprint = LayoutFingerprint.Compute(TextDocument.Open(source.Unpack(cancellationToken), reading.Encoding));
        foreach (var recipe in FindUsable(fingerprint, confidence))
        {
            if (recipe.Id == past.Decision?.RecipeId)
                return false;
            if (RecipeReader.TryRead(source, recipe, reading, cancellationToken) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Resolves a layout if that needs no AI request.</summary>
    /// <param name="source">The file.</param>
    /// <param name="content">The content as it was detected.</param>
    /// <param name="reading">What the user states about the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Either the resolved content, or the layout to pass to <see cref="ResolveAsync"/>.</returns>
    /// <exception cref="SpectralException">The layout is too uncertain, and no AI request is possible.</exception>
    internal (ResolvedContent? Resolved, UnresolvedLayout? Unresolved) TryResolve(
        SpectralSource source, SpectralFileContent content, ReadOptions reading, CancellationToken cancellationToken)
    {
        var isCertain = content.Report.Confidence >= LayoutResolution.Certain && !AsksAboutCertain;
        if (_recipes is null || StatesLayout(reading)
            || content.Report is not { Format: TextFormat.FormatName, Layout: { } layout }
            || (isCertain && !_recipes.HasApproved)
            || (_requests is null && _recipes.IsEmpty))
        {
            return (LayoutResolution.Accept(content, _options.Mode), null);
        }

        var document = TextDocument.Open(source.Unpack(cancellationToken), reading.Encoding);
        var fingerprint = LayoutFingerprint.Compute(document);
        if (ResolveByRecipe(source, content, reading, fingerprint, [], cancellationToken) is { } resolved)
            return (resolved, null);
        if (_requests is null || isCertain)
            return (LayoutResolution.Accept(content, _options.Mode), null);
        if (_requests.FailureOf(fingerprint) is { } reason)
            return (LayoutResolution.Accept(content, _options.Mode, new LayoutDecision { Reason = reason }), null);
        var excerpt = LayoutExcerpt.Create(document, layout.FirstDataLine, _options.Ai!.RedactMetadata);
        var hash = UnresolvedLayout.ComputeHash(source);
        return (null, new UnresolvedLayout(source.Path, hash, reading, content, fingerprint, excerpt));
    }

    /// <summary>
    /// Resolves a layout by an AI request, or by waiting for the request of another file of the same layout. Holds no worker.
    /// </summary>
    /// <param name="layout">The unresolved layout.</param>
    /// <param name="work">Runs a step on a worker.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The layout is too uncertain, and the request failed.</exception>
    internal async Task<ResolvedContent> ResolveAsync(
        UnresolvedLayout layout, RunOnWorker work, CancellationToken cancellationToken)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var result = await _requests!.RequestAsync(layout, work, tried, cancellationToken).ConfigureAwait(false);
            if (result.Content is { } content)
                return new ResolvedContent(content, Decide(NormalizedBy.Ai, layout.Detected, content, result.Recipe, result));
            var resolved = await work(token => ResolveByRecipe(
                layout.Load(), layout.Detected, layout.Reading, layout.Fingerprint, tried, token)).ConfigureAwait(false);
            if (resolved is not null)
                return resolved;
            if (result.Error is not null)
            {
                return LayoutResolution.Accept(
                    layout.Detected, _options.Mode, Decide(NormalizedBy.None, layout.Detected, layout.Detected, null, result));
            }
        }
    }

    /// <summary>Resolves a layout and waits for the AI if necessary: for a baseline, or outside of a batch.</summary>
    /// <param name="source">The file.</param>
    /// <param name="content">The content as it was detected.</param>
    /// <param name="reading">What the user states about the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The layout is too uncertain.</exception>
    internal ResolvedContent Resolve(
        SpectralSource source, SpectralFileContent content, ReadOptions reading, CancellationToken cancellationToken)
    {
        var (resolved, layout) = TryResolve(source, content, reading, cancellationToken);
        return resolved ?? Task.Run(
            () => ResolveAsync(layout!, step => Task.FromResult(step(cancellationToken)), cancellationToken), cancellationToken)
            .GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _requests?.Dispose();
        _recipes?.Dispose();
    }

    private IEnumerable<LayoutRecipe> FindUsable(string fingerprint, double confidence)
    {
        var onlyApproved = _options.Mode == NormalizationMode.Heuristic
            || (confidence >= LayoutResolution.Certain && !AsksAboutCertain);
        return _recipes!.Find(fingerprint).Where(recipe => recipe.IsApproved || !onlyApproved);
    }

    private ResolvedContent? ResolveByRecipe(
        SpectralSource source,
        SpectralFileContent detected,
        ReadOptions reading,
        string fingerprint,
        HashSet<string> tried,
        CancellationToken cancellationToken)
    {
        foreach (var recipe in FindUsable(fingerprint, detected.Report.Confidence))
        {
            if (tried.Add(recipe.Id) && RecipeReader.TryRead(source, recipe, reading, cancellationToken) is { } content)
                return new ResolvedContent(content, Decide(NormalizedBy.Recipe, detected, content, recipe));
        }

        return null;
    }

    private static LayoutDecision Decide(
        NormalizedBy by,
        SpectralFileContent before,
        SpectralFileContent after,
        LayoutRecipe? recipe,
        AiLayoutResult? asked = null)
    {
        return new LayoutDecision
        {
            By = by,
            ConfidenceBefore = before.Report.Confidence,
            ConfidenceAfter = after.Report.Confidence,
            Model = recipe?.Model,
            RecipeId = recipe?.Id,
            Requests = asked?.Usage.Requests ?? 0,
            Tokens = asked?.Usage.Tokens ?? 0,
            Cost = asked?.Usage.Cost,
            Reason = asked?.Error?.Message ?? recipe?.Reason,
        };
    }
}
