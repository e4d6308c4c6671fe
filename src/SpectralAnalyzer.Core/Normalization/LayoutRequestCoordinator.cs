using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Normalization.Ai;
using SpectralAnalyzer.Core.Normalization.Recipes;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>
/// Asks about each layout once: files of one layout that miss its recipe at the same time wait for the one question, in this process and
/// in others that share the store. What comes to nothing is not asked again within the batch.
/// </summary>
internal sealed class LayoutRequestCoordinator : IDisposable
{
    // one recipe may not fit all files of a fingerprint; more than these are not asked for within a batch
    private const int MostQuestions = 3;

    private static readonly TimeSpan s_morePatience = TimeSpan.FromMinutes(1);

    private readonly AiOptions _options;
    private readonly RecipeCache _shelf;
    private readonly Func<BatchEvent, ValueTask> _tell;
    private readonly AiBudget _budget;
    private readonly ChatService _service;
    private readonly AiLayoutDetector _advisor;
    private readonly ConcurrentDictionary<string, Lazy<Task<AiLayoutResult>>> _underWay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AiLayoutResult> _failed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);
    private volatile SpectralError? _over;

    /// <summary>Connects nothing yet.</summary>
    /// <param name="options">The service and the bounds.</param>
    /// <param name="shelf">The recipes.</param>
    /// <param name="tell">Takes in what the user is to be told.</param>
    /// <exception cref="SpectralException">The address is none, or a remote service is to be asked without a key.</exception>
    internal LayoutRequestCoordinator(AiOptions options, RecipeCache shelf, Func<BatchEvent, ValueTask> tell)
    {
        _options = options;
        _shelf = shelf;
        _tell = tell;
        _budget = new AiBudget(options);
        _service = new ChatService(options, _budget);
        _advisor = new AiLayoutDetector(_service, options);
        if (options.Key is null && !ServiceAddress.IsNear(options.Endpoint))
        {
            _over = new SpectralError(
                "AiKeyMissing",
                SpectralErrorCategory.InvalidArgument,
                $"No key is stated for {options.Endpoint.Authority}, so that nothing is asked there.",
                "State it with -AiCredential, or in OPENAI_API_KEY.");
        }
    }

    /// <summary>Requests so far.</summary>
    internal int Requests => _budget.Requests;

    /// <summary>Tokens so far.</summary>
    internal long Tokens => _budget.Tokens;

    /// <summary>Why a layout is not asked about any more; null where it may be.</summary>
    internal string? WhyNot(string fingerprint) =>
        _failed.TryGetValue(fingerprint, out var failed) ? failed.Failure!.Message : null;

    /// <summary>Asks about a file's layout, or waits for the question that is under way.</summary>
    /// <param name="open">The file.</param>
    /// <param name="work">Does a step on a worker.</param>
    /// <param name="tried">The recipes that do not hold for the file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What it came to, and whether it was this file that was asked about.</returns>
    internal async Task<(AiLayoutResult Advice, bool IsOwn)> AskAsync(
        UnresolvedLayout open,
        Func<Func<CancellationToken, ResolvedContent?>, Task<ResolvedContent?>> work,
        IReadOnlySet<string> tried,
        CancellationToken cancellationToken)
    {
        if (_failed.TryGetValue(open.Fingerprint, out var failed))
            return (failed, false);
        var own = new Lazy<Task<AiLayoutResult>>(() => AskInTurnAsync(open, work, tried, cancellationToken));
        var flight = _underWay.GetOrAdd(open.Fingerprint, own);
        try
        {
            return (await flight.Value.ConfigureAwait(false), ReferenceEquals(flight, own));
        }
        catch (Exception) when (!ReferenceEquals(flight, own) && !cancellationToken.IsCancellationRequested)
        {
            // the file that was asked about failed of its own, being gone or taking too long: the question is open again
            _underWay.TryRemove(KeyValuePair.Create(open.Fingerprint, flight));
            return (new AiLayoutResult { Tally = new AiUsage() }, false);
        }
        finally
        {
            if (ReferenceEquals(flight, own))
                _underWay.TryRemove(KeyValuePair.Create(open.Fingerprint, own));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _service.Dispose();

    private async Task<AiLayoutResult> AskInTurnAsync(
        UnresolvedLayout open,
        Func<Func<CancellationToken, ResolvedContent?>, Task<ResolvedContent?>> work,
        IReadOnlySet<string> tried,
        CancellationToken cancellationToken)
    {
        if (_over is { } over)
            return await FailAsync(open, new AiLayoutResult { Tally = new AiUsage(), Failure = over, Trouble = AiErrorKind.LimitReached }).ConfigureAwait(false);
        if (_shelf.Find(open.Fingerprint).Any(r => !tried.Contains(r.Id)))
            return new AiLayoutResult { Tally = new AiUsage() };
        var patience = (_options.Timeout * 2 * (_options.MaxRetries + 1)) + s_morePatience;
        using var turn = await RecipeLock.AcquireAsync(
            _shelf.Own,
            open.Fingerprint,
            patience,
            () => _shelf.Refresh(open.Fingerprint).Any(r => !tried.Contains(r.Id)),
            cancellationToken).ConfigureAwait(false);
        // another process may have asked meanwhile
        if (turn is null || _shelf.Refresh(open.Fingerprint).Any(r => !tried.Contains(r.Id)))
            return new AiLayoutResult { Tally = new AiUsage() };
        if (_asked.AddOrUpdate(open.Fingerprint, 1, static (_, n) => n + 1) > MostQuestions)
        {
            return await FailAsync(open, new AiLayoutResult
            {
                Tally = new AiUsage(),
                Trouble = AiErrorKind.RequestFailed,
                Failure = new SpectralError("AiAnswerRefused", SpectralErrorCategory.InvalidData, "What was answered for files of this layout does not hold for this one."),
            }).ConfigureAwait(false);
        }

        AiLayoutResult advice;
        try
        {
            advice = await _advisor.AskAsync(open, recipe => ApplyAsync(open, recipe, work), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // that says nothing of the layout
            _asked.AddOrUpdate(open.Fingerprint, 0, static (_, n) => n - 1);
            throw;
        }

        if (advice.Failure is not null)
            return await FailAsync(open, advice).ConfigureAwait(false);
        var (kept, trouble) = _shelf.Add(advice.Recipe!);
        if (trouble is not null)
            await TellOnceAsync(trouble, new BatchEvent(null, BatchMessageKind.Warning, trouble)).ConfigureAwait(false);
        return advice with { Recipe = kept };
    }

    private static async Task<SpectralFileContent> ApplyAsync(
        UnresolvedLayout open, LayoutRecipe recipe, Func<Func<CancellationToken, ResolvedContent?>, Task<ResolvedContent?>> work)
    {
        var settled = await work(token => new ResolvedContent(RecipeReader.Read(open.Load(), recipe, open.Reading, token), null, [])).ConfigureAwait(false);
        return settled!.Content;
    }

    private async Task<AiLayoutResult> FailAsync(UnresolvedLayout open, AiLayoutResult advice)
    {
        _failed.TryAdd(open.Fingerprint, advice);
        var error = advice.Failure!;
        if (advice.Trouble == AiErrorKind.ServiceUnusable)
        {
            _over = error;
            await TellOnceAsync("over", new BatchEvent(null, BatchMessageKind.Error, error.Message, error)).ConfigureAwait(false);
        }
        else if (advice.Trouble == AiErrorKind.LimitReached)
        {
            _over = error;
            await TellOnceAsync("over", new BatchEvent(null, BatchMessageKind.Warning, error + " Other uncertain files are read by the best guess.")).ConfigureAwait(false);
        }
        else if (error.Id == "AiUnavailable")
        {
            await TellOnceAsync(error.Id, new BatchEvent(null, BatchMessageKind.Warning, error + " Uncertain files are read by the best guess meanwhile.")).ConfigureAwait(false);
        }

        return advice;
    }

    private ValueTask TellOnceAsync(string what, BatchEvent message) => _told.TryAdd(what, true) ? _tell(message) : ValueTask.CompletedTask;
}
