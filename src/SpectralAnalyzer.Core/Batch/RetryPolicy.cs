using Polly;
using Polly.Retry;
using SpectralAnalyzer.Core.Errors;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Repeats what failed for a reason that may pass, with exponential back-off and jitter.</summary>
internal sealed class RetryPolicy
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(10);
    private static readonly ResiliencePropertyKey<Action<int, Exception>> s_onRetry = new("on-retry");

    private readonly ResiliencePipeline _pipeline;

    /// <summary>A policy.</summary>
    /// <param name="maxRetries">How many times a failed try is repeated; 0: never.</param>
    internal RetryPolicy(int maxRetries)
    {
        var builder = new ResiliencePipelineBuilder();
        if (maxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = maxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = s_firstDelay,
                MaxDelay = s_longestDelay,
                ShouldHandle = static arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is { } exception && ExceptionMapper.IsTransient(exception)),
                OnRetry = static arguments =>
                {
                    if (arguments.Context.Properties.TryGetValue(s_onRetry, out var onRetry))
                        onRetry(arguments.AttemptNumber + 1, arguments.Outcome.Exception!);
                    return default;
                },
            });
        }

        _pipeline = builder.Build();
    }

    /// <summary>Does something, again and again where it is worth it.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="action">What to do.</param>
    /// <param name="onRetry">Hears of every repetition: its number and why.</param>
    /// <param name="cancellationToken">Ends it, also between two tries.</param>
    internal T Execute<T>(Func<T> action, Action<int, Exception> onRetry, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(s_onRetry, onRetry);
            return _pipeline.Execute(static (_, act) => act(), context, action);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
