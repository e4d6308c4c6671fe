using SpectralAnalyzer.Core.Normalization.Ai;
using SpectralAnalyzer.Core.Normalization.Recipes;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>
/// Settles the layouts of one batch: certain as they are, by a recipe, by an AI, by the best guess. It decides on layouts alone; the
/// numbers are read by the deterministic reader. Safe for several threads at once.
/// </summary>
internal sealed class LayoutNormalizer : IDisposable
{
    private readonly NormalizationOptions _options;
    private readonly RecipeCache? _shelf;
    private readonly LayoutRequestCoordinator? _inquiry;

    /// <summary>Looks through the stores of recipes; connects nothing.</summary>
    /// <param name="options">How layouts are settled.</param>
    /// <param name="tell">Takes in what the user is to be told that is no file's.</param>
    /// <exception cref="SpectralException">An option does not hold.</exception>
    internal LayoutNormalizer(NormalizationOptions options, Func<BatchEvent, ValueTask> tell)
    {
        _options = options;
        if (options.Mode == NormalizationMode.Ai && options.Ai is null)
        {
            throw new SpectralException(
                "AiNotSetUp", SpectralErrorCategory.InvalidArgument, "No AI is set up that could be asked.", "State -AiEndpoint and, where the service needs one, a key with -AiCredential.");
        }

        if (options.Mode == NormalizationMode.Off)
            return;
        _shelf = new RecipeCache(options);
        if (options is { Ai: { } ai, Mode: NormalizationMode.Auto or NormalizationMode.Ai })
            _inquiry = new LayoutRequestCoordinator(ai, _shelf, tell);
    }

    /// <summary>What is in the stores and is no recipe.</summary>
    internal IReadOnlyList<string> UnreadableRecipes => _shelf?.Unreadable ?? [];

    /// <summary>Requests so far, repeated ones included.</summary>
    internal int Requests => _inquiry?.Requests ?? 0;

    /// <summary>Tokens so far.</summary>
    internal long Tokens => _inquiry?.Tokens ?? 0;

    /// <summary>True where a file that was read before may be read otherwise now: <see cref="ResolvesDifferently"/> tells.</summary>
    /// <param name="past">What became of it.</param>
    /// <param name="since">When.</param>
    /// <param name="reading">What the user states about it.</param>
    internal bool MayResolveDifferently(SpectralResult past, DateTime since, ReadOptions reading) =>
        _shelf is { IsEmpty: false } && past.Format == "Text" && !StatesLayout(reading)
        // a layout that was certain is settled by what a person vouches for alone
        && (past.Decision is not null || _options.Mode == NormalizationMode.Ai || _shelf.NewestApprovedUtc > since);

    /// <summary>True where a recipe settles a file's layout now that did not when it was read before.</summary>
    /// <param name="source">The file.</param>
    /// <param name="past">What became of it.</param>
    /// <param name="reading">What the user states about it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal bool ResolvesDifferently(SpectralSource source, SpectralResult past, ReadOptions reading, CancellationToken cancellationToken)
    {
        var confidence = past.Decision?.ConfidenceBefore ?? past.Confidence;
        foreach (var recipe in Usable(LayoutFingerprint.Compute(TextDocument.Open(source.Bytes, reading.Encoding)), confidence))
        {
            if (recipe.Id == past.Decision?.RecipeId)
                return false;
            try
            {
                RecipeReader.Read(source, recipe, reading, cancellationToken);
                return true;
            }
            catch (SpectralException)
            {
                // it would not be applied either
            }
        }

        return false;
    }

    /// <summary>Settles a layout without asking anybody, where that is possible.</summary>
    /// <param name="source">The file.</param>
    /// <param name="content">What was read of it.</param>
    /// <param name="reading">What the user states about it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Either what is settled, or what is to be asked about with <see cref="ResolveAsync"/>.</returns>
    /// <exception cref="SpectralException">The layout is too uncertain, and there is nobody to ask.</exception>
    internal (ResolvedContent? Settled, UnresolvedLayout? Open) TryResolve(
        SpectralSource source, SpectralFileContent content, ReadOptions reading, CancellationToken cancellationToken)
    {
        var isCertain = content.Report.Confidence >= LayoutResolution.Certain;
        if (_shelf is null || content.Report is not { Format: "Text", Layout: not null } || StatesLayout(reading)
            || (isCertain && _options.Mode != NormalizationMode.Ai && !_shelf.HasApproved)
            || (_inquiry is null && _shelf.IsEmpty))
        {
            return (LayoutResolution.Accept(content, _options.Mode), null);
        }

        var document = TextDocument.Open(source.Bytes, reading.Encoding);
        var fingerprint = LayoutFingerprint.Compute(document);
        if (ByRecipe(source, content, reading, fingerprint, [], cancellationToken) is { } settled)
            return (settled, null);
        if (_inquiry is null || (isCertain && _options.Mode != NormalizationMode.Ai))
            return (LayoutResolution.Accept(content, _options.Mode), null);
        if (_inquiry.WhyNot(fingerprint) is { } reason)
            return (LayoutResolution.Accept(content, _options.Mode, new LayoutDecision { Reason = reason }), null);
        return (null, new UnresolvedLayout(
            source.Path, UnresolvedLayout.ComputeHash(source), reading, content, fingerprint, LayoutExcerpt.Create(document, content.Report.Layout.FirstDataLine, _options.Ai!.RedactMetadata)));
    }

    /// <summary>Settles an open layout: asks, or waits for another file's question about the same layout. Holds no worker.</summary>
    /// <param name="open">The file.</param>
    /// <param name="work">Does a step on a worker.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SpectralException">The layout is too uncertain, and asking came to nothing.</exception>
    internal async Task<ResolvedContent> ResolveAsync(
        UnresolvedLayout open, Func<Func<CancellationToken, ResolvedContent?>, Task<ResolvedContent?>> work, CancellationToken cancellationToken)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var (advice, isOwn) = await _inquiry!.AskAsync(open, work, tried, cancellationToken).ConfigureAwait(false);
            if (isOwn && advice.Content is { } content)
                return new ResolvedContent(content, Decision(open, content, NormalizedBy.Ai, advice), LayoutResolution.Warnings(content));
            var settled = await work(token => ByRecipe(
                open.Load(), open.Before, open.Reading, open.Fingerprint, tried, token)).ConfigureAwait(false);
            if (settled is not null)
                return settled;
            if (advice.Failure is not null)
                return LayoutResolution.Accept(open.Before, _options.Mode, Decision(open, open.Before, NormalizedBy.None, advice, isOwn));
        }
    }

    /// <summary>Settles a layout, and waits for the answer where it has to be asked about: for a file that nothing can go on without.</summary>
    /// <param name="source">The file.</param>
    /// <param name="content">What was read of it.</param>
    /// <param name="reading">What the user states about it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SpectralException">The layout is too uncertain.</exception>
    internal ResolvedContent Resolve(SpectralSource source, SpectralFileContent content, ReadOptions reading, CancellationToken cancellationToken)
    {
        var (settled, open) = TryResolve(source, content, reading, cancellationToken);
        return settled
            ?? Task.Run(() => ResolveAsync(open!, step => Task.FromResult(step(cancellationToken)), cancellationToken), cancellationToken).GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inquiry?.Dispose();
        _shelf?.Dispose();
    }

    /// <summary>True where the user decides on the layout: then nobody else does.</summary>
    internal static bool StatesLayout(ReadOptions reading) =>
        reading.Delimiter is not null || reading.DecimalMark is not null || reading.SkipLines is not null || reading.XColumn is not null || reading.YColumns is { Count: > 0 };

    private IEnumerable<LayoutRecipe> Usable(string fingerprint, double confidence)
    {
        var onlyApproved = _options.Mode == NormalizationMode.Heuristic
            || (confidence >= LayoutResolution.Certain && _options.Mode != NormalizationMode.Ai);
        return _shelf!.Find(fingerprint).Where(r => r.IsApproved || !onlyApproved);
    }

    private ResolvedContent? ByRecipe(
        SpectralSource source, SpectralFileContent before, ReadOptions reading, string fingerprint, HashSet<string> tried, CancellationToken cancellationToken)
    {
        foreach (var recipe in Usable(fingerprint, before.Report.Confidence))
        {
            if (!tried.Add(recipe.Id))
                continue;
            try
            {
                var content = RecipeReader.Read(source, recipe, reading, cancellationToken);
                return new ResolvedContent(
                    content,
                    new LayoutDecision
                    {
                        By = NormalizedBy.Recipe,
                        ConfidenceBefore = before.Report.Confidence,
                        ConfidenceAfter = content.Report.Confidence,
                        Model = recipe.Model,
                        RecipeId = recipe.Id,
                        Reason = recipe.Reason,
                    },
                    LayoutResolution.Warnings(content));
            }
            catch (SpectralException)
            {
                // a recipe that does not fit is not applied; the next one may
            }
        }

        return null;
    }

    private static LayoutDecision Decision(UnresolvedLayout open, SpectralFileContent content, NormalizedBy by, AiLayoutResult advice, bool isOwn = true) => new()
    {
        By = by,
        ConfidenceBefore = open.Before.Report.Confidence,
        ConfidenceAfter = content.Report.Confidence,
        Model = advice.Recipe?.Model,
        RecipeId = advice.Recipe?.Id,
        Requests = isOwn ? advice.Tally.Requests : 0,
        Tokens = isOwn ? advice.Tally.Tokens : 0,
        Cost = isOwn ? advice.Tally.Cost : null,
        Reason = advice.Failure?.Message ?? advice.Recipe?.Reason,
    };
}
