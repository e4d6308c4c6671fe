using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenAI;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>
/// A service with the protocol of OpenAI's chat completions. Each request has a time limit; transient errors are retried with
/// growing delays, or when the server says; after several errors in a row no request is sent for a while.
/// </summary>
internal sealed class ChatService : IDisposable
{
    private const int ErrorsToBreak = 4;
    private const int MaxAdaptations = 5;
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_maxRetryAfter = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_breakDuration = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AiOptions _options;
    private readonly AiBudget _budget;
    private readonly HttpClient _http;
    private readonly ChatClient _client;
    private readonly SemaphoreSlim _throttle;
    private readonly ResiliencePipeline<AiAnswer> _retry;
    private readonly ResiliencePipeline<AiAnswer> _breaker;
    private readonly ResiliencePipeline _timeout;
    private volatile ServerCapabilities _capabilities;

    /// <summary>Prepares the service; opens no connection.</summary>
    /// <param name="options">The service.</param>
    /// <param name="budget">The limits of the batch.</param>
    /// <exception cref="SpectralException">The address is not valid, or not safe for a key.</exception>
    internal ChatService(AiOptions options, AiBudget budget)
    {
        _options = options;
        _budget = budget;
        var endpoint = ServiceAddress.Validate(options);
        _capabilities = ServerCapabilities.For(endpoint);
        _throttle = new SemaphoreSlim(Math.Max(1, options.ThrottleLimit));
        _timeout = new ResiliencePipelineBuilder().AddTimeout(options.Timeout).Build();
        _retry = CreateRetry(options.MaxRetries);
        _breaker = CreateBreaker(options.Timeout);
        _http = new HttpClient(new ResponseSizeLimitHandler(new SocketsHttpHandler
        {
            // a key follows no redirect to another place
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.Timeout < s_connectTimeout ? options.Timeout : s_connectTimeout,
            AutomaticDecompression = DecompressionMethods.All,
        }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var clientOptions = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        var credential = options.Key?.Use(key => new ApiKeyCredential(key)) ?? new ApiKeyCredential("none");
        _client = new ChatClient(options.Model, credential, clientOptions);
    }

    /// <summary>Returns the exact body of a request.</summary>
    internal static string CreateBody(AiOptions options, ServerCapabilities capabilities, JsonArray messages) =>
        capabilities.CreateBody(options.Model, messages).ToJsonString(s_json);

    /// <summary>Sends a request. The messages are created again if the server turns out to need the schema in them.</summary>
    /// <param name="messages">Creates the messages, with or without the schema.</param>
    /// <param name="usage">Counts what the request uses.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="AiException">There is no answer.</exception>
    internal async Task<AiAnswer> AskAsync(Func<bool, JsonArray> messages, AiUsage usage, CancellationToken cancellationToken)
    {
        for (var adaptations = 0; ; adaptations++)
        {
            var capabilities = _capabilities;
            var body = CreateBody(_options, capabilities, messages(capabilities.Form != AnswerForm.Schema));
            try
            {
                return await _retry.ExecuteAsync(token => SendThrottledAsync(body, usage, token), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (RequestRejectedException e)
            {
                // another request may have changed them in the meantime
                var next = capabilities == _capabilities ? capabilities.ReduceAfter(e.Message) : _capabilities;
                if (next is null || adaptations >= MaxAdaptations)
                    throw ChatServiceErrors.Rejected(e.Status, HideKey(e.Message), _options.Model);
                _capabilities = next;
            }
            catch (BrokenCircuitException)
            {
                throw ChatServiceErrors.Unavailable(_options.Endpoint);
            }
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _throttle.Dispose();
    }

    private static ResiliencePipeline<AiAnswer> CreateRetry(int maxRetries)
    {
        if (maxRetries == 0)
            return ResiliencePipeline<AiAnswer>.Empty;
        return new ResiliencePipelineBuilder<AiAnswer>()
            .AddRetry(new RetryStrategyOptions<AiAnswer>
            {
                MaxRetryAttempts = maxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = s_firstDelay,
                MaxDelay = s_maxDelay,
                // no retry for a server that asks for a longer delay
                ShouldHandle = static arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is AiException { Kind: AiErrorKind.Transient } e
                    && !(e.RetryAfter > s_maxRetryAfter)),
                DelayGenerator = static arguments =>
                    ValueTask.FromResult((arguments.Outcome.Exception as AiException)?.RetryAfter),
            })
            .Build();
    }

    private static ResiliencePipeline<AiAnswer> CreateBreaker(TimeSpan timeout) => new ResiliencePipelineBuilder<AiAnswer>()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AiAnswer>
        {
            FailureRatio = 0.5,
            MinimumThroughput = ErrorsToBreak,
            // long enough for that many requests that all time out
            SamplingDuration = s_breakDuration + (2 * ErrorsToBreak * timeout),
            BreakDuration = s_breakDuration,
            ShouldHandle = new PredicateBuilder<AiAnswer>().Handle<AiException>(e => e.Kind == AiErrorKind.Transient),
        })
        .Build();

    // the breaker is inside of the throttle, so that requests that wait see the errors of those before them
    private async ValueTask<AiAnswer> SendThrottledAsync(string body, AiUsage usage, CancellationToken cancellationToken)
    {
        await _throttle.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _breaker.ExecuteAsync(token => TryAsync(body, usage, token), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _throttle.Release();
        }
    }

    private async ValueTask<AiAnswer> TryAsync(string body, AiUsage usage, CancellationToken cancellationToken)
    {
        var estimate = AiBudget.Estimate(body.Length);
        _budget.Reserve(estimate);
        AiAnswer? answer = null;
        try
        {
            usage.Requests++;
            answer = await _timeout.ExecuteAsync(
                async token => await SendAsync(body, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            usage.Add(answer);
            return answer;
        }
        catch (TimeoutRejectedException e)
        {
            throw ChatServiceErrors.TimedOut(_options, e);
        }
        catch (Exception e) when (
            ChatServiceErrors.FromNetwork(e, _options) is { } error && !cancellationToken.IsCancellationRequested)
        {
            throw error;
        }
        finally
        {
            _budget.Release(estimate, answer is null ? 0 : answer.Tokens);
        }
    }

    private async Task<AiAnswer> SendAsync(string body, CancellationToken cancellationToken)
    {
        using var request = BinaryContent.Create(BinaryData.FromString(body));
        var result = await _client.CompleteChatAsync(request, new RequestOptions
        {
            CancellationToken = cancellationToken,
            ErrorOptions = ClientErrorBehaviors.NoThrow,
        }).ConfigureAwait(false);
        var response = result.GetRawResponse();
        var content = response.Content.ToMemory();
        if (response.Status is >= 200 and < 300)
        {
            // an answer may go to a screen, a log or a recipe
            var answer = AiAnswer.Read(content);
            return answer with { Content = HideKey(answer.Content), Model = answer.Model is null ? null : HideKey(answer.Model) };
        }

        if (response.Status is 400 or 415 or 422 or 501)
            throw new RequestRejectedException(response.Status, Encoding.UTF8.GetString(content.Span));
        response.Headers.TryGetValue("Retry-After", out var retryAfter);
        var isOutOfCredit = content.Span.IndexOf("insufficient_quota"u8) >= 0;
        throw ChatServiceErrors.FromStatus(response.Status, retryAfter, isOutOfCredit, _options);
    }

    private string HideKey(string text) =>
        _options.Key?.Use(key => KeyRedaction.Hide(text, key)) ?? text;
}

/// <summary>The server rejects the form of a request. The message is the server's.</summary>
internal sealed class RequestRejectedException(int status, string message) : Exception(message)
{
    /// <summary>Gets the HTTP status.</summary>
    internal int Status { get; } = status;
}
