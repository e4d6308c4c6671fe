using Polly;
using Polly.Retry;
using SpectralAnalyzer.Core.Errors;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Repeats what failed for a transient reason, with exponential back-off and jitter.</summary>
internal sealed class RetryPolicy
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(10);
    private static readonly ResiliencePropertyKey<Action<int, Exception>> s_onRetry = new("on-retry");

    private readonly ResiliencePipeline _pipeline;

    /// <summary>Creates a policy.</summary>
    /// <param name="maxRetries">The most repetitions of a failed attempt.</param>
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

    /// <summary>Runs an action, repeatedly if it fails for a transient reason.</summary>
    /// <param name="action">The action.</param>
    /// <param name="onRetry">Called before each repetition with the number of the failed attempt and its exception.</param>
    /// <param name="cancellationToken">A token to cancel the operation, also between two attempts.</param>
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
