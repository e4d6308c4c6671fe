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
/// A service that speaks the protocol of OpenAI's chat completions. Each request has a time limit; what may pass is repeated with growing
/// delays, or when the server says; after several failures in a row nothing is asked for a while.
/// </summary>
internal sealed class ChatService : IDisposable
{
    private const int FailuresToBreak = 4;
    private const int MostAdaptions = 5;
    private static readonly TimeSpan s_connect = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestWish = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_break = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AiOptions _options;
    private readonly AiBudget _budget;
    private readonly HttpClient _http;
    private readonly ChatClient _client;
    private readonly SemaphoreSlim _turns;
    private readonly ResiliencePipeline<AiAnswer> _persistent;
    private readonly ResiliencePipeline<AiAnswer> _breaker;
    private readonly ResiliencePipeline _timed;
    private volatile ServerCapabilities _traits;

    /// <summary>Connects nothing yet.</summary>
    /// <param name="options">The service.</param>
    /// <param name="budget">The bounds of the batch.</param>
    /// <exception cref="SpectralException">The address is none, or not safe for a key.</exception>
    public ChatService(AiOptions options, AiBudget budget)
    {
        _options = options;
        _budget = budget;
        var endpoint = ServiceAddress.Validate(options);
        _traits = ServerCapabilities.For(endpoint);
        _turns = new SemaphoreSlim(Math.Max(1, options.ThrottleLimit));
        _timed = new ResiliencePipelineBuilder().AddTimeout(options.Timeout).Build();
        _persistent = Persistent(options.MaxRetries);
        _breaker = Breaker(options.Timeout);
        _http = new HttpClient(new ResponseSizeLimitHandler(new SocketsHttpHandler
        {
            // a key follows no redirect to another place
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.Timeout < s_connect ? options.Timeout : s_connect,
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

    /// <summary>True where the schema has to stand in the prompt.</summary>
    public bool NeedsSchemaInPrompt => _traits.Form != AnswerForm.Schema;

    /// <summary>The body of a request, to the letter.</summary>
    public static string Body(AiOptions options, ServerCapabilities traits, JsonArray messages) => traits.Body(options.Model, messages).ToJsonString(s_plain);

    /// <summary>Asks. The messages are made anew where the server turns out to need the schema in them.</summary>
    /// <param name="messages">Makes the messages: with the schema written out or not.</param>
    /// <param name="tally">Counts what it takes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AiException">There is no answer.</exception>
    public async Task<AiAnswer> AskAsync(Func<bool, JsonArray> messages, AiUsage tally, CancellationToken cancellationToken)
    {
        for (var adaptions = 0; ; adaptions++)
        {
            var traits = _traits;
            var body = Body(_options, traits, messages(traits.Form != AnswerForm.Schema));
            try
            {
                return await _persistent.ExecuteAsync(token => TakeTurnAsync(body, tally, token), cancellationToken).ConfigureAwait(false);
            }
            catch (RequestRejectedException e)
            {
                // another question may have taught it meanwhile
                var next = traits == _traits ? traits.After(e.Complaint) : _traits;
                if (next is null || adaptions >= MostAdaptions)
                    throw ChatServiceErrors.Rejected(e.Status, Presentable(e.Complaint), _options.Model);
                _traits = next;
            }
            catch (BrokenCircuitException)
            {
                throw new AiException(AiErrorKind.RequestFailed, ChatServiceErrors.Unavailable(_options.Endpoint));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _turns.Dispose();
    }

    private static ResiliencePipeline<AiAnswer> Persistent(int maxRetries)
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
                MaxDelay = s_longestDelay,
                // a server that wants to be left alone for longer is left alone for good
                ShouldHandle = static arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is AiException { Trouble: AiErrorKind.Transient } e && !(e.RetryAfter > s_longestWish)),
                DelayGenerator = static arguments => ValueTask.FromResult((arguments.Outcome.Exception as AiException)?.RetryAfter),
            })
            .Build();
    }

    private static ResiliencePipeline<AiAnswer> Breaker(TimeSpan timeout) => new ResiliencePipelineBuilder<AiAnswer>()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AiAnswer>
        {
            FailureRatio = 0.5,
            MinimumThroughput = FailuresToBreak,
            // long enough for that many requests that all run out of time
            SamplingDuration = s_break + (2 * FailuresToBreak * timeout),
            BreakDuration = s_break,
            ShouldHandle = new PredicateBuilder<AiAnswer>().Handle<AiException>(e => e.Trouble == AiErrorKind.Transient),
        })
        .Build();

    // those that wait for their turn see what became of the one before
    private async ValueTask<AiAnswer> TakeTurnAsync(string body, AiUsage tally, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _breaker.ExecuteAsync(token => TryAsync(body, tally, token), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async ValueTask<AiAnswer> TryAsync(string body, AiUsage tally, CancellationToken cancellationToken)
    {
        var estimate = AiBudget.Estimate(body.Length);
        var taken = false;
        AiAnswer? reply = null;
        try
        {
            _budget.Take(estimate);
            taken = true;
            tally.Requests++;
            reply = await _timed.ExecuteAsync(async token => await SendAsync(body, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            tally.Add(reply);
            return reply;
        }
        catch (TimeoutRejectedException e)
        {
            throw ChatServiceErrors.TimedOut(_options, e);
        }
        catch (Exception e) when (ChatServiceErrors.FromNetwork(e, _options) is { } trouble && !cancellationToken.IsCancellationRequested)
        {
            throw trouble;
        }
        finally
        {
            if (taken)
                _budget.Settle(estimate, reply is null ? 0 : reply.Tokens);
        }
    }

    private async Task<AiAnswer> SendAsync(string body, CancellationToken cancellationToken)
    {
        using var content = BinaryContent.Create(BinaryData.FromString(body));
        var result = await _client.CompleteChatAsync(content, new RequestOptions
        {
            CancellationToken = cancellationToken,
            ErrorOptions = ClientErrorBehaviors.NoThrow,
        }).ConfigureAwait(false);
        var response = result.GetRawResponse();
        if (response.Status is >= 200 and < 300)
            return Presentable(AiAnswer.Read(response.Content.ToMemory()));
        if (response.Status is 400 or 415 or 422 or 501)
            throw new RequestRejectedException(response.Status, Encoding.UTF8.GetString(response.Content.ToMemory().Span));
        throw ChatServiceErrors.FromStatus(response.Status, Header(response, "Retry-After"), response.Content.ToMemory().Span.IndexOf("insufficient_quota"u8) >= 0, _options);
    }

    private static string? Header(PipelineResponse response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    // what a server says may go to a screen, a log or a recipe: a server that answers with the key does not get it there
    private AiAnswer Presentable(AiAnswer reply) => reply with { Content = Presentable(reply.Content), Model = reply.Model is null ? null : Presentable(reply.Model) };

    private string Presentable(string text) => _options.Key?.Use(key => text.Replace(key, "(hidden)", StringComparison.Ordinal)) ?? text;
}

/// <summary>The server did not take the form of a request.</summary>
internal sealed class RequestRejectedException(int status, string complaint) : Exception("The server did not take the request.")
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>What the server says.</summary>
    public string Complaint { get; } = complaint;
}
