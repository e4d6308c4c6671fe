using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Normalization.Ai;
using SpectralAnalyzer.Core.Normalization.Recipes;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>
/// Sends one AI request for each layout: files of the same layout that have no recipe wait for the same request, in this process
/// and in others that share the store. A request that failed is not repeated within the batch.
/// </summary>
internal sealed class LayoutRequestCoordinator : IDisposable
{
    // one recipe may not fit all files of a fingerprint; a batch sends at most so many requests for them
    private const int MaxRequestsPerLayout = 3;

    private static readonly TimeSpan s_extraLockTime = TimeSpan.FromMinutes(1);

    private readonly AiOptions _options;
    private readonly RecipeCache _recipes;
    private readonly Func<BatchEvent, ValueTask> _report;
    private readonly AiBudget _budget;
    private readonly ChatService _service;
    private readonly AiLayoutDetector _detector;
    private readonly ConcurrentDictionary<string, Lazy<Task<AiLayoutResult>>> _pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AiLayoutResult> _failed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _requested = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _reported = new(StringComparer.Ordinal);
    private volatile SpectralError? _stopped;

    /// <summary>Prepares requests; opens no connection.</summary>
    /// <param name="options">The service and the limits.</param>
    /// <param name="recipes">The recipes.</param>
    /// <param name="report">Reports a message that is not about one file.</param>
    /// <exception cref="SpectralException">The address is not valid, or not safe for a key.</exception>
    internal LayoutRequestCoordinator(AiOptions options, RecipeCache recipes, Func<BatchEvent, ValueTask> report)
    {
        _options = options;
        _recipes = recipes;
        _report = report;
        _budget = new AiBudget(options);
        _service = new ChatService(options, _budget);
        _detector = new AiLayoutDetector(_service, options);
        if (options.Key is null && !ServiceAddress.IsLocal(options.Endpoint))
        {
            _stopped = new SpectralError(
                SpectralErrorIds.AiKeyMissing,
                SpectralErrorCategory.InvalidArgument,
                $"No key is stated for {options.Endpoint.Authority}; no request is sent.",
                "State it with New-SpectralAiOption -Credential, or in OPENAI_API_KEY.");
        }
    }

    /// <summary>Gets the number of requests so far.</summary>
    internal int Requests => _budget.Requests;

    /// <summary>Gets the number of tokens so far.</summary>
    internal long Tokens => _budget.Tokens;

    /// <summary>Returns why no more requests are sent for a layout; null if they are.</summary>
    internal string? FailureOf(string fingerprint) => _failed.GetValueOrDefault(fingerprint)?.Error!.Message;

    /// <summary>Sends a request for a layout, or waits for the one that is under way.</summary>
    /// <param name="layout">The unresolved layout.</param>
    /// <param name="work">Runs a step on a worker.</param>
    /// <param name="tried">The recipes that do not apply to the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result; content and usage only if the request was for this very file.</returns>
    internal async Task<AiLayoutResult> RequestAsync(
        UnresolvedLayout layout, RunOnWorker work, IReadOnlySet<string> tried, CancellationToken cancellationToken)
    {
        if (_failed.TryGetValue(layout.Fingerprint, out var failed))
            return failed.ForOtherFiles();
        var own = new Lazy<Task<AiLayoutResult>>(() => RequestOnceAsync(layout, work, tried, cancellationToken));
        var request = _pending.GetOrAdd(layout.Fingerprint, own);
        var isOwn = ReferenceEquals(request, own);
        try
        {
            var result = await request.Value.ConfigureAwait(false);
            return isOwn ? result : result.ForOtherFiles();
        }
        catch (Exception) when (!isOwn && !cancellationToken.IsCancellationRequested)
        {
            // the other file failed for another reason, since it is gone or took too long: this file makes the next request
            _pending.TryRemove(KeyValuePair.Create(layout.Fingerprint, request));
            return new AiLayoutResult();
        }
        finally
        {
            if (isOwn)
                _pending.TryRemove(KeyValuePair.Create(layout.Fingerprint, own));
        }
    }

    public void Dispose() => _service.Dispose();

    private async Task<AiLayoutResult> RequestOnceAsync(
        UnresolvedLayout layout, RunOnWorker work, IReadOnlySet<string> tried, CancellationToken cancellationToken)
    {
        bool HasUntried(IReadOnlyList<LayoutRecipe> recipes) => recipes.Any(recipe => !tried.Contains(recipe.Id));

        if (_stopped is { } stopped)
            return await FailAsync(layout, AiLayoutResult.Failed(stopped, AiErrorKind.LimitReached)).ConfigureAwait(false);
        if (HasUntried(_recipes.Find(layout.Fingerprint)))
            return new AiLayoutResult();
        using var recipeLock = await RecipeLock.AcquireAsync(
            _recipes.Own,
            layout.Fingerprint,
            (_options.Timeout * 2 * (_options.MaxRetries + 1)) + s_extraLockTime,
            () => HasUntried(_recipes.Refresh(layout.Fingerprint)),
            cancellationToken).ConfigureAwait(false);
        // another process may have saved a recipe in the meantime
        if (recipeLock is null || HasUntried(_recipes.Refresh(layout.Fingerprint)))
            return new AiLayoutResult();
        if (_requested.AddOrUpdate(layout.Fingerprint, 1, static (_, n) => n + 1) > MaxRequestsPerLayout)
        {
            return await FailAsync(layout, AiLayoutResult.Failed(
                new SpectralError(
                    SpectralErrorIds.AiAnswerRefused,
                    SpectralErrorCategory.InvalidData,
                    "The answers for other files of this layout do not fit this one."),
                AiErrorKind.RequestFailed)).ConfigureAwait(false);
        }

        AiLayoutResult result;
        try
        {
            result = await _detector.DetectAsync(layout, recipe => ReadAsync(layout, recipe, work), cancellationToken)
                .ConfigureAwait(false);
        }
        catch
        {
            // the file failed, not the layout
            _requested.AddOrUpdate(layout.Fingerprint, 0, static (_, n) => n - 1);
            throw;
        }

        if (result.Error is not null)
            return await FailAsync(layout, result).ConfigureAwait(false);
        var (recipe, warning) = _recipes.Add(result.Recipe!);
        if (warning is not null)
            await ReportOnceAsync(warning, new BatchEvent(null, BatchMessageKind.Warning, warning)).ConfigureAwait(false);
        return result with { Recipe = recipe };
    }

    private static async Task<SpectralFileContent> ReadAsync(UnresolvedLayout layout, LayoutRecipe recipe, RunOnWorker work)
    {
        var resolved = await work(token => new ResolvedContent(RecipeReader.Read(layout.Load(), recipe, layout.Reading, token)))
            .ConfigureAwait(false);
        return resolved!.Content;
    }

    private async Task<AiLayoutResult> FailAsync(UnresolvedLayout layout, AiLayoutResult result)
    {
        _failed.TryAdd(layout.Fingerprint, result);
        var error = result.Error!;
        if (result.ErrorKind is AiErrorKind.ServiceUnusable or AiErrorKind.LimitReached)
        {
            _stopped = error;
            await ReportOnceAsync("stopped", result.ErrorKind == AiErrorKind.ServiceUnusable
                ? new BatchEvent(null, BatchMessageKind.Error, error.Message, error)
                : new BatchEvent(null, BatchMessageKind.Warning, error + " Other uncertain files are read by the best guess."))
                .ConfigureAwait(false);
        }
        else if (error.Id == SpectralErrorIds.AiUnavailable)
        {
            var warning = error + " Until then, uncertain files are read by the best guess.";
            await ReportOnceAsync(error.Id, new BatchEvent(null, BatchMessageKind.Warning, warning)).ConfigureAwait(false);
        }

        return result;
    }

    private ValueTask ReportOnceAsync(string key, BatchEvent message) =>
        _reported.TryAdd(key, true) ? _report(message) : ValueTask.CompletedTask;
}
